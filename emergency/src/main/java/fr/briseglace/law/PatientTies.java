package fr.briseglace.law;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in which relation to a patient.
 *
 * @param patientId the patient
 * @param matricules the patient's own
 * @param birthDate date of birth
 * @param ward whether an adult is under guardianship
 * @param representatives matricules of the legal representatives
 * @param generalPractitioner national id of the GP; null where none is known
 */
public record PatientTies(
        UUID patientId,
        Set<String> matricules,
        LocalDate birthDate,
        boolean ward,
        Set<String> representatives,
        @Nullable String generalPractitioner) {
    private static final int MAJORITY = 18;

    /** Copies the sets. */
    public PatientTies {
        matricules = Set.copyOf(matricules);
        representatives = Set.copyOf(representatives);
    }

    /** In what relation the caller may see who asked for this record; null where in none. */
    public @Nullable JournalReader journalReader(Caller caller, LocalDate today) {
        return switch (caller.role()) {
            case HOLDER ->
                isHolder(caller)
                        ? JournalReader.HOLDER
                        : represents(caller, today) ? JournalReader.REPRESENTATIVE : null;
            case DOCTOR -> caller.id().equals(generalPractitioner) ? JournalReader.GP : null;
            case MIDWIFE,
                    NURSE,
                    PHARMACIST,
                    OTHER_PROFESSIONAL,
                    REGULATION_ASSISTANT,
                    PORTAL,
                    PRIVACY_OFFICER,
                    OPERATOR,
                    NONE -> null;
        };
    }

    /** Whether the caller may see and change the patient's rights: the holder, a representative, the portal from its own house. */
    public boolean mayChangeRights(Caller caller, LocalDate today) {
        return switch (caller.role()) {
            case HOLDER -> isHolder(caller) || represents(caller, today);
            case PORTAL -> caller.structure().kind() == StructureKind.PORTAL;
            case DOCTOR,
                    MIDWIFE,
                    NURSE,
                    PHARMACIST,
                    OTHER_PROFESSIONAL,
                    REGULATION_ASSISTANT,
                    PRIVACY_OFFICER,
                    OPERATOR,
                    NONE -> false;
        };
    }

    private boolean isHolder(Caller caller) {
        return matricules.contains(caller.id());
    }

    private boolean represents(Caller caller, LocalDate today) {
        boolean represented = ward || birthDate.plusYears(MAJORITY).isAfter(today);
        return represented && representatives.contains(caller.id());
    }

    /** Says nothing of the persons. */
    @Override
    public String toString() {
        return "PatientTies[…]";
    }
}
