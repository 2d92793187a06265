package fr.briseglace.access;

import static java.util.Objects.requireNonNull;

import fr.briseglace.access.Drafts.Matter;
import fr.briseglace.access.Handovers.Offer;
import fr.briseglace.access.Outcome.Ended;
import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.Missing;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.cache.Cached;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Decision;
import fr.briseglace.law.Decision.Granted;
import fr.briseglace.law.Decision.Refused;
import fr.briseglace.law.PatientStanding;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Statement;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An ongoing case passes to a colleague in the same mode. The colleague's access is one of its own: decided by law for
 * the colleague, recorded, and told to the patient.
 */
public final class Handover {
    private final AccessTools tools;
    private final WindowAccess windows;
    private final Handovers handovers;
    private final Recording recording;
    private final Drafts drafts;
    private final OwnDocuments own;

    /** Hand-overs, on one event loop. */
    public Handover(AccessTools tools, WindowAccess windows, Handovers handovers) {
        this.tools = tools;
        this.windows = windows;
        this.handovers = handovers;
        this.recording = tools.recording();
        this.drafts = tools.drafts();
        this.own = tools.own();
    }

    /**
     * Offers the case of an open window; can be claimed as long as that window would last.
     *
     * @param to national id of the colleague
     * @return the offer
     */
    public Future<Outcome<UUID>> offer(Visit visit, String to) {
        UUID offer = drafts.id(drafts.now());
        return windows.inside(
                        visit,
                        (WindowAccess.Look look, Cached<Snapshot> found) -> Future.succeededFuture(
                                look.given(RecordKind.HANDED_OVER, offer.toString(), look.window())))
                .compose(outcome -> outcome instanceof Given<AccessWindow> given
                        ? handovers
                                .offer(offer, given.value(), to, drafts.now())
                                .map(new Given<>(offer))
                        : Future.succeededFuture(without(outcome)));
    }

    private static Outcome<UUID> without(Outcome<AccessWindow> outcome) {
        return switch (outcome) {
            case Given<AccessWindow> given -> throw new IllegalStateException("was given");
            case Shut<AccessWindow> shut -> new Shut<>(shut.id(), shut.refusal(), shut.patient());
            case Ended<AccessWindow> ended -> new Ended<>();
            case Missing<AccessWindow> missing -> new Missing<>();
            case Outcome.KeyMismatch<AccessWindow> mismatch -> new Outcome.KeyMismatch<>();
        };
    }

    /**
     * Takes over what was offered; taken over already, it is read again.
     *
     * @param patience how long somebody waits for the answer
     * @param admission asked before anything is decided about whose record it is; fails where that is asked too often
     */
    public Future<Outcome<Opened>> claim(
            Caller caller, UUID id, Patience patience, Function<InsReading, Future<Void>> admission) {
        return handovers.offered(id).compose(found -> {
            Offer offer = found.filter(one -> one.to().equals(caller.id())).orElse(null);
            return admission
                    .apply(offer == null ? InsFault.CANDIDATE : offer.window().ins())
                    .compose(admitted -> claimed(caller, offer, patience));
        });
    }

    private Future<Outcome<Opened>> claimed(Caller caller, @Nullable Offer offer, Patience patience) {
        if (offer == null) {
            return Future.succeededFuture(new Missing<>());
        }
        if (offer.claimed() != null) {
            return windows.read(new Visit(caller, offer.claimed(), patience));
        }
        return drafts.now().isBefore(offer.expiresAt())
                ? take(caller, offer, patience)
                : Future.succeededFuture(new Ended<>());
    }

    private Future<Outcome<Opened>> take(Caller caller, Offer offer, Patience patience) {
        return tools.snapshots()
                .of(offer.window().ins())
                .compose(first -> recording.settle(
                        offer.window().ins(),
                        first,
                        patience,
                        sighting -> Future.succeededFuture(decide(caller, offer, sighting))))
                .compose(settled -> settled.verdict() instanceof Verdict.WindowOpen open
                        ? note(offer, open.accessId())
                                .compose(noted -> windows.read(new Visit(caller, open.accessId(), patience)))
                        : taken(offer, settled.attempt().outcome())
                                .compose(outcome ->
                                        own.show(outcome, offer.window().ins(), settled.verdict())));
    }

    private Future<Outcome<Opened>> taken(Offer offer, Outcome<Opened> outcome) {
        tools.recorded().run();
        return outcome instanceof Given<Opened> given
                ? note(offer, given.value().id()).map(outcome)
                : Future.succeededFuture(outcome);
    }

    private Future<Void> note(Offer offer, UUID accessId) {
        return handovers.claimed(offer.id(), accessId, drafts.now());
    }

    private Attempt<Opened> decide(Caller caller, Offer offer, Sighting sighting) {
        Cached<Snapshot> found = sighting.found();
        AccessWindow window = offer.window();
        Statement statement = new Statement(window.mode(), window.caseId(), window.reason(), null);
        Matter matter = Matter.of(caller, statement, sighting, null);
        PatientStanding standing =
                found == null ? new PatientStanding.Unknown() : found.value().standing();
        Decision decision = tools.policy().again(window.mode(), caller, standing);
        return switch (decision) {
            case Granted granted ->
                opened(matter, requireNonNull(found, "nothing is granted on an unknown patient"), granted, offer);
            case Refused refused -> shut(matter, window, refused.refusal());
        };
    }

    private Attempt<Opened> opened(Matter matter, Cached<Snapshot> found, Granted granted, Offer offer) {
        Instant now = drafts.now(matter);
        Instant expires = now.plus(granted.window());
        RecordEntry entry =
                drafts.opening(matter, found.value(), now, expires, offer.id().toString());
        return new Attempt<>(
                entry,
                new Given<>(new Opened(
                        entry.record().accessId(),
                        matter.caller(),
                        offer.window().mode(),
                        offer.window().caseId(),
                        offer.window().reason(),
                        now,
                        expires,
                        matter.degraded(),
                        found,
                        entry.leaf().hash(),
                        false)));
    }

    private Attempt<Opened> shut(Matter matter, AccessWindow window, Refusal refusal) {
        RecordEntry entry = drafts.refusal(matter, null, drafts.now(matter), refusal);
        return new Attempt<>(entry, new Shut<>(entry.record().recordId(), refusal, window.ins()));
    }
}
