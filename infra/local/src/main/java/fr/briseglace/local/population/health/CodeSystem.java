package fr.briseglace.local.population.health;

/** A terminology that documents of the field code in. */
public enum CodeSystem {
    /** Laboratory and document vocabulary. */
    LOINC("2.16.840.1.113883.6.1", "LOINC"),
    /** Clinical terms. */
    SNOMED_CT("2.16.840.1.113883.6.96", "SNOMED CT"),
    /** Diseases, tenth revision. */
    CIM_10("2.16.840.1.113883.6.3", "CIM-10"),
    /** Anatomical, therapeutic and chemical classes of drugs. */
    ATC("2.16.840.1.113883.6.73", "ATC"),
    /** French drug specialities. */
    CIS("1.2.250.1.213.2.3.1", "CIS"),
    /** French drug packs. */
    CIP("1.2.250.1.213.2.3.2", "CIP"),
    /** French medical acts. */
    CCAM("1.2.250.1.215.300.1", "CCAM"),
    /** European nomenclature of medical devices. */
    EMDN("1.2.250.1.213.2.68", "EMDN"),
    /** Terms of the French health agency that no other terminology has. */
    TA_ASIP("1.2.250.1.213.1.1.4.322", "TA_ASIP"),
    /** Relationships and roles of HL7. */
    ROLE_CODE("2.16.840.1.113883.5.111", "RoleCode"),
    /** Acts of HL7. */
    ACT_CODE("2.16.840.1.113883.5.4", "HL7:ActCode"),
    /** Stays and acts as the health insurance names them. */
    INSURER_ACTS("1.2.250.1.215.200.3.3", "JDV_sejours_actes_CNAM-HR_CISIS"),
    /** Laboratory acts as the health insurance names them. */
    INSURER_BIOLOGY("1.2.250.1.215.200.4.1", "JDV_NABM_CNAM-HR_CISIS"),
    /** Professions and specialities. */
    PROFESSION("1.2.250.1.213.1.1.4.5", "Professions et savoir-faire"),
    /** Document types that LOINC lacks. */
    DOCUMENT_TYPE("1.2.250.1.213.1.1.4.12", "Types de documents"),
    /** Drug packs as the health insurance names them. */
    INSURER_DRUGS("1.2.250.1.215.200.1.1.1", "JDV_BDM_CNAM-HR_CISIS");

    private final String oid;
    private final String label;

    CodeSystem(String oid, String label) {
        this.oid = oid;
        this.label = label;
    }

    /** The OID that documents name it by. */
    public String oid() {
        return oid;
    }

    /** The name that documents show. */
    public String label() {
        return label;
    }
}
