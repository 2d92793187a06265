package fr.briseglace.summary;

/** Tells apart what advance directives are about. */
final class Directives {
    private static final String ANY = "42348-3";

    private Directives() {}

    /** Whether a fact says that there are directives, and not what they want. */
    static boolean presence(ClinicalItem directive) {
        return directive.codings().stream().anyMatch(coding -> coding.code().equals(ANY));
    }

    /** Whether a directive is about transfusion, by the wording of its code. */
    static boolean transfusion(ClinicalItem directive) {
        return directive.codings().stream()
                .anyMatch(coding ->
                        coding.display() != null && Words.fold(coding.display()).contains("transfusion"));
    }
}
