package fr.briseglace.law;

/** What the store knows of a patient before anything is disclosed. */
public sealed interface PatientStanding {
    /** No such patient. */
    record Unknown() implements PatientStanding {}

    /**
     * A known patient.
     *
     * @param deceased whether dead
     * @param recordStatus whether there is a DMP, and open
     * @param rights what the patient decided
     */
    record Known(boolean deceased, RecordStatus recordStatus, PatientRights rights) implements PatientStanding {}
}
