package fr.briseglace.patient;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The administrative side of a record: who the patient is, whom to tell, and what they decided.
 *
 * @param ins national identifier
 * @param identity traits
 * @param recordStatus whether there is a DMP, and open
 * @param deceased whether the patient is dead
 * @param rights oppositions, blocks and consents
 * @param contacts how the patient is reached
 * @param ward whether an adult is under guardianship, so that representatives are told instead
 * @param representatives legal representatives of a minor or ward; empty for everybody else
 * @param generalPractitioner national id (8 + RPPS) of the GP, null where none is known
 */
public record PatientFile(
        Ins ins,
        PatientIdentity identity,
        RecordStatus recordStatus,
        boolean deceased,
        PatientRights rights,
        Contacts contacts,
        boolean ward,
        List<Representative> representatives,
        @Nullable String generalPractitioner) {
    /** Copies the list. */
    public PatientFile {
        representatives = List.copyOf(representatives);
    }

    /** The same, with those representatives who are in office on a day in France. */
    public PatientFile representedOn(LocalDate day) {
        return new PatientFile(
                ins,
                identity,
                recordStatus,
                deceased,
                rights,
                contacts,
                ward,
                representatives.stream().filter(one -> one.inOffice(day)).toList(),
                generalPractitioner);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PatientFile[…]";
    }
}
