package fr.briseglace.cda;

import fr.briseglace.summary.ItemStatus;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands inside a statement: status, severity, certainty and reactions as such, all else in phrases. */
final class InsideReader {
    private final Narrative narrative;
    private final Phrases phrases;
    private final Values values;

    InsideReader(Narrative narrative, Phrases phrases) {
        this.narrative = narrative;
        this.phrases = phrases;
        values = phrases.values();
    }

    /** Reads what stands inside a statement: status, severity, certainty and reactions as such, all else in phrases. */
    void read(XmlElement statement, Draft draft) {
        for (XmlElement relation : statement.children()) {
            if (!relation.name().equals("entryRelationship") && !relation.name().equals("component")) {
                continue;
            }
            for (XmlElement inner : relation.children()) {
                if (Phrases.STATEMENTS.contains(inner.name())) {
                    inner(relation, inner, draft);
                }
            }
        }
    }

    private void inner(XmlElement relation, XmlElement inner, Draft draft) {
        boolean holds = !relation.negated() && !inner.negated() && !inner.withdrawn();
        if (holds) {
            characteristic(inner, draft);
        }
        String phrase = phrases.nested(inner);
        if (relation.is("typeCode", "MFST") || relation.is("typeCode", "CAUS")) {
            if (holds) {
                reaction(inner, draft);
            }
            phrase = Surroundings.named("Réaction", reactionPhrase(inner, relation.negated()));
        } else if (phrase != null && relation.negated()) {
            phrase = "Démenti : " + phrase;
        } else if (relation.is("typeCode", "RSON")) {
            phrase = Surroundings.named("Motif", phrase);
        }
        draft.detail(phrase);
    }

    private void characteristic(XmlElement inner, Draft draft) {
        XmlElement value = inner.child("value");
        String code = inner.child("code") == null
                ? ""
                : String.valueOf(inner.child("code").attribute("code"));
        switch (code) {
            case "33999-4", "66455-7" -> {
                ItemStatus status = Statuses.coded(value);
                // Certainty tells whether a fact holds only where it denies it.
                if (code.equals("33999-4") || Statuses.denies(status)) {
                    draft.status(status);
                }
            }
            case "SEV" -> {
                draft.severity(first(phrases.text(inner), values.wording(value)));
                draft.traits.addAll(Codes.all(value));
            }
            case "82606-5" -> draft.traits.addAll(Codes.all(value));
            default -> {}
        }
    }

    private void reaction(XmlElement reaction, Draft draft) {
        for (XmlElement value : reaction.children("value")) {
            draft.traits.addAll(Codes.all(value));
        }
        for (XmlElement inner : Phrases.statements(reaction)) {
            if (Codes.is(inner.child("code"), "SEV")) {
                draft.severity(first(phrases.text(inner), values.wording(inner.child("value"))));
                draft.traits.addAll(Codes.all(inner.child("value")));
            }
        }
    }

    private @Nullable String reactionPhrase(XmlElement reaction, boolean denied) {
        Set<String> parts = new LinkedHashSet<>();
        boolean written = phrases.text(reaction) != null;
        if (!written) {
            parts.addAll(Phrases.denial(reaction, denied));
        }
        for (XmlElement value : reaction.children("value")) {
            String words = values.words(value);
            if (words != null) {
                parts.add(words);
            }
        }
        String text = phrases.text(reaction);
        if (text != null && parts.stream().noneMatch(part -> part.contains(text))) {
            parts.add(text);
        }
        parts.addAll(phrases.timing().words(reaction));
        parts.addAll(phrases.surroundings().of(reaction));
        for (XmlElement inner : Phrases.statements(reaction)) {
            String phrase = phrases.nested(inner);
            if (phrase != null) {
                parts.add(phrase);
            }
        }
        // What is written and coded as denied is said both ways.
        if (written && !Phrases.denial(reaction, denied).isEmpty()) {
            parts.add("codée comme absente");
        }
        String joined = String.join(", ", parts);
        narrative.work().spend(joined.length());
        return joined.isEmpty() ? values.wording(reaction.child("code")) : joined;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
