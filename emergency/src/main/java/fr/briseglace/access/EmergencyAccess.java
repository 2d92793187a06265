package fr.briseglace.access;

import static java.util.Objects.requireNonNull;

import fr.briseglace.access.Outcome.Opened;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.cache.Cached;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Decision;
import fr.briseglace.law.Decision.Granted;
import fr.briseglace.law.Decision.Refused;
import fr.briseglace.law.PatientStanding;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Statement;
import fr.briseglace.notice.Recipient;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.RecordWriter;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The story of one access: look, decide, record and verify, answer. Whatever the answer, it is durably recorded before
 * it is given; where the record says that rights or content changed meanwhile, all of it is done again on what the
 * store holds now.
 */
public final class EmergencyAccess {
    private static final int LOOKS = 6;

    private final Snapshots snapshots;
    private final AccessPolicy policy;
    private final RecordWriter writer;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Runnable recorded;

    /**
     * The use case for one event loop.
     *
     * @param random hard to guess; salts and identifiers come from it
     * @param recorded runs after each durable record, so that its notices leave at once
     */
    public EmergencyAccess(
            Snapshots snapshots,
            AccessPolicy policy,
            RecordWriter writer,
            InstantSource clock,
            RandomGenerator random,
            Runnable recorded) {
        this.snapshots = snapshots;
        this.policy = policy;
        this.writer = writer;
        this.clock = clock;
        this.random = random;
        this.recorded = recorded;
    }

    /**
     * Opens a record, or refuses to.
     *
     * @return fails with {@link StoreUnavailable} or {@link fr.briseglace.trail.TrailUnavailable}; nothing is disclosed
     *     then
     */
    public Future<Outcome> open(AccessRequest request) {
        Future<Sighting> first =
                switch (request.patient()) {
                    case Ins ins -> snapshots.of(ins);
                    case InsFault fault -> Future.succeededFuture(Sighting.NOBODY);
                };
        return first.compose(sighting -> decideAndRecord(request, sighting, 1));
    }

    private Future<Outcome> decideAndRecord(AccessRequest request, Sighting sighting, int look) {
        Attempt attempt = decide(request, sighting);
        return writer.write(attempt.entry()).compose(durable -> {
            if (durable) {
                recorded.run();
                return Future.succeededFuture(attempt.outcome());
            }
            return lookAgain(request, sighting, look);
        });
    }

    private Future<Outcome> lookAgain(AccessRequest request, Sighting outdated, int look) {
        if (look >= LOOKS || !(request.patient() instanceof Ins ins)) {
            return Future.failedFuture(new StoreUnavailable(null));
        }
        return snapshots.newerThan(ins, outdated).compose(sighting -> decideAndRecord(request, sighting, look + 1));
    }

    /** What would be answered, and the record that must be durable first. */
    private record Attempt(RecordEntry entry, Outcome outcome) {}

    private Attempt decide(AccessRequest request, Sighting sighting) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = TimeUuid.of(now, random);
        Cached<Snapshot> found = sighting.found();
        PatientStanding standing =
                found == null ? new PatientStanding.Unknown() : found.value().standing();
        Decision decision = policy.decide(request.statement(), request.caller(), request.patient(), standing);
        return switch (decision) {
            case Granted granted ->
                opened(request, requireNonNull(found, "nothing is granted on an unknown patient"), granted, now, id);
            case Refused refused -> shut(request, found == null ? null : found.value(), refused.refusal(), now, id);
        };
    }

    private Attempt opened(AccessRequest request, Cached<Snapshot> found, Granted granted, Instant now, UUID id) {
        Snapshot snapshot = found.value();
        Instant expires = now.plus(granted.window());
        AccessRecord record = record(request, RecordKind.OPENED, snapshot, null, now, expires, id);
        Leaf leaf = Leaf.of(salt(), record);
        return new Attempt(
                new RecordEntry(record, leaf, snapshot.toldOfAccess()),
                new Opened(
                        id,
                        record.mode(),
                        record.caseId(),
                        record.at(),
                        expires,
                        record.degraded(),
                        snapshot,
                        found.source(),
                        leaf));
    }

    private Attempt shut(AccessRequest request, @Nullable Snapshot snapshot, Refusal refusal, Instant now, UUID id) {
        AccessRecord record = record(request, RecordKind.REFUSED, snapshot, refusal, now, null, id);
        return new Attempt(
                new RecordEntry(record, Leaf.of(salt(), record), told(snapshot, refusal)),
                new Shut(id, refusal, request.patient()));
    }

    /** A refused attempt by a blocked or unentitled professional is told to the patient too (us). */
    private static List<Recipient> told(@Nullable Snapshot snapshot, Refusal refusal) {
        boolean offence = refusal == Refusal.BLOCKED || refusal == Refusal.NOT_ENTITLED;
        return offence && snapshot != null ? snapshot.toldOfRefusal() : List.of();
    }

    private static AccessRecord record(
            AccessRequest request,
            RecordKind kind,
            @Nullable Snapshot snapshot,
            @Nullable Refusal refusal,
            Instant at,
            @Nullable Instant expires,
            UUID id) {
        Statement statement = request.statement();
        Caller caller = request.caller();
        return new AccessRecord(
                id,
                at,
                kind,
                id,
                snapshot == null ? AccessRecord.NO_PATIENT : snapshot.patientId(),
                statement.mode(),
                caller,
                statement.caseId(),
                statement.reason(),
                refusal,
                snapshot == null ? 0 : snapshot.recordVersion(),
                expires,
                false);
    }

    private byte[] salt() {
        byte[] salt = new byte[Leaf.SALT];
        random.nextBytes(salt);
        return salt;
    }
}
