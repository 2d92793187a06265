package fr.briseglace.trail;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records to begin with and change. */
public record Records(AccessRecord record) {
    /** A granted regulation. */
    public static Records opened() {
        Instant at = Instant.parse("2026-11-21T10:15:30.123456Z");
        UUID id = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L);
        return new Records(new AccessRecord(
                id,
                at,
                RecordKind.OPENED,
                id,
                new UUID(1, 2),
                AccessMode.CENTRE_15,
                doctor("810001234567", "Dr Exemple", "1440000001"),
                "fr.health.samu440.DRFR15",
                new Reason("M01.02", "inconscient"),
                null,
                null,
                1,
                at.plusSeconds(14_400),
                false));
    }

    private static Caller doctor(String id, String name, String structure) {
        return new Caller(Role.DOCTOR, id, name, Set.of(), true, new Structure(structure, "SAMU", StructureKind.SAMU));
    }

    /** With another identifier. */
    public Records recordId(UUID id) {
        return with(id, record.at(), record.kind(), record.accessId(), record.patientId(), record.mode());
    }

    /** At another time. */
    public Records at(Instant at) {
        return with(record.recordId(), at, record.kind(), record.accessId(), record.patientId(), record.mode());
    }

    /** Of another kind. */
    public Records kind(RecordKind kind) {
        return with(record.recordId(), record.at(), kind, record.accessId(), record.patientId(), record.mode());
    }

    /** Of another window. */
    public Records accessId(UUID id) {
        return with(record.recordId(), record.at(), record.kind(), id, record.patientId(), record.mode());
    }

    /** Of another patient. */
    public Records patientId(UUID id) {
        return with(record.recordId(), record.at(), record.kind(), record.accessId(), id, record.mode());
    }

    /** On the other legal ground. */
    public Records breakGlass() {
        return with(
                record.recordId(),
                record.at(),
                record.kind(),
                record.accessId(),
                record.patientId(),
                AccessMode.BRIS_DE_GLACE);
    }

    private Records with(
            UUID id, Instant at, RecordKind kind, UUID accessId, UUID patientId, @Nullable AccessMode mode) {
        return new Records(new AccessRecord(
                id,
                at,
                kind,
                accessId,
                patientId,
                mode,
                record.caller(),
                record.caseId(),
                record.reason(),
                record.subject(),
                record.refusal(),
                record.recordVersion(),
                record.expiresAt(),
                record.degraded()));
    }

    /** By somebody else. */
    public Records caller(String id, String name, String structure) {
        return with(doctor(id, name, structure), record.caseId(), record.reason(), record.refusal());
    }

    /** For another case. */
    public Records caseId(@Nullable String caseId) {
        return with(record.caller(), caseId, record.reason(), record.refusal());
    }

    /** For another reason. */
    public Records reason(@Nullable Reason reason) {
        return with(record.caller(), record.caseId(), reason, record.refusal());
    }

    /** Refused. */
    public Records refusal(Refusal refusal) {
        return with(record.caller(), record.caseId(), record.reason(), refusal);
    }

    private Records with(Caller caller, @Nullable String caseId, @Nullable Reason reason, @Nullable Refusal refusal) {
        return new Records(new AccessRecord(
                record.recordId(),
                record.at(),
                refusal == null ? record.kind() : RecordKind.REFUSED,
                record.accessId(),
                record.patientId(),
                record.mode(),
                caller,
                caseId,
                reason,
                record.subject(),
                refusal,
                record.recordVersion(),
                record.expiresAt(),
                record.degraded()));
    }

    /** Decided on another version. */
    public Records recordVersion(long version) {
        return with(version, record.expiresAt(), record.degraded());
    }

    /** With another end. */
    public Records expiresAt(@Nullable Instant end) {
        return with(record.recordVersion(), end, record.degraded());
    }

    /** Decided without the store. */
    public Records degraded(boolean degraded) {
        return with(record.recordVersion(), record.expiresAt(), degraded);
    }

    private Records with(long version, @Nullable Instant expires, boolean degraded) {
        return new Records(new AccessRecord(
                record.recordId(),
                record.at(),
                record.kind(),
                record.accessId(),
                record.patientId(),
                record.mode(),
                record.caller(),
                record.caseId(),
                record.reason(),
                record.subject(),
                record.refusal(),
                version,
                expires,
                degraded));
    }

    /** About something else as well. */
    public Records subject(@Nullable String subject) {
        return new Records(new AccessRecord(
                record.recordId(),
                record.at(),
                record.kind(),
                record.accessId(),
                record.patientId(),
                record.mode(),
                record.caller(),
                record.caseId(),
                record.reason(),
                subject,
                record.refusal(),
                record.recordVersion(),
                record.expiresAt(),
                record.degraded()));
    }
}
