package fr.briseglace.summary;

import java.util.Set;

/** OIDs of the terminologies of French clinical documents. */
public final class Terminology {
    /** Observations and sections. */
    public static final String LOINC = "2.16.840.1.113883.6.1";
    /** Clinical terms. */
    public static final String SNOMED_CT = "2.16.840.1.113883.6.96";
    /** Diagnoses, CIM-10. */
    public static final String CIM_10 = "2.16.840.1.113883.6.3";
    /** Diagnoses, CIM-11. */
    public static final String CIM_11 = "2.16.840.1.113883.6.347";
    /** Primary care, CISP-2. */
    public static final String CISP_2 = "2.16.840.1.113883.6.139";
    /** Results of consultation (SFMG). */
    public static final String DRC = "1.2.250.1.213.2.9";
    /** Rare diseases. */
    public static final String ORPHA = "1.2.250.1.213.2.49";
    /** Classes of medicines. */
    public static final String ATC = "2.16.840.1.113883.6.73";
    /** Classes of vaccines as health insurance codes them, ATC in all but name. */
    public static final String INSURANCE_ATC = "1.2.250.1.215.200.1.2.2";
    /** Medicines, CIS. */
    public static final String CIS = "1.2.250.1.213.2.3.1";
    /** Acts, CCAM. */
    public static final String CCAM = "1.2.250.1.215.300.1";
    /** Acts as health insurance codes them, CCAM. */
    public static final String INSURANCE_CCAM = "1.2.250.1.215.200.3.4";
    /** Medical devices, EMDN. */
    public static final String EMDN = "1.2.250.1.213.2.68";
    /** Medical devices, CLADIMED. */
    public static final String CLADIMED = "1.2.250.1.213.2.65";
    /** Reimbursed products, LPP. */
    public static final String LPP = "1.2.250.1.215.200.2.1";
    /** What other terminologies lack, ANS. */
    public static final String CI_SIS = "1.2.250.1.213.1.1.4.322";

    private static final Set<String> PRODUCTS = Set.of(
            CIS,
            "1.2.250.1.213.2.3.2", // CIP
            "1.2.250.1.213.2.61", // UCD
            "1.2.250.1.213.2.3.3", // UCD
            "1.2.250.1.213.2.59", // Medicabase
            "1.2.250.1.215.200.1.1.1", // CIP, health insurance
            "1.2.250.1.215.200.1.1.2");
    private static final int SUBSTANCE = 7;

    private Terminology() {}

    /** Whether a code names one medicine and not a class of them. */
    public static boolean namesMedicine(Coding coding) {
        return PRODUCTS.contains(coding.system())
                || (isAtc(coding) && coding.code().length() == SUBSTANCE);
    }

    /** Whether a code is one of the ATC classification. */
    public static boolean isAtc(Coding coding) {
        return coding.system().equals(ATC) || coding.system().equals(INSURANCE_ATC);
    }

    /** Whether a code only says "another one" or "unknown" and its wording is in the narrative. */
    public static boolean saysOther(Coding coding) {
        return (coding.system().equals(CI_SIS) && coding.code().startsWith("GEN-092"))
                || (coding.system().equals(CIM_10) && coding.code().equals("R69"));
    }
}
