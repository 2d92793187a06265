package fr.briseglace.identity;

/** How far an identity can be trusted (French identity-vigilance reference, RNIV). */
public enum IdentityStatus {
    /** INS and the five strict traits were validated together. */
    QUALIFIED,
    /** Not validated yet. */
    PROVISIONAL
}
