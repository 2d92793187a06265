package fr.briseglace.search;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looks for a patient.
 *
 * @param caller who, verified
 * @param mode legal ground of the access that is to follow
 * @param caseId case of the regulation centre; required there
 * @param attestation both conditions certified; required for breaking the glass
 * @param query by what
 */
public record SearchRequest(
        Caller caller,
        AccessMode mode,
        @Nullable String caseId,
        @Nullable Attestation attestation,
        PatientQuery query) {}
