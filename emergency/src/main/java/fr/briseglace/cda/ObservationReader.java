package fr.briseglace.cda;

import fr.briseglace.summary.Coding;
import fr.briseglace.summary.ItemValue;
import fr.briseglace.summary.Measure;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.Terminology;
import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads observations. They are of three kinds: an allergy (the agent is what it is), an assertion ("diagnosis: …", the
 * value is what it is), and a question ("weight: …", the code is what it is and the value answers).
 */
final class ObservationReader {
    private static final Set<String> ALLERGY =
            Set.of("1.3.6.1.4.1.19376.1.5.3.1.4.6", "1.2.250.1.213.1.1.3.41", "1.2.250.1.213.1.1.3.210");
    private static final Set<String> PROBLEM = Set.of("1.3.6.1.4.1.19376.1.5.3.1.4.5", "1.2.250.1.213.1.1.3.37");

    /** Codes that say only what kind of thing the value is. */
    private static final Set<String> KINDS = Set.of(
            "ASSERTION",
            "282291009", // diagnosis
            "418799008", // symptom
            "404684003", // finding
            "409586006", // complaint
            "55607006", // problem
            "64572001", // condition
            "248536006", // functional limitation
            "373930000", // cognitive finding
            "29308-4",
            "75326-9",
            "GEN-272",
            "8646-2",
            "11535-2");

    private static final Set<SectionKind> OF_ASSERTIONS =
            Set.of(SectionKind.PROBLEMS, SectionKind.HISTORY, SectionKind.FAMILY_HISTORY);

    private final SectionKind section;
    private final String sectionCode;
    private final InsideReader insides;
    private final Phrases phrases;
    private final Values values;

    ObservationReader(SectionKind section, String sectionCode, Phrases phrases, InsideReader insides) {
        this.section = section;
        this.sectionCode = sectionCode;
        this.insides = insides;
        this.phrases = phrases;
        values = phrases.values();
    }

    Draft read(XmlElement observation, @Nullable String group) {
        XmlElement code = observation.child("code");
        XmlElement subject = observation.child("subject");
        String own = subject == null ? null : phrases.surroundings().subject(subject);
        String relation = own == null ? group : own;
        // What is said of a relative is no fact of the patient's.
        SectionKind kind = own == null ? SectionRouting.ofQuestion(code, section) : SectionKind.FAMILY_HISTORY;
        Draft draft = new Draft(kind, Narrative.references(observation));
        XmlElement value = observation.child("value");
        if (has(observation, ALLERGY) || !agents(observation).isEmpty()) {
            allergy(observation, draft);
        } else if (isAssertion(observation, code, value)) {
            assertion(observation, draft);
        } else {
            question(observation, draft);
        }
        if (relation != null) {
            if (draft.hollow()) {
                draft.detail("Sujet : " + relation);
            } else {
                draft.label = relation + " : " + draft.label;
            }
        }
        phrases.timing().read(observation, draft);
        phrases.surroundings().of(observation).forEach(draft::detail);
        draft.status(Statuses.denial(observation));
        insides.read(observation, draft);
        String text = phrases.text(observation);
        if (text != null && !draft.said().contains(Words.fold(text))) {
            draft.detail(text);
        }
        if (draft.status == null) {
            draft.status = Statuses.plain(observation, draft, sectionCode);
        }
        NothingKnown.mark(observation, !agents(observation).isEmpty() && !draft.hollow(), draft);
        return draft;
    }

    private static boolean has(XmlElement statement, Set<String> templates) {
        return statement.children("templateId").stream()
                .anyMatch(template -> templates.contains(String.valueOf(template.attribute("root"))));
    }

    private boolean isAssertion(XmlElement observation, @Nullable XmlElement code, @Nullable XmlElement value) {
        Coding kind = Codes.own(code);
        if (has(observation, PROBLEM) || (kind != null && KINDS.contains(kind.code()))) {
            return true;
        }
        boolean coded = value != null && (value.attribute("code") != null || value.child("originalText") != null);
        boolean asks = kind != null
                && (kind.system().equals(Terminology.LOINC) || kind.system().equals(Terminology.CI_SIS));
        return OF_ASSERTIONS.contains(section) && coded && !asks;
    }

    private static List<XmlElement> agents(XmlElement observation) {
        List<XmlElement> agents = new ArrayList<>();
        for (XmlElement participant : observation.children("participant")) {
            XmlElement role = participant.child("participantRole");
            XmlElement entity = role == null ? null : role.child("playingEntity");
            if (participant.is("typeCode", "CSM") && entity != null) {
                agents.add(entity);
            }
        }
        return agents;
    }

    private void allergy(XmlElement observation, Draft draft) {
        XmlElement code = observation.child("code");
        agents(observation).forEach(entity -> agent(entity, draft));
        for (XmlElement inner : Phrases.statements(observation)) {
            XmlElement product = Products.of(inner);
            if (product != null && draft.hollow()) {
                draft.label(phrases.products().name(product));
                Products.codes(product, draft);
            }
        }
        for (XmlElement value : observation.children("value")) {
            String words = values.words(value);
            if (draft.hollow()) {
                draft.label(words);
                draft.codings.addAll(Codes.all(value));
            } else {
                draft.traits.addAll(Codes.all(value));
                draft.detail(words);
            }
        }
        String kind = values.wording(code);
        draft.traits.addAll(Codes.all(code));
        draft.kindOnly = kind;
        draft.detail(Surroundings.named("Type", kind));
    }

    // The coded wording comes first, so that the same agent reads the same in all documents.
    private void agent(XmlElement entity, Draft draft) {
        XmlElement code = entity.child("code");
        List<Coding> codings = Codes.all(code);
        boolean specific =
                codings.stream().anyMatch(coding -> coding.display() != null && !Terminology.saysOther(coding));
        draft.codings.addAll(codings);
        if (code != null) {
            String original = values.original(code);
            String display = values.display(code);
            if (!draft.hollow() && display != null && original == null) {
                draft.detail("Agent : " + display);
            }
            draft.label(specific ? values.display(code) : original);
            draft.label(original);
            if (original != null && !Words.fold(original).equals(Words.fold(String.valueOf(draft.label)))) {
                draft.detail("Agent : " + original);
            }
            draft.label(values.display(code));
        }
        String name = People.name(entity);
        draft.label(name);
        if (name != null && !Words.fold(name).equals(Words.fold(String.valueOf(draft.label)))) {
            draft.detail("Agent : " + name);
        }
    }

    private void assertion(XmlElement observation, Draft draft) {
        for (XmlElement value : observation.children("value")) {
            String original = values.original(value);
            // Where the narrative only answers, the fact is what the code says.
            boolean answer = original != null && NarrativeItems.YES_OR_NO.contains(Words.fold(original));
            draft.label(answer ? values.display(value) : original);
            draft.detail(answer ? original : null);
            draft.label(phrases.text(observation));
            draft.label(values.words(value));
            draft.codings.addAll(Codes.all(value));
            Codes.all(value).forEach(coding -> draft.detail(coding.display()));
        }
        draft.label(phrases.text(observation));
        XmlElement code = observation.child("code");
        String kind = values.wording(code);
        draft.traits.addAll(Codes.all(code));
        draft.kindOnly = kind;
        draft.detail(Surroundings.named("Type", kind));
    }

    // A general question ("other social fact") says by a bare qualifier what it is about.
    private void subject(XmlElement code, Draft draft) {
        for (XmlElement qualifier : code.children("qualifier")) {
            String about = values.wording(qualifier.child("name"));
            if (about != null && qualifier.child("value") == null && draft.label != null) {
                draft.label = draft.label + " : " + about;
            }
        }
    }

    private void question(XmlElement observation, Draft draft) {
        XmlElement code = observation.child("code");
        draft.codings.addAll(Codes.all(code));
        if (code != null) {
            draft.label(values.worded(code) ? values.original(code) : phrases.text(observation));
            draft.label(values.display(code));
            draft.detail(values.display(code));
            subject(code, draft);
        }
        draft.label(phrases.text(observation));
        List<String> answers = new ArrayList<>();
        for (XmlElement value : observation.children("value")) {
            ItemValue measured = Values.value(value);
            if (measured != null && draft.value == null) {
                draft.value = measured;
            }
            draft.answers.addAll(Codes.all(value));
            // A bare number is the item's value and need not be said twice.
            boolean bare = measured instanceof Measure && values.wording(value) == null;
            String words = bare ? null : values.words(value);
            if (words != null) {
                answers.add(words);
            }
            if (String.valueOf(value.attribute("xsi:type")).contains("TS") && draft.onset == null) {
                draft.onset = CdaTime.date(value.attribute("value"));
            }
        }
        answers.forEach(draft::detail);
    }
}
