package fr.briseglace.law;

/**
 * The named ways an emergency access is refused: those of the law in the order in which they apply, and last the one that
 * keeps the law where it cannot be applied.
 */
public enum Refusal {
    /** The caller's role may not use this mode (CSP L.1111-17, L.1111-18). */
    NOT_ENTITLED("not-entitled"),
    /** Breaking the glass without both attestations (CSP L.1111-17 I al. 1). */
    ATTESTATION_MISSING("attestation-missing"),
    /** Breaking the glass without a reason. */
    REASON_MISSING("reason-missing"),
    /** Regulation without its case (CSP L.1111-17 I al. 2: the centre that receives a call). */
    CASE_MISSING("case-missing"),
    /** The identifier is not an INS. */
    INS_INVALID("ins-invalid"),
    /** No such patient. */
    PATIENT_UNKNOWN("patient-unknown"),
    /** Emergency access ends with death. */
    PATIENT_DECEASED("patient-deceased"),
    /** A known patient without a DMP. */
    NO_RECORD("no-record"),
    /** The DMP is closed (CSP R.1111-32). */
    RECORD_CLOSED("record-closed"),
    /** The patient opposed this mode. */
    OPPOSED("opposed"),
    /** The patient blocked this professional (CSP R.1111-41). */
    BLOCKED("blocked"),
    /** Neither the store nor anything fresh enough says what the patient is and decided: nobody is shown anything. */
    STORE_UNAVAILABLE("store-unavailable");

    private final String slug;

    Refusal(String slug) {
        this.slug = slug;
    }

    /**
     * The refusal of a slug.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Refusal of(String slug) {
        for (Refusal refusal : values()) {
            if (refusal.slug.equals(slug)) {
                return refusal;
            }
        }
        throw new IllegalArgumentException("no such refusal");
    }

    /** The refusal as written in problems and records. */
    public String slug() {
        return slug;
    }
}
