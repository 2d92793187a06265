package fr.briseglace.oversight;

import fr.briseglace.fhir.Audited;
import fr.briseglace.identity.Ins;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.RecordKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an audit repository is told of a record: whatever it says, but for reasons in words. Pure. */
public final class AuditedRecord {
    private AuditedRecord() {}

    /**
     * That record.
     *
     * @param patient whom it is about; null where no patient is known
     */
    public static Audited of(AccessRecord record, @Nullable Ins patient) {
        return new Audited(
                record.recordId(),
                record.at(),
                record.kind().word(),
                record.accessId(),
                record.mode() == null ? null : record.mode().code(),
                record.caller().id(),
                record.caller().name(),
                record.caller().role().word(),
                record.caller().structure().id(),
                record.caller().structure().name(),
                record.caseId(),
                record.reason() == null ? null : record.reason().code(),
                record.refusal() == null ? null : record.refusal().slug(),
                patient,
                document(record));
    }

    private static @Nullable UUID document(AccessRecord record) {
        return record.kind() == RecordKind.FETCHED && record.subject() != null
                ? UUID.fromString(record.subject())
                : null;
    }
}
