package fr.briseglace.access;

import static java.util.Objects.requireNonNull;

import fr.briseglace.access.Drafts.Matter;
import fr.briseglace.access.Outcome.Ended;
import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.KeyMismatch;
import fr.briseglace.access.Outcome.Missing;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.access.Recording.Settled;
import fr.briseglace.cache.Cached;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Decision;
import fr.briseglace.law.Decision.Granted;
import fr.briseglace.law.Decision.Refused;
import fr.briseglace.law.PatientStanding;
import fr.briseglace.law.Refusal;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.RepeatKey;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The story of one access: look, decide, record and verify, answer. Whatever the answer, it is durably recorded before
 * it is given; where the record says that rights or content changed meanwhile, all of it is done again on what the
 * store holds now.
 */
public final class EmergencyAccess {
    private final AccessTools tools;
    private final KnownWindows known;
    private final Recording recording;
    private final Drafts drafts;
    private final OwnDocuments own;

    /**
     * The use case for one event loop.
     *
     * @param known windows that the node has seen opened
     */
    public EmergencyAccess(AccessTools tools, KnownWindows known) {
        this.tools = tools;
        this.known = known;
        this.recording = tools.recording();
        this.drafts = tools.drafts();
        this.own = tools.own();
    }

    /**
     * Opens a record, or refuses to. A professional who has it open already sees it again through the same window.
     *
     * @param admitted fails where the request comes too often; the record is looked up meanwhile, and nothing decided
     * @return fails as {@code admitted} does, or with {@link TooLate}, or with {@link StoreUnavailable} or
     *     {@link fr.briseglace.trail.TrailUnavailable} where the attempt can be recorded nowhere; nothing is disclosed then
     */
    public Future<Outcome<Opened>> open(AccessRequest request, Future<Void> admitted) {
        Future<Sighting> looking = look(request.patient());
        return admitted.compose(yes -> looking.compose(sighting -> attempt(request, sighting, null))
                .recover(failure ->
                        Recording.storeIsAway(failure) ? unseen(request, failure) : Future.failedFuture(failure)));
    }

    /**
     * Nobody can say what the patient is and decided. The attempt is refused, by law where the law need not look at the
     * patient, and kept on this node until the store is back. What could not be decided is not what the same request with
     * the same key is answered then.
     */
    private Future<Outcome<Opened>> unseen(AccessRequest request, Throwable away) {
        Refusal byLaw = tools.policy().aboutRequest(request.statement(), request.caller(), request.patient());
        Refusal refusal = byLaw == null ? Refusal.STORE_UNAVAILABLE : byLaw;
        RepeatKey key = byLaw == null ? null : request.key();
        Matter matter = Matter.of(request.caller(), request.statement(), Sighting.NOBODY, key);
        Attempt<Opened> attempt = shut(matter.withoutStore(drafts), refusal, request.patient());
        return request.patience()
                .orTooLate(() -> recording.keep(attempt))
                .map(attempt.outcome())
                .recover(nowhere -> Future.failedFuture(nowhere instanceof TooLate ? nowhere : away));
    }

    private Future<Outcome<Opened>> attempt(AccessRequest request, Sighting first, @Nullable AccessWindow held) {
        return recording
                .settle(
                        request.patient(),
                        first,
                        request.patience(),
                        sighting -> Future.succeededFuture(decide(request, sighting, held)))
                .compose(settled -> conclude(request, settled));
    }

    private Future<Sighting> look(InsReading patient) {
        return switch (patient) {
            case Ins ins -> tools.snapshots().of(ins);
            case InsFault fault -> Future.succeededFuture(Sighting.NOBODY);
        };
    }

    private Attempt<Opened> decide(AccessRequest request, Sighting sighting, @Nullable AccessWindow held) {
        Cached<Snapshot> found = sighting.found();
        PatientStanding standing =
                found == null ? new PatientStanding.Unknown() : found.value().standing();
        Decision decision = tools.policy().decide(request.statement(), request.caller(), request.patient(), standing);
        Matter matter = Matter.of(request.caller(), request.statement(), sighting, request.key());
        return switch (decision) {
            case Granted granted ->
                granted(matter, requireNonNull(found, "nothing is granted on an unknown patient"), granted, held);
            case Refused refused -> shut(matter, refused.refusal(), request.patient());
        };
    }

    private Attempt<Opened> granted(
            Matter matter, Cached<Snapshot> found, Granted granted, @Nullable AccessWindow held) {
        Instant now = drafts.now(matter);
        AccessWindow window = held == null ? known(matter, found.value(), now) : held;
        return window == null ? opened(matter, found, now, granted) : again(matter, found, now, window);
    }

    /** What this caller has open already, as far as is known here; a request with a key is first compared by it. */
    private @Nullable AccessWindow known(Matter matter, Snapshot patient, Instant now) {
        return matter.key() != null
                ? null
                : known.of(
                        matter.caller().id(),
                        patient.patientId(),
                        matter.statement().mode(),
                        matter.statement().caseId(),
                        now);
    }

    private Attempt<Opened> opened(Matter matter, Cached<Snapshot> found, Instant now, Granted granted) {
        Instant expires = now.plus(granted.window());
        RecordEntry entry = drafts.opening(matter, found.value(), now, expires, null);
        AccessRecord record = entry.record();
        return new Attempt<>(
                entry,
                new Given<>(new Opened(
                        record.accessId(),
                        matter.caller(),
                        matter.statement().mode(),
                        record.caseId(),
                        record.reason(),
                        now,
                        expires,
                        record.degraded(),
                        found,
                        entry.leaf().hash(),
                        false)));
    }

    /** The record is open to this professional already: it is decided anew, and recorded as a read. */
    private Attempt<Opened> again(Matter matter, Cached<Snapshot> found, Instant now, AccessWindow window) {
        return new Attempt<>(
                drafts.inside(matter, RecordKind.READ, window.id(), now, null),
                new Given<>(WindowAccess.opened(window, matter.caller(), found, matter.degraded(), true)));
    }

    private Attempt<Opened> shut(Matter matter, Refusal refusal, InsReading patient) {
        RecordEntry entry = drafts.refusal(matter, null, drafts.now(matter), refusal);
        return new Attempt<>(entry, new Shut<>(entry.record().accessId(), refusal, patient));
    }

    private Future<Outcome<Opened>> conclude(AccessRequest request, Settled<Opened> settled) {
        return switch (settled.verdict()) {
            case Verdict.Durable durable -> own.show(durable(request, settled.attempt()), request.patient(), durable);
            case Verdict.WindowOpen window -> through(request, settled.sighting(), window.accessId());
            case Verdict.Ended ended -> anew(request, settled);
            case Verdict.Repeated repeated ->
                repeated(settled, repeated).compose(outcome -> own.show(outcome, request.patient(), repeated));
            case Verdict.Mismatch mismatch -> Future.succeededFuture(new KeyMismatch<>());
            case Verdict.Outdated outdated -> throw new IllegalStateException("settled on an old version");
            case Verdict.Again again -> throw new IllegalStateException("not settled");
        };
    }

    private Outcome<Opened> durable(AccessRequest request, Attempt<Opened> attempt) {
        if (!attempt.entry().told().isEmpty()) {
            tools.recorded().run();
        }
        if (attempt.outcome() instanceof Given<Opened> given
                && !given.value().before()
                && request.patient() instanceof Ins ins) {
            known.opened(window(given.value(), ins));
        }
        return attempt.outcome();
    }

    private static AccessWindow window(Opened opened, Ins ins) {
        return new AccessWindow(
                opened.id(),
                opened.found().value().patientId(),
                ins,
                opened.mode(),
                opened.caseId(),
                opened.reason(),
                opened.by().id(),
                opened.openedAt(),
                opened.expiresAt(),
                false,
                opened.leaf());
    }

    /** Opened before, elsewhere or long ago: looks through that window. */
    private Future<Outcome<Opened>> through(AccessRequest request, Sighting sighting, UUID accessId) {
        return tools.windows().find(accessId).compose(found -> {
            AccessWindow window = found.orElse(null);
            if (window == null) {
                return Future.succeededFuture(new Missing<>());
            }
            known.opened(window);
            return attempt(request, sighting, window);
        });
    }

    /** What was known of the window is out of date. */
    private Future<Outcome<Opened>> anew(AccessRequest request, Settled<Opened> settled) {
        if (settled.attempt().outcome() instanceof Given<Opened> given && request.patient() instanceof Ins ins) {
            known.ended(window(given.value(), ins));
        }
        return attempt(request, settled.sighting(), null);
    }

    /** The same request came before: the same access is the answer, decided anew but not recorded twice. */
    private Future<Outcome<Opened>> repeated(Settled<Opened> settled, Verdict.Repeated before) {
        return switch (settled.attempt().outcome()) {
            case Shut<Opened> shut ->
                Future.succeededFuture(new Shut<>(before.accessId(), shut.refusal(), shut.patient()));
            case Given<Opened> given ->
                tools.windows().find(before.accessId()).map(found -> found.map(window ->
                                repeated(settled, window, given.value().by(), before.look()))
                        .orElseGet(Missing::new));
            default -> throw new IllegalStateException("neither given nor refused");
        };
    }

    /** What is known of a window opens nothing once it has ended. */
    private Outcome<Opened> repeated(Settled<Opened> settled, AccessWindow window, Caller by, boolean look) {
        Cached<Snapshot> found = requireNonNull(settled.sighting().found(), "granted on a known patient");
        boolean degraded = settled.sighting().degraded();
        return window.open(drafts.now())
                ? new Given<>(WindowAccess.opened(window, by, found, degraded, look))
                : new Ended<>();
    }
}
