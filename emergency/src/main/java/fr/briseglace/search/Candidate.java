package fr.briseglace.search;

import fr.briseglace.identity.PatientIdentity;

/**
 * Somebody who may be the patient looked for.
 *
 * @param token stands for the patient in what follows; see {@link CandidateTokens}
 * @param identity traits, for the caller to compare
 * @param score how well they fit, above 0 and up to 1
 */
public record Candidate(String token, PatientIdentity identity, double score) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Candidate[…]";
    }
}
