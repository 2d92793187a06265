package fr.briseglace.local.population.health;

import java.util.Map;

/** The devices our patients carry, by a word of ours. */
final class Implants {
    private static final Map<String, Code> ALL = Map.of(
            "stimulateur", emdn("J010104", "STIMULATEUR CARDIAQUE IMPLANTABLE TRIPLE CHAMBRE"),
            "défibrillateur", emdn("J0105", "DÉFIBRILLATEUR CARDIAQUE IMPLANTABLE"),
            "valve", emdn("P0703", "VALVE CARDIAQUE PROTHÉTIQUE"),
            "stent", emdn("P0704", "ENDOPROTHÈSE VASCULAIRE (STENT) CORONAIRE"),
            "hanche", emdn("P0908", "PROTHÈSE DE HANCHE"),
            "genou", emdn("P0909", "PROTHÈSE DE GENOU"));

    private Implants() {}

    /** The device of a word. */
    static Code of(String word) {
        Code code = ALL.get(word);
        if (code == null) {
            throw new IllegalArgumentException("no such implant: " + word);
        }
        return code;
    }

    private static Code emdn(String code, String display) {
        return new Code(code, display, CodeSystem.EMDN);
    }
}
