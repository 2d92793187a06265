package fr.briseglace.oversight;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Role;
import fr.briseglace.law.StructureKind;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The privacy officer's work. What they are shown and what they judge is recorded in the same trail as what they look
 * at: nobody reviews unseen.
 */
public final class Reviews {
    private final ReviewStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * The use case.
     *
     * @param random hard to guess
     */
    public Reviews(ReviewStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** Whether somebody may review: a privacy officer, from their own house alone. */
    public static boolean entitled(Caller caller) {
        return caller.role() == Role.PRIVACY_OFFICER && caller.structure().kind() == StructureKind.OVERSIGHT;
    }

    /**
     * What is to be judged, overdue first.
     *
     * @param officer somebody {@link #entitled}
     * @param investigated those under investigation instead of those that nobody has judged
     * @param after only what comes behind this one; null for the first
     */
    public Future<List<Review>> queue(Caller officer, boolean investigated, @Nullable UUID after, int limit) {
        return store.queue(investigated, after, limit, shown -> shown(officer, shown));
    }

    /**
     * Judges one.
     *
     * @param officer somebody {@link #entitled}
     * @param comment 3 to 500 characters
     */
    public Future<Judged> judge(Caller officer, UUID id, Judgement judgement, String comment) {
        Review.Answer answer = new Review.Answer(judgement, comment, now(), officer.id());
        return store.judge(id, answer, review -> judged(officer, review, answer));
    }

    private KeptRecord shown(Caller officer, List<Review> shown) {
        String ids = shown.stream().map(review -> review.id().toString()).collect(Collectors.joining(" "));
        Instant now = now();
        UUID id = TimeUuid.of(now, random);
        return kept(new AccessRecord(
                id,
                now,
                RecordKind.QUEUE_READ,
                id,
                AccessRecord.NO_PATIENT,
                null,
                officer,
                null,
                null,
                ids.isEmpty() ? null : ids,
                null,
                0,
                null,
                false));
    }

    private KeptRecord judged(Caller officer, Review review, Review.Answer answer) {
        UUID id = TimeUuid.of(answer.at(), random);
        UUID window = review.facts().accessId();
        UUID patient = review.patientId();
        return kept(new AccessRecord(
                id,
                answer.at(),
                RecordKind.REVIEWED,
                window == null ? id : window,
                patient == null ? AccessRecord.NO_PATIENT : patient,
                review.facts().mode(),
                officer,
                review.facts().caseId(),
                new Reason(answer.judgement().word(), answer.comment()),
                review.id().toString(),
                null,
                0,
                null,
                false));
    }

    private KeptRecord kept(AccessRecord record) {
        byte[] salt = new byte[Leaf.SALT];
        random.nextBytes(salt);
        return new KeptRecord(record, salt);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
