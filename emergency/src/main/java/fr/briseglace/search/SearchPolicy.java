package fr.briseglace.search;

import fr.briseglace.identity.InsFault;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Refusal;
import fr.briseglace.search.PatientQuery.ByDatamatrix;
import org.jspecify.annotations.Nullable;

/**
 * Who may look for a patient: those who may open a record in the same mode, on the same statement but for the reason.
 * The first line that applies wins, as in the decision table of access.
 *
 * <p>What a patient decided plays no part here. Candidates are identities, not records: a patient without a DMP, with a
 * closed one, or opposed to emergency access is found like anybody else, and the refusal comes, named and recorded, at
 * access. Were they left out, an empty answer would tell of the opposition to whoever knows that the person exists, and
 * the professional would take somebody else for the patient. The dead are not found.
 *
 * @param breakGlassSearch whether one may search before breaking the glass; texts are silent (CNIL: asking an unconscious
 *     patient for an identifier contradicts the purpose)
 */
public record SearchPolicy(boolean breakGlassSearch) {
    /** Both modes may search. */
    public static final SearchPolicy DEFAULT = new SearchPolicy(true);

    /** Why a search is refused; null where it is not. */
    public @Nullable Refusal refusal(SearchRequest request) {
        if (!AccessPolicy.mayUse(request.mode(), request.caller())) {
            return Refusal.NOT_ENTITLED;
        }
        return switch (request.mode()) {
            case CENTRE_15 -> blank(request.caseId()) ? Refusal.CASE_MISSING : aboutQuery(request.query());
            case BRIS_DE_GLACE -> {
                if (!breakGlassSearch) {
                    yield Refusal.NOT_ENTITLED;
                }
                yield attested(request.attestation()) ? aboutQuery(request.query()) : Refusal.ATTESTATION_MISSING;
            }
        };
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean attested(@Nullable Attestation attestation) {
        return attestation != null && attestation.complete();
    }

    private static @Nullable Refusal aboutQuery(PatientQuery query) {
        return query instanceof ByDatamatrix symbol && symbol.datamatrix() instanceof InsFault
                ? Refusal.INS_INVALID
                : null;
    }
}
