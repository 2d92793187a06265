package fr.briseglace.cda;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** French names of the statements that stand inside others, by their code or what they are. */
final class Titles {
    private static final Map<String, String> BY_CODE = Map.of(
            "SEV", "Sévérité",
            "33999-4", "Statut",
            "11323-3", "Statut clinique",
            "66455-7", "Certitude",
            "82606-5", "Criticité",
            "48767-8", "Commentaire",
            "PINSTRUCT", "Instruction au patient",
            "FINSTRUCT", "Instruction au dispensateur",
            "PREItem", "Prescription",
            "30973-2", "Rang");

    private Titles() {}

    static @Nullable String of(@Nullable XmlElement code, XmlElement statement) {
        String value = code == null ? null : code.attribute("code");
        String known = value == null ? null : BY_CODE.get(value);
        if (known != null) {
            return known;
        }
        boolean hasCode = value != null && !value.equals("DRUG");
        return switch (statement.name()) {
            case "substanceAdministration" -> hasCode ? null : "Posologie";
            case "supply" -> hasCode ? null : "Délivrance";
            case "observationMedia" -> "Pièce jointe";
            default -> null;
        };
    }
}
