package fr.briseglace.access;

import fr.briseglace.cache.Cached;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Statement;
import fr.briseglace.notice.Recipient;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.RepeatKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes records: gives them an identifier, a time, a salt and the notices that belong to them.
 *
 * @param clock the one clock
 * @param random hard to guess
 */
record Drafts(InstantSource clock, RandomGenerator random) {
    /** Now, as exact as the store keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** When something is decided; when it was first, where the store may have taken that already. */
    Instant now(Matter matter) {
        return matter.tried() == null ? now() : matter.tried().record().at();
    }

    UUID id(Instant now) {
        return TimeUuid.of(now, random);
    }

    private UUID id(Matter matter, Instant now) {
        return matter.tried() == null ? id(now) : matter.tried().record().recordId();
    }

    private byte[] salt(Matter matter) {
        if (matter.tried() != null) {
            return matter.tried().leaf().salt();
        }
        byte[] salt = new byte[Leaf.SALT];
        random.nextBytes(salt);
        return salt;
    }

    /**
     * What a record is about.
     *
     * @param caller who asked
     * @param statement on which ground and why
     * @param patient the patient as decided on; null where none is known
     * @param key by what a repetition is known
     * @param tried the same record, which the store may have taken without saying so; null while the store is there
     */
    record Matter(
            Caller caller,
            Statement statement,
            @Nullable Snapshot patient,
            @Nullable RepeatKey key,
            @Nullable RecordEntry tried) {
        /** What is asked of what was found. */
        static Matter of(Caller caller, Statement statement, Sighting sighting, @Nullable RepeatKey key) {
            Cached<Snapshot> found = sighting.found();
            return new Matter(caller, statement, found == null ? null : found.value(), key, sighting.tried());
        }

        /** The same while the store, which nobody could ask, is away. */
        Matter withoutStore(Drafts drafts) {
            return new Matter(caller, statement, patient, key, drafts.unasked(this));
        }

        /** Whether the store is away. */
        boolean degraded() {
            return tried != null;
        }
    }

    /** Stands for a record that the store was never given. */
    private RecordEntry unasked(Matter matter) {
        return refusal(matter, null, now(), Refusal.STORE_UNAVAILABLE);
    }

    /** A window is opened, and those concerned are told. */
    RecordEntry opening(Matter matter, Snapshot patient, Instant now, Instant expires, @Nullable String subject) {
        UUID id = id(matter, now);
        return entry(
                matter,
                RecordKind.OPENED,
                id,
                id,
                now,
                expires,
                subject,
                null,
                patient.toldOfAccess().at(now));
    }

    /** Something happens inside a window; the notice of its opening covers it. */
    RecordEntry inside(Matter matter, RecordKind kind, UUID window, Instant now, @Nullable String subject) {
        return entry(matter, kind, id(matter, now), window, now, null, subject, null, List.of());
    }

    /** An attempt is refused; one by a blocked or unentitled professional is told to the patient too (us). */
    RecordEntry refusal(Matter matter, @Nullable UUID window, Instant now, Refusal refusal) {
        UUID id = id(matter, now);
        boolean offence = refusal == Refusal.BLOCKED || refusal == Refusal.NOT_ENTITLED;
        List<Recipient> told = offence && matter.patient() != null
                ? matter.patient().toldOfRefusal().at(now)
                : List.of();
        return entry(matter, RecordKind.REFUSED, id, window == null ? id : window, now, null, null, refusal, told);
    }

    private RecordEntry entry(
            Matter matter,
            RecordKind kind,
            UUID id,
            UUID window,
            Instant now,
            @Nullable Instant expires,
            @Nullable String subject,
            @Nullable Refusal refusal,
            List<Recipient> told) {
        Snapshot patient = matter.patient();
        AccessRecord record = new AccessRecord(
                id,
                now,
                kind,
                window,
                patient == null ? AccessRecord.NO_PATIENT : patient.patientId(),
                matter.statement().mode(),
                matter.caller(),
                matter.statement().caseId(),
                matter.statement().reason(),
                subject,
                refusal,
                patient == null ? 0 : patient.recordVersion(),
                expires,
                matter.degraded());
        return new RecordEntry(record, Leaf.of(salt(matter), record), told, matter.key());
    }
}
