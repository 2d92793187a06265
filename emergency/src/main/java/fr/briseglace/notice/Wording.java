package fr.briseglace.notice;

import fr.briseglace.notice.Template.Value;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Puts an access into words for whoever reads them, in their language. Reads its templates when it is made. */
public final class Wording {
    private final Remedies remedies;
    private final Map<Language, Phrases> phrases = new EnumMap<>(Language.class);

    /** Wording that sends holders to these places. */
    public Wording(Remedies remedies) {
        this.remedies = remedies;
        for (Language language : Language.values()) {
            phrases.put(language, new Phrases(language));
        }
    }

    /**
     * The words for an audience. The GP and the privacy officer read French, the patient's side its own language.
     *
     * @throws IllegalArgumentException where there are none: a GP is not told of a refused attempt, nor a privacy
     *     officer of a granted access
     */
    public Words of(NoticeFacts facts, Audience audience) {
        String outcome = facts.refused() ? "-refused" : "-opened";
        Phrases own = in(facts.language());
        Phrases french = in(Language.FR);
        return switch (audience) {
            case Audience.Holder holder -> own.fill("holder" + outcome, about(facts, own));
            case Audience.Guardian guardian ->
                own.fill("guardian" + outcome, with(about(facts, own), "givenName", guardian.givenName()));
            case Audience.Practice practice ->
                french.fill("practice" + outcome, with(about(facts, french), "patient", french.person(practice)));
            case Audience.Oversight oversight ->
                french.fill(
                        "oversight" + outcome,
                        with(new HashMap<>(), "reference", oversight.reference().toString()));
            case Audience.Anybody anybody -> own.fill("anybody", Map.of());
        };
    }

    private Phrases in(Language language) {
        Phrases found = phrases.get(language);
        if (found == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        return found;
    }

    private Map<String, Value> about(NoticeFacts facts, Phrases phrases) {
        Map<String, Value> values = new HashMap<>();
        values.put("professional", new Value.Plain(facts.professional()));
        values.put("role", new Value.Plain(phrases.role(facts.role())));
        values.put("structure", new Value.Plain(facts.structure()));
        values.put("mode", new Value.Plain(phrases.word("mode." + facts.mode().code())));
        values.put(
                "ground", new Value.Plain(phrases.word("ground." + facts.mode().code())));
        values.put("at", new Value.Plain(phrases.moment(facts)));
        values.put("journal", new Value.Link(remedies.journal()));
        values.put("opposition", new Value.Link(remedies.opposition()));
        values.put("authority", new Value.Link(Remedies.AUTHORITY));
        values.put("officer", new Value.Link(URI.create("mailto:" + remedies.privacyOfficer())));
        return values;
    }

    private static Map<String, Value> with(Map<String, Value> values, String name, String words) {
        values.put(name, new Value.Plain(words));
        return values;
    }
}
