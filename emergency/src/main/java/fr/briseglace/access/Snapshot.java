package fr.briseglace.access;

import fr.briseglace.cache.Shrouded;
import fr.briseglace.law.PatientStanding;
import fr.briseglace.notice.Addressees;
import java.time.Instant;
import java.util.UUID;

/**
 * Everything one access needs of one patient, as it stood at one version of the record: the standing that the law
 * looks at, the bytes that are disclosed, and whom to tell. Masked documents never enter it. It lies in memory for as long
 * as a near cache keeps it, so whatever names anybody is shrouded there.
 */
public final class Snapshot {
    private final Instant asOf;
    private final UUID patientId;
    private final long recordVersion;
    private final PatientStanding.Known standing;
    private final Shrouded toldOfAccess;
    private final Shrouded toldOfRefusal;
    private final SnapshotContent content;

    /**
     * A snapshot.
     *
     * @param asOf when it was read from the store
     * @param patientId the patient
     * @param recordVersion the version it holds for
     * @param standing what the law looks at
     * @param toldOfAccess whom to tell where the record opens
     * @param toldOfRefusal whom to tell of an attempt by a blocked or unentitled professional
     * @param content the same for every access, rendered; empty where the record cannot be opened by anybody
     */
    public Snapshot(
            Instant asOf,
            UUID patientId,
            long recordVersion,
            PatientStanding.Known standing,
            Addressees toldOfAccess,
            Addressees toldOfRefusal,
            SnapshotContent content) {
        this.asOf = asOf;
        this.patientId = patientId;
        this.recordVersion = recordVersion;
        this.standing = standing;
        this.toldOfAccess = Shrouded.of(AddresseesCodec.encode(toldOfAccess));
        this.toldOfRefusal = Shrouded.of(AddresseesCodec.encode(toldOfRefusal));
        this.content = content;
    }

    /** When it was read from the store. */
    public Instant asOf() {
        return asOf;
    }

    /** The patient. */
    public UUID patientId() {
        return patientId;
    }

    /** The version it holds for. */
    public long recordVersion() {
        return recordVersion;
    }

    /** What the law looks at. */
    public PatientStanding.Known standing() {
        return standing;
    }

    /** Whom to tell where the record opens. */
    public Addressees toldOfAccess() {
        return AddresseesCodec.decode(toldOfAccess.clear());
    }

    /** Whom to tell of an attempt by a blocked or unentitled professional. */
    public Addressees toldOfRefusal() {
        return AddresseesCodec.decode(toldOfRefusal.clear());
    }

    /** The same for every access, rendered; empty where the record cannot be opened by anybody. */
    public SnapshotContent content() {
        return content;
    }

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
