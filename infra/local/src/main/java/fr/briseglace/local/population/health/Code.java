package fr.briseglace.local.population.health;

/**
 * A coded idea.
 *
 * @param code the code
 * @param display its French label
 * @param system the terminology
 */
public record Code(String code, String display, CodeSystem system) {
    /** A LOINC code. */
    public static Code loinc(String code, String display) {
        return new Code(code, display, CodeSystem.LOINC);
    }

    /** A SNOMED CT code. */
    public static Code snomed(String code, String display) {
        return new Code(code, display, CodeSystem.SNOMED_CT);
    }

    /** A CIM-10 code. */
    public static Code cim10(String code, String display) {
        return new Code(code, display, CodeSystem.CIM_10);
    }
}
