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
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;

/**
 * The story of one access: look, decide, record and verify, answer. Whatever the answer, it is durably recorded before
 * it is given; where the record says that rights or content changed meanwhile, all of it is done again on what the
 * store holds now.
 */
public final class EmergencyAccess {
    private final AccessTools tools;
    private final Recording recording;
    private final Drafts drafts;

    /** The use case for one event loop. */
    public EmergencyAccess(AccessTools tools) {
        this.tools = tools;
        this.recording = tools.recording();
        this.drafts = tools.drafts();
    }

    /**
     * Opens a record, or refuses to. A professional who has it open already sees it again through the same window.
     *
     * @return fails with {@link StoreUnavailable} or {@link fr.briseglace.trail.TrailUnavailable}; nothing is disclosed
     *     then
     */
    public Future<Outcome<Opened>> open(AccessRequest request) {
        return look(request.patient())
                .compose(sighting -> recording.settle(
                        request.patient(), sighting, found -> Future.succeededFuture(decide(request, found))))
                .compose(settled -> conclude(request, settled));
    }

    private Future<Sighting> look(InsReading patient) {
        return switch (patient) {
            case Ins ins -> tools.snapshots().of(ins);
            case InsFault fault -> Future.succeededFuture(Sighting.NOBODY);
        };
    }

    private Attempt<Opened> decide(AccessRequest request, Sighting sighting) {
        Cached<Snapshot> found = sighting.found();
        PatientStanding standing =
                found == null ? new PatientStanding.Unknown() : found.value().standing();
        Decision decision = tools.policy().decide(request.statement(), request.caller(), request.patient(), standing);
        Matter matter =
                new Matter(request.caller(), request.statement(), found == null ? null : found.value(), request.key());
        return switch (decision) {
            case Granted granted ->
                opened(matter, requireNonNull(found, "nothing is granted on an unknown patient"), granted);
            case Refused refused -> shut(matter, refused.refusal(), request.patient());
        };
    }

    private Attempt<Opened> opened(Matter matter, Cached<Snapshot> found, Granted granted) {
        Instant now = drafts.now();
        Instant expires = now.plus(granted.window());
        RecordEntry entry = drafts.opening(matter, found.value(), now, expires, null);
        AccessRecord record = entry.record();
        return new Attempt<>(
                entry,
                new Given<>(new Opened(
                        record.accessId(),
                        matter.caller(),
                        record.mode(),
                        record.caseId(),
                        now,
                        expires,
                        record.degraded(),
                        found,
                        entry.leaf().hash(),
                        false)));
    }

    private Attempt<Opened> shut(Matter matter, Refusal refusal, InsReading patient) {
        RecordEntry entry = drafts.refusal(matter, null, drafts.now(), refusal);
        return new Attempt<>(entry, new Shut<>(entry.record().accessId(), refusal, patient));
    }

    private Future<Outcome<Opened>> conclude(AccessRequest request, Settled<Opened> settled) {
        return switch (settled.verdict()) {
            case Verdict.Durable durable -> {
                tools.recorded().run();
                yield Future.succeededFuture(settled.attempt().outcome());
            }
            case Verdict.WindowOpen window -> through(request, settled.sighting(), window);
            case Verdict.Repeated repeated -> repeated(settled, repeated.accessId());
            case Verdict.Mismatch mismatch -> Future.succeededFuture(new KeyMismatch<>());
            case Verdict.Outdated outdated -> throw new IllegalStateException("settled on an old version");
            case Verdict.Again again -> throw new IllegalStateException("not settled");
        };
    }

    /** The record is open to this professional already: it is decided anew, and recorded as a read. */
    private Future<Outcome<Opened>> through(AccessRequest request, Sighting sighting, Verdict.WindowOpen window) {
        return recording
                .settle(request.patient(), sighting, found -> Future.succeededFuture(again(request, found, window)))
                .compose(settled -> settled.verdict() instanceof Verdict.Durable
                        ? known(settled, window.accessId(), true)
                        : conclude(request, settled));
    }

    private Attempt<Opened> again(AccessRequest request, Sighting sighting, Verdict.WindowOpen window) {
        Attempt<Opened> attempt = decide(request, sighting);
        if (attempt.entry().record().kind() == RecordKind.REFUSED) {
            return attempt;
        }
        Matter matter = new Matter(
                request.caller(),
                request.statement(),
                requireNonNull(sighting.found(), "granted on a known patient").value(),
                request.key());
        return new Attempt<>(
                drafts.inside(matter, RecordKind.READ, window.accessId(), drafts.now(), null), attempt.outcome());
    }

    /** The same request came before: the same access is the answer, decided anew but not recorded twice. */
    private Future<Outcome<Opened>> repeated(Settled<Opened> settled, UUID accessId) {
        return switch (settled.attempt().outcome()) {
            case Shut<Opened> shut -> Future.succeededFuture(new Shut<>(accessId, shut.refusal(), shut.patient()));
            default -> known(settled, accessId, false);
        };
    }

    private Future<Outcome<Opened>> known(Settled<Opened> settled, UUID accessId, boolean before) {
        if (!(settled.attempt().outcome() instanceof Given<Opened>)) {
            tools.recorded().run();
            return Future.succeededFuture(settled.attempt().outcome());
        }
        Cached<Snapshot> found = requireNonNull(settled.sighting().found(), "granted on a known patient");
        Caller by = settled.attempt().entry().record().caller();
        return tools.windows().find(accessId).map(window -> window.map(one -> through(one, by, found, before))
                .orElseGet(Missing::new));
    }

    /** What is known of a window opens nothing once it has ended. */
    private Outcome<Opened> through(AccessWindow window, Caller by, Cached<Snapshot> found, boolean before) {
        return window.open(drafts.now()) ? new Given<>(WindowAccess.opened(window, by, found, before)) : new Ended<>();
    }
}
