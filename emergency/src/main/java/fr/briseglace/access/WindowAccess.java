package fr.briseglace.access;

import static java.util.Objects.requireNonNull;

import fr.briseglace.access.Documents.Viewer;
import fr.briseglace.access.Drafts.Matter;
import fr.briseglace.access.Outcome.Ended;
import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.Missing;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.cache.Cached;
import fr.briseglace.identity.Ins;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Work inside an open window: every look is decided anew on the patient's rights as they are now, recorded, and only
 * then given, while somebody waits for it ({@link TooLate} otherwise). To anybody but the professional who opened it, a
 * window does not exist.
 */
public final class WindowAccess {
    private final AccessTools tools;
    private final Documents documents;
    private final Recording recording;
    private final Drafts drafts;
    private final OwnDocuments own;

    /** Work inside windows, on one event loop. */
    public WindowAccess(AccessTools tools, Documents documents) {
        this.tools = tools;
        this.documents = documents;
        this.recording = tools.recording();
        this.drafts = tools.drafts();
        this.own = tools.own();
    }

    /** The answer again. */
    public Future<Outcome<Opened>> read(Visit visit) {
        return inside(
                visit,
                (look, found) -> Future.succeededFuture(look.given(
                        RecordKind.READ,
                        null,
                        opened(
                                look.window(),
                                visit.caller(),
                                found,
                                look.matter().degraded(),
                                true))),
                own::show);
    }

    /**
     * The documents that this professional may see, newest first.
     *
     * @param after only what comes behind this one; null for the first
     * @param limit how many at most
     */
    public Future<Outcome<List<Documents.Card>>> list(Visit visit, @Nullable UUID after, int limit) {
        return inside(visit, (look, found) -> documents
                .list(found.value().patientId(), viewer(visit.caller(), found), after, limit)
                .map(cards -> look.given(RecordKind.LISTED, null, cards)));
    }

    /** Whether a window is the caller's and about that patient; of nobody else's is it said whose it is. */
    public Future<Boolean> isAbout(Visit visit, Predicate<Ins> patient) {
        return find(visit).map(found -> found.filter(
                        known -> known.professionalId().equals(visit.caller().id()))
                .filter(known -> patient.test(known.ins()))
                .isPresent());
    }

    /** One document. One that this professional may not see answers like one that never existed. */
    public Future<Outcome<Documents.Content>> fetch(Visit visit, UUID document) {
        return inside(visit, (look, found) -> documents
                .fetch(found.value().patientId(), viewer(visit.caller(), found), document)
                .map(content -> content.map(one -> look.given(RecordKind.FETCHED, document.toString(), one))
                        .orElseGet(() -> look.missing(document))));
    }

    /**
     * Closes the window before its end; closing a closed one changes nothing. Done for whoever hangs up as well: it
     * discloses nothing, and what was left open would stay open.
     */
    public Future<Outcome<UUID>> close(Visit visit) {
        return inside(
                new Visit(visit.caller(), visit.window()),
                (look, found) -> Future.succeededFuture(look.given(RecordKind.CLOSED, null, visit.window())));
    }

    /** What is given of an open window, decided on what was found. */
    interface Giving<T> {
        Future<Attempt<T>> on(Look look, Cached<Snapshot> found);
    }

    /** One look through a window. */
    record Look(Drafts drafts, Matter matter, AccessWindow window) {
        <T> Attempt<T> given(RecordKind kind, @Nullable String subject, T value) {
            return new Attempt<>(
                    drafts.inside(matter, kind, window.id(), drafts.now(matter), subject), new Given<>(value));
        }

        /** Asking for what one may not see is recorded, and tells nothing. */
        <T> Attempt<T> missing(UUID asked) {
            return new Attempt<>(
                    drafts.inside(matter, RecordKind.SOUGHT, window.id(), drafts.now(matter), asked.toString()),
                    new Missing<>());
        }

        <T> Attempt<T> shut(Refusal refusal) {
            RecordEntry entry = drafts.refusal(matter, window.id(), drafts.now(matter), refusal);
            return new Attempt<>(entry, new Shut<>(entry.record().recordId(), refusal, window.ins()));
        }
    }

    /** What becomes of an outcome once its record is durable. */
    interface Showing<T> {
        Future<Outcome<T>> of(Outcome<T> outcome, InsReading patient, Verdict verdict);
    }

    <T> Future<Outcome<T>> inside(Visit visit, Giving<T> giving) {
        return inside(visit, giving, (outcome, patient, verdict) -> Future.succeededFuture(outcome));
    }

    private <T> Future<Outcome<T>> inside(Visit visit, Giving<T> giving, Showing<T> showing) {
        return find(visit).compose(found -> {
            AccessWindow window = found.orElse(null);
            if (window == null || !window.professionalId().equals(visit.caller().id())) {
                return Future.succeededFuture(new Missing<>());
            }
            return window.open(drafts.now())
                    ? look(visit, window, giving, showing)
                    : Future.succeededFuture(new Ended<>());
        });
    }

    private Future<Optional<AccessWindow>> find(Visit visit) {
        return visit.patience().orTooLate(() -> tools.windows().find(visit.window()));
    }

    private <T> Future<Outcome<T>> look(Visit visit, AccessWindow window, Giving<T> giving, Showing<T> showing) {
        return tools.snapshots()
                .of(window.ins())
                .compose(first -> recording.settle(
                        window.ins(),
                        first,
                        visit.patience(),
                        sighting -> decide(visit.caller(), window, sighting, giving)))
                .compose(settled -> settled.verdict() instanceof Verdict.Ended
                        ? Future.succeededFuture(new Ended<>())
                        : showing.of(settled.attempt().outcome(), window.ins(), settled.verdict()));
    }

    private <T> Future<Attempt<T>> decide(Caller caller, AccessWindow window, Sighting sighting, Giving<T> giving) {
        Cached<Snapshot> found = sighting.found();
        Statement statement = new Statement(window.mode(), window.caseId(), null, null);
        Matter matter = Matter.of(caller, statement, sighting, null);
        Look look = new Look(drafts, matter, window);
        PatientStanding standing =
                found == null ? new PatientStanding.Unknown() : found.value().standing();
        Decision decision = tools.policy().again(window.mode(), caller, standing);
        return switch (decision) {
            case Granted granted -> giving.on(look, requireNonNull(found, "nothing is granted on an unknown patient"));
            case Refused refused -> Future.succeededFuture(look.shut(refused.refusal()));
        };
    }

    private static Viewer viewer(Caller caller, Cached<Snapshot> found) {
        return new Viewer(caller.id(), found.value().standing().rights().maskedInEmergency());
    }

    static Opened opened(AccessWindow window, Caller by, Cached<Snapshot> found, boolean degraded, boolean before) {
        return new Opened(
                window.id(),
                by,
                window.mode(),
                window.caseId(),
                window.reason(),
                window.openedAt(),
                window.expiresAt(),
                degraded,
                found,
                window.leaf(),
                before);
    }
}
