package fr.briseglace.law;

import org.jspecify.annotations.Nullable;

/**
 * What a caller states when asking for a record.
 *
 * @param mode legal ground
 * @param caseId case of the regulation centre; required there
 * @param reason why; required for breaking the glass
 * @param attestation both conditions certified; required for breaking the glass
 */
public record Statement(
        AccessMode mode,
        @Nullable String caseId,
        @Nullable Reason reason,
        @Nullable Attestation attestation) {}
