package fr.briseglace.law;

/**
 * What a professional certifies when breaking the glass (CSP L.1111-17 I al. 1).
 *
 * @param unableToConsent the person cannot express their will
 * @param immediateRisk their health is in immediate risk
 */
public record Attestation(boolean unableToConsent, boolean immediateRisk) {
    /** Whether both are certified. */
    public boolean complete() {
        return unableToConsent && immediateRisk;
    }
}
