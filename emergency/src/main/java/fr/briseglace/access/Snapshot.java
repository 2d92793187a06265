package fr.briseglace.access;

import fr.briseglace.law.PatientStanding;
import fr.briseglace.notice.Addressees;
import java.time.Instant;
import java.util.UUID;

/**
 * Everything one access needs of one patient, as it stood at one version of the record: the standing that the law
 * looks at, the bytes that are disclosed, and whom to tell. Masked documents never enter it.
 *
 * @param asOf when it was read from the store
 * @param patientId the patient
 * @param recordVersion the version it holds for
 * @param standing what the law looks at
 * @param toldOfAccess whom to tell where the record opens
 * @param toldOfRefusal whom to tell of an attempt by a blocked or unentitled professional
 * @param content the same for every access, rendered; empty where the record cannot be opened by anybody
 */
public record Snapshot(
        Instant asOf,
        UUID patientId,
        long recordVersion,
        PatientStanding.Known standing,
        Addressees toldOfAccess,
        Addressees toldOfRefusal,
        SnapshotContent content) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot s && patientId.equals(s.patientId) && recordVersion == s.recordVersion;
    }

    @Override
    public int hashCode() {
        return patientId.hashCode() * 31 + Long.hashCode(recordVersion);
    }

    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "Snapshot[version " + recordVersion + "]";
    }
}
