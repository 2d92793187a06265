package fr.briseglace.local.population;

import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.patient.PatientFile;
import java.util.List;

/**
 * A patient who does not exist.
 *
 * @param file the administrative side
 * @param documents the record, oldest first; empty where there is none
 */
public record SyntheticPatient(PatientFile file, List<SyntheticDocument> documents) {
    /** Copies the list. */
    public SyntheticPatient {
        documents = List.copyOf(documents);
    }

    /** Whether any entitled professional may open the record: open, the patient alive, nobody opposed or blocked. */
    public boolean ordinary() {
        PatientRights rights = file.rights();
        return file.recordStatus() == RecordStatus.OPEN
                && !file.deceased()
                && !rights.regulationOpposed()
                && !rights.breakGlassOpposed()
                && rights.blocked().isEmpty();
    }
}
