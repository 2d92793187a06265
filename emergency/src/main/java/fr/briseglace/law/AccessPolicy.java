package fr.briseglace.law;

import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Decision.Granted;
import fr.briseglace.law.Decision.Refused;
import fr.briseglace.law.PatientStanding.Known;
import fr.briseglace.law.PatientStanding.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * The decision table of emergency access (CSP L.1111-17 and following): the first line that applies wins.
 *
 * <p>The lines fall in two: those about the request, which need nothing of the patient and are read first, and those
 * about the patient.
 *
 * @param settings what the texts leave to the operator
 */
public record AccessPolicy(LawSettings settings) {
    /** The whole table. */
    public Decision decide(Statement statement, Caller caller, InsReading ins, PatientStanding standing) {
        Refusal refusal = aboutRequest(statement, caller, ins);
        return refusal == null ? aboutPatient(statement.mode(), caller, standing) : new Refused(refusal);
    }

    /** Lines 1 to 3: role, statement, identifier. Null where none of them refuses. */
    public @Nullable Refusal aboutRequest(Statement statement, Caller caller, InsReading ins) {
        if (!mayUse(statement.mode(), caller)) {
            return Refusal.NOT_ENTITLED;
        }
        Refusal incomplete = incomplete(statement);
        if (incomplete != null) {
            return incomplete;
        }
        return ins instanceof InsFault ? Refusal.INS_INVALID : null;
    }

    /** Lines 4 to 9: what the patient is and decided. */
    public Decision aboutPatient(AccessMode mode, Caller caller, PatientStanding standing) {
        return switch (standing) {
            case Unknown unknown -> new Refused(Refusal.PATIENT_UNKNOWN);
            case Known known -> aboutKnown(mode, caller, known);
        };
    }

    /** The table for somebody who has stated before, and rightly, why: the role again, and the patient. */
    public Decision again(AccessMode mode, Caller caller, PatientStanding standing) {
        return mayUse(mode, caller) ? aboutPatient(mode, caller, standing) : new Refused(Refusal.NOT_ENTITLED);
    }

    private Decision aboutKnown(AccessMode mode, Caller caller, Known patient) {
        if (patient.deceased()) {
            return new Refused(Refusal.PATIENT_DECEASED);
        }
        return switch (patient.recordStatus()) {
            case NONE -> new Refused(Refusal.NO_RECORD);
            case CLOSED -> new Refused(Refusal.RECORD_CLOSED);
            case OPEN -> aboutRights(mode, caller, patient.rights());
        };
    }

    private Decision aboutRights(AccessMode mode, Caller caller, PatientRights rights) {
        if (rights.opposes(mode)) {
            return new Refused(Refusal.OPPOSED);
        }
        if (settings.blockHoldsInEmergency() && rights.blocked().contains(caller.id())) {
            return new Refused(Refusal.BLOCKED);
        }
        return new Granted(settings.window(mode));
    }

    /** Whether the caller's role may use the mode at all. */
    public static boolean mayUse(AccessMode mode, Caller caller) {
        if (caller.barred()) {
            return false;
        }
        return switch (mode) {
            case CENTRE_15 -> mayRegulate(caller);
            case BRIS_DE_GLACE -> mayBreakGlass(caller);
        };
    }

    /**
     * Whether the caller may announce calls, which discloses nothing: a doctor or an assistant of the centre that takes
     * them.
     */
    public static boolean mayAnnounce(Caller caller) {
        return !caller.barred()
                && caller.structure().kind() == StructureKind.SAMU
                && (caller.role() == Role.DOCTOR || caller.role() == Role.REGULATION_ASSISTANT);
    }

    /** CSP L.1111-17 I al. 2: the regulating doctor, in the centre that receives the call. */
    private static boolean mayRegulate(Caller caller) {
        return caller.role() == Role.DOCTOR
                && caller.regulationEntitled()
                && caller.structure().kind() == StructureKind.SAMU;
    }

    /** CSP L.1111-17 I al. 1: a named professional with a care role in a house of care; a pharmacist in a hospital
     * only. */
    private static boolean mayBreakGlass(Caller caller) {
        if (!caller.structure().kind().givesCare()) {
            return false;
        }
        return switch (caller.role()) {
            case DOCTOR, MIDWIFE, NURSE -> true;
            case PHARMACIST -> caller.structure().kind() == StructureKind.HOSPITAL;
            case OTHER_PROFESSIONAL, REGULATION_ASSISTANT, HOLDER, PORTAL, PRIVACY_OFFICER, OPERATOR, NONE -> false;
        };
    }

    private static @Nullable Refusal incomplete(Statement statement) {
        return switch (statement.mode()) {
            case CENTRE_15 -> statement.caseId() == null || statement.caseId().isBlank() ? Refusal.CASE_MISSING : null;
            case BRIS_DE_GLACE -> {
                if (statement.attestation() == null || !statement.attestation().complete()) {
                    yield Refusal.ATTESTATION_MISSING;
                }
                yield saysWhy(statement.reason()) ? null : Refusal.REASON_MISSING;
            }
        };
    }

    private static boolean saysWhy(@Nullable Reason reason) {
        return reason != null && reason.text() != null && reason.text().strip().length() >= Reason.SHORTEST;
    }
}
