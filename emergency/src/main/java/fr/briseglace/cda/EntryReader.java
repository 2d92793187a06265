package fr.briseglace.cda;

import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the entries of one section into facts: unpacks what only holds others, and reads each statement by its class. */
final class EntryReader {
    /** Words of a group that are short are said with each of its facts, long ones with the first alone. */
    private static final int REPEATED = 200;

    private static final String COMMENT = "48767-8";
    private static final String ATTACHED = "55107-7";

    private final SectionKind section;
    private final String sectionCode;
    private final Phrases phrases;
    private final InsideReader insides;
    private final ObservationReader observations;
    private final List<Draft> drafts = new ArrayList<>();

    EntryReader(SectionKind section, String sectionCode, Narrative narrative) {
        this.section = section;
        this.sectionCode = sectionCode;
        phrases = new Phrases(narrative);
        insides = new InsideReader(narrative, phrases);
        observations = new ObservationReader(section, sectionCode, phrases, insides);
    }

    List<Draft> read(XmlElement entry) {
        drafts.clear();
        entry.children().stream()
                .filter(child -> Phrases.STATEMENTS.contains(child.name()))
                .forEach(statement -> statement(statement, null));
        return List.copyOf(drafts);
    }

    private void statement(XmlElement statement, @Nullable String relation) {
        switch (statement.name()) {
            case "organizer" -> group(statement, relation);
            case "act" -> {
                if (holdsOthers(statement)) {
                    group(statement, relation);
                } else {
                    drafts.add(plain(statement, relation));
                }
            }
            case "observation" -> drafts.add(observations.read(statement, relation));
            default -> drafts.add(plain(statement, relation));
        }
    }

    private static boolean holdsOthers(XmlElement act) {
        boolean nameless = Codes.own(act.child("code")) == null;
        for (XmlElement relation : act.children("entryRelationship")) {
            boolean about = relation.is("inversionInd", "true");
            boolean part = relation.is("typeCode", "COMP");
            boolean subject = nameless && !about;
            if ((part || subject) && relation.children().stream().anyMatch(EntryReader::isFact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFact(XmlElement statement) {
        return Phrases.STATEMENTS.contains(statement.name()) && !Codes.is(statement.child("code"), COMMENT);
    }

    private void group(XmlElement group, @Nullable String relation) {
        int from = drafts.size();
        XmlElement subject = group.child("subject");
        String kin = subject == null ? relation : phrases.surroundings().subject(subject);
        List<String> words = new ArrayList<>(phrases.surroundings().of(group));
        words.removeIf(phrase -> subject != null && phrase.startsWith("Sujet : "));
        if (Codes.is(group.child("code"), ATTACHED)) {
            attached(group);
            return;
        }
        Set<XmlElement> denied = new HashSet<>();
        group.children().stream().filter(XmlElement::negated).forEach(link -> denied.addAll(link.children()));
        String name = phrases.values().wording(group.child("code"));
        if (name != null) {
            words.addFirst("Groupe : " + name);
        }
        for (XmlElement inner : Phrases.statements(group)) {
            boolean said = inner.name().equals("procedure") && group.name().equals("act");
            if (isFact(inner) && !said) {
                int one = drafts.size();
                statement(inner, kin);
                if (denied.contains(inner)) {
                    drafts.subList(one, drafts.size()).forEach(draft -> draft.status(ItemStatus.ABSENT));
                }
            } else {
                String phrase = phrases.nested(inner);
                if (phrase != null) {
                    words.add(phrase);
                }
            }
        }
        if (drafts.size() == from) {
            drafts.add(plain(group, relation));
            return;
        }
        inherit(group, drafts.subList(from, drafts.size()), words);
    }

    private void inherit(XmlElement group, List<Draft> members, List<String> words) {
        Draft times = new Draft(section, Set.of());
        phrases.timing().read(group, times);
        ItemStatus status = Statuses.concern(group);
        boolean concern = group.name().equals("act") && Codes.own(group.child("code")) == null;
        ItemStatus denial = Statuses.denial(group);
        String text = phrases.text(group);
        boolean first = true;
        for (Draft member : members) {
            if (member.onset == null && member.end == null) {
                member.onset = times.onset;
                member.end = times.end;
            }
            if (concern && member.status == null) {
                member.status = status;
            }
            member.status(denial);
            for (String phrase : words) {
                if (first || phrase.length() < REPEATED) {
                    member.detail(phrase);
                }
            }
            if (first && text != null && !member.said().contains(Words.fold(text))) {
                member.detail(text);
            }
            first = false;
        }
    }

    // A document attached to this one: its kind is what it is called, its bytes are not an item's.
    private void attached(XmlElement organizer) {
        Draft draft = new Draft(SectionKind.CARE_PLAN, Narrative.references(organizer));
        for (XmlElement inner : Phrases.statements(organizer)) {
            XmlElement value = inner.child("value");
            if (inner.name().equals("observation") && value != null) {
                draft.label(phrases.text(inner));
                draft.label(phrases.values().wording(value));
                draft.detail(
                        Surroundings.named("Type de document", phrases.values().wording(value)));
                draft.codings.addAll(Codes.all(value));
            } else {
                draft.detail(phrases.nested(inner));
            }
        }
        draft.kindOnly = "Document attaché";
        drafts.add(draft);
    }

    private Draft plain(XmlElement statement, @Nullable String relation) {
        Draft draft =
                new Draft(SectionRouting.ofQuestion(statement.child("code"), section), Narrative.references(statement));
        XmlElement product = Products.of(statement);
        XmlElement code = statement.child("code");
        String kind = phrases.values().wording(code);
        if (product != null) {
            draft.label(phrases.products().name(product));
            draft.label(phrases.text(statement));
            Products.codes(product, draft);
            phrases.products().phrases(product).forEach(draft::detail);
            if (!Codes.is(code, "DRUG")) {
                draft.traits.addAll(Codes.all(code));
                draft.detail(kind);
            }
        } else {
            devices(statement, draft);
            if (!draft.hollow()) {
                draft.traits.addAll(Codes.all(code));
                draft.detail(kind);
            } else {
                draft.codings.addAll(Codes.all(code));
                draft.label(phrases.values().worded(code) ? kind : phrases.text(statement));
                draft.label(kind);
                draft.label(phrases.text(statement));
            }
        }
        for (XmlElement value : statement.children("value")) {
            draft.detail(phrases.values().words(value));
        }
        draft.detail(Surroundings.named("Sujet", relation));
        phrases.timing().read(statement, draft);
        // The devices of an act are what it is about, and were read as such.
        phrases.surroundings().of(statement).stream()
                .filter(phrase -> product != null || !phrase.startsWith(Surroundings.DEVICE))
                .forEach(draft::detail);
        draft.status(Statuses.denial(statement));
        insides.read(statement, draft);
        String text = phrases.text(statement);
        if (text != null && !draft.said().contains(Words.fold(text))) {
            draft.detail(text);
        }
        if (draft.onset == null && draft.end == null) {
            handedOut(statement, draft);
        }
        if (draft.status == null) {
            draft.status = Statuses.plain(statement, draft, sectionCode);
        }
        NothingKnown.mark(statement, product != null, draft);
        return draft;
    }

    private void devices(XmlElement statement, Draft draft) {
        for (XmlElement participant : statement.children("participant")) {
            XmlElement role = participant.child("participantRole");
            XmlElement device = role == null ? null : role.child("playingDevice");
            if (role == null || device == null) {
                continue;
            }
            XmlElement code = device.child("code");
            draft.codings.addAll(Codes.all(code));
            if (code != null) {
                draft.label(phrases.values().original(code));
                draft.label(phrases.values().display(code));
                Codes.all(code).forEach(coding -> draft.detail(coding.display()));
            }
            for (String part : List.of("manufacturerModelName", "softwareName")) {
                XmlElement model = device.child(part);
                draft.detail(model == null ? null : Surroundings.named("Modèle", People.blankToNull(model.text())));
            }
            for (XmlElement id : role.children("id")) {
                draft.detail(Surroundings.named("Identifiant", id.attribute("extension")));
            }
        }
    }

    // Health insurance says when something was handed out only with whoever handed it out.
    private static void handedOut(XmlElement statement, Draft draft) {
        List<XmlElement> holders = new ArrayList<>(List.of(statement));
        holders.addAll(Phrases.statements(statement));
        for (XmlElement holder : holders) {
            for (XmlElement performer : holder.children("performer")) {
                XmlElement time = performer.child("time");
                if (time != null && draft.onset == null) {
                    draft.onset = CdaTime.date(time.attribute("value"));
                }
            }
        }
    }
}
