package fr.briseglace.summary;

import java.util.List;
import java.util.Set;

/** Reads written answers to coded questions. */
final class Answers {
    private static final Set<String> NONE =
            Set.of("aucun", "aucune", "non", "neant", "absence", "negatif", "sans objet");

    private Answers() {}

    /** Whether a question is answered by "none" or not at all. */
    static boolean sayNone(ClinicalItem question) {
        boolean answered = question.value() != null || !question.answers().isEmpty();
        List<String> details = question.detail() == null
                ? List.of()
                : List.of(question.detail().split(" ; ", -1));
        boolean asks =
                question.codings().stream().anyMatch(coding -> coding.system().equals(Terminology.CI_SIS));
        return asks && !answered && (details.isEmpty() || NONE.contains(Words.fold(details.getFirst())));
    }
}
