package fr.briseglace.law;

import java.util.Set;

/**
 * Who asks, from a verified token and a verified client certificate.
 *
 * @param role what the caller is to the law
 * @param id national id (8 + RPPS) of a professional; otherwise the token's subject
 * @param name display name
 * @param specialties specialty codes (TRE_R38, e.g. {@code SM26}); empty where none
 * @param regulationEntitled whether the identity provider or the local roster grants medical regulation
 * @param structure the house of the client certificate
 */
public record Caller(
        Role role, String id, String name, Set<String> specialties, boolean regulationEntitled, Structure structure) {
    /** Occupational medicine (TRE_R38-SpecialiteOrdinale). */
    private static final String OCCUPATIONAL_MEDICINE = "SM25";

    /** Copies the set. */
    public Caller {
        specialties = Set.copyOf(specialties);
    }

    /** Whether the law keeps this caller out of every emergency access (CSP L.1111-18). */
    boolean barred() {
        return structure.kind().barred() || specialties.contains(OCCUPATIONAL_MEDICINE);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Caller[" + role + "]";
    }
}
