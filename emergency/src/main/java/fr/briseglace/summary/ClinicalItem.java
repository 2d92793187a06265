package fr.briseglace.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact of one document, or its express statement that there is none.
 *
 * @param section where it is shown
 * @param label what it is, in the document's words
 * @param codings codes of what it is: two facts that share one are the same fact
 * @param answers codes of the answer, where the fact is a question
 * @param traits codes of what sort of fact it is: kind of allergy, reactions, drug class, relation
 * @param status whether it holds, null where the document does not say
 * @param onset since when, or when
 * @param end until when
 * @param detail everything else the document says about it, in French
 * @param severity severity or criticality, in the document's words
 * @param value number or yes and no, null for everything else
 * @param none whether this is the statement that the section has nothing ("aucune allergie connue")
 */
public record ClinicalItem(
        SectionKind section,
        String label,
        List<Coding> codings,
        List<Coding> answers,
        List<Coding> traits,
        @Nullable ItemStatus status,
        @Nullable ClinicalDate onset,
        @Nullable ClinicalDate end,
        @Nullable String detail,
        @Nullable String severity,
        @Nullable ItemValue value,
        boolean none) {
    /** Copies the lists; a label is required. */
    public ClinicalItem {
        if (label.isBlank()) {
            throw new IllegalArgumentException("an item needs a label");
        }
        codings = List.copyOf(codings);
        answers = List.copyOf(answers);
        traits = List.copyOf(traits);
    }

    /** The statement that a section has nothing, in the words of the document. */
    public static ClinicalItem none(SectionKind section, String words) {
        return new ClinicalItem(
                section, words, List.of(), List.of(), List.of(), null, null, null, null, null, null, true);
    }

    /** A fact of which only words are known. */
    public static ClinicalItem words(SectionKind section, String label, @Nullable String detail) {
        return new ClinicalItem(
                section, label, List.of(), List.of(), List.of(), null, null, null, detail, null, null, false);
    }

    /** The same fact with other detail. */
    public ClinicalItem withDetail(@Nullable String words) {
        return new ClinicalItem(
                section, label, codings, answers, traits, status, onset, end, words, severity, value, none);
    }

    /** Says nothing clinical. */
    @Override
    public String toString() {
        return "ClinicalItem[…]";
    }
}
