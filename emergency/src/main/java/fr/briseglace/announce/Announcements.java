package fr.briseglace.announce;

import fr.briseglace.access.Snapshots;
import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.announce.AnnounceOutcome.Announced;
import fr.briseglace.announce.AnnounceOutcome.Refused;
import fr.briseglace.announce.AnnounceOutcome.Warmed;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.hub.CaseId;
import fr.briseglace.hub.CaseMessage;
import fr.briseglace.hub.CasePatient;
import fr.briseglace.hub.CasePatientId;
import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.Caller;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The story of one announcement: may they, who is meant, make ready, remember. Nothing is disclosed, so nothing is
 * recorded; whoever opens a record afterwards is decided on and recorded like anybody else.
 *
 * <p>What a patient decided plays no part, as in a search: were those who oppose left out, the answer would tell of it.
 */
public final class Announcements {
    /** How long a case is remembered after its latest message. Our choice; texts are silent. */
    public static final Duration REMEMBERED = Duration.ofDays(2);

    /** The most patients of a message that are looked for. */
    static final int MOST_PATIENTS = 100;

    private static final String CASE = "case:";
    private static final String PATIENT = "case-patient:";

    private final CaseStore store;
    private final Lookup lookup;
    private final Snapshots snapshots;
    private final KeyRing ring;
    private final InstantSource clock;

    /** A patient of the message, and who may be meant. */
    private record Meant(CasePatient patient, List<KnownPatient> known, boolean warmed) {}

    /**
     * The use case.
     *
     * @param ring hashes what is remembered
     */
    public Announcements(CaseStore store, Lookup lookup, Snapshots snapshots, KeyRing ring, InstantSource clock) {
        this.store = store;
        this.lookup = lookup;
        this.snapshots = snapshots;
        this.ring = ring;
        this.clock = clock;
    }

    /**
     * Makes the patients of a case ready, one after the other so that emergencies find the store free. An exercise, or
     * what is withdrawn, makes nobody ready and is not remembered.
     *
     * @return fails with {@link StoreUnavailable}
     */
    public Future<AnnounceOutcome> announce(Caller caller, CaseMessage message) {
        if (!AccessPolicy.mayAnnounce(caller)) {
            return Future.succeededFuture(Refused.NOT_ENTITLED);
        }
        if (!message.announces()) {
            return Future.succeededFuture(answer(
                    message,
                    message.patients().stream()
                            .map(patient -> new Meant(patient, List.of(), false))
                            .toList()));
        }
        Instant now = now();
        String hash = hash(message.caseId());
        Future<AnnounceOutcome> outcome = store.recall(hash, now.minus(REMEMBERED))
                .compose(recalled -> ready(message.patients(), recalled))
                .compose(meant -> store.remember(remembered(hash, now, meant)).map(done -> answer(message, meant)));
        return outcome.recover(Announcements::unavailable);
    }

    /**
     * Whether there is something to link to: a case that was announced, with that patient where one is named.
     *
     * @return fails with {@link StoreUnavailable}
     */
    public Future<LinkOutcome> link(Caller caller, CaseId caseId, @Nullable CasePatientId patient) {
        if (!AccessPolicy.mayAnnounce(caller)) {
            return Future.succeededFuture(LinkOutcome.NOT_ENTITLED);
        }
        return store.announced(hash(caseId), patient == null ? null : hash(patient), now().minus(REMEMBERED))
                .map(known -> known ? LinkOutcome.KNOWN : LinkOutcome.NOT_FOUND)
                .recover(Announcements::unavailable);
    }

    /** Forgets what has been remembered long enough; answers how many cases. */
    public Future<Integer> forget() {
        return store.forget(now().minus(REMEMBERED));
    }

    private Future<List<Meant>> ready(List<CasePatient> patients, Map<String, List<KnownPatient>> recalled) {
        Future<List<Meant>> all = Future.succeededFuture(new ArrayList<>());
        for (int i = 0; i < patients.size(); i++) {
            CasePatient patient = patients.get(i);
            boolean looked = i < MOST_PATIENTS;
            all = all.compose(before -> (looked ? ready(patient, recalled) : nobody(patient)).map(meant -> {
                before.add(meant);
                return before;
            }));
        }
        return all;
    }

    private static Future<Meant> nobody(CasePatient patient) {
        return Future.succeededFuture(new Meant(patient, List.of(), false));
    }

    private Future<Meant> ready(CasePatient patient, Map<String, List<KnownPatient>> recalled) {
        return lookup.find(patient)
                .compose(found -> warm(found.isEmpty() ? recalled.getOrDefault(hash(patient.id()), List.of()) : found)
                        .map(warmed -> new Meant(patient, found, warmed)));
    }

    /** Whether any of them is at hand now; one who cannot be read is not, and keeps nobody else from it. */
    private Future<Boolean> warm(List<KnownPatient> known) {
        Future<Boolean> any = Future.succeededFuture(false);
        for (KnownPatient patient : known) {
            any = any.compose(before -> snapshots
                    .of(patient.ins())
                    .map(sighting -> before || sighting.found() != null)
                    .otherwise(before));
        }
        return any;
    }

    private AnnouncedCase remembered(String hash, Instant at, List<Meant> meant) {
        return new AnnouncedCase(
                hash,
                at,
                meant.stream()
                        .map(one -> new AnnouncedCase.Patient(
                                hash(one.patient.id()),
                                one.known.stream().map(KnownPatient::patientId).collect(Collectors.<UUID>toSet())))
                        .toList());
    }

    private static AnnounceOutcome answer(CaseMessage message, List<Meant> meant) {
        return new Announced(
                message.caseId(),
                meant.stream()
                        .map(one -> new Warmed(one.patient.id(), one.warmed))
                        .toList());
    }

    private String hash(CaseId caseId) {
        return caseHash(ring, caseId.value());
    }

    /** Under which name the case of a text is remembered, where it was announced. */
    public static String caseHash(KeyRing ring, String caseId) {
        return ring.name(CASE, caseId);
    }

    private String hash(CasePatientId patient) {
        return ring.name(PATIENT, patient.value());
    }

    private static <T> Future<T> unavailable(Throwable failure) {
        return Future.failedFuture(new StoreUnavailable(failure));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
