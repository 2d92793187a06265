package fr.briseglace.search;

import fr.briseglace.access.Patience;
import fr.briseglace.access.Snapshots;
import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.access.TooLate;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.identity.InsReading;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.Refusal;
import fr.briseglace.search.PatientQuery.ByDatamatrix;
import fr.briseglace.search.SearchOutcome.Found;
import fr.briseglace.search.SearchOutcome.Refused;
import fr.briseglace.trail.TrailUnavailable;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The story of one search: may they, look, match, record, answer. Whatever the answer, it is durably recorded before it
 * is given. Whoever is shown is made ready meanwhile, for their record is likely to be asked for. A question that more than {@link #MOST_CANDIDATES} patients answer is too vague, and shows nobody.
 */
public final class PatientSearch {
    /** The most that an answer shows. */
    public static final int MOST_CANDIDATES = 5;

    /** The most that are scored: more of one family name, born on one day, are too many whoever is looked for. */
    private static final int MOST_FOUND = 500;

    private static final String HASHED = "search:";

    private final SearchStore store;
    private final SearchPolicy policy;
    private final Snapshots snapshots;
    private final CandidateTokens tokens;
    private final KeyRing ring;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * The use case.
     *
     * @param snapshots is told who will be asked for
     * @param ring seals tokens and hashes questions
     * @param random hard to guess; identifiers come from it
     */
    public PatientSearch(
            SearchStore store,
            SearchPolicy policy,
            Snapshots snapshots,
            KeyRing ring,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.policy = policy;
        this.snapshots = snapshots;
        this.tokens = new CandidateTokens(ring);
        this.ring = ring;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Looks for a patient, or refuses to.
     *
     * @param patience how long somebody waits for the answer
     * @return fails with {@link StoreUnavailable}, {@link TrailUnavailable} or {@link TooLate}; nobody is shown then
     */
    public Future<SearchOutcome> search(SearchRequest request, Patience patience) {
        Refusal refusal = policy.refusal(request);
        return patience.orTooLate(() -> refusal == null ? look(request, patience) : refuse(request, refusal));
    }

    private Future<SearchOutcome> look(SearchRequest request, Patience patience) {
        return store.find(request.query(), MOST_FOUND + 1)
                .recover(failure -> Future.failedFuture(new StoreUnavailable(failure)))
                .compose(found -> patience.orTooLate(() -> answer(request, found)));
    }

    private Future<SearchOutcome> answer(SearchRequest request, List<FoundPatient> found) {
        boolean tooMany = found.size() > MOST_FOUND;
        List<Match> matches = tooMany ? List.of() : Match.of(request.query(), found);
        int matched = tooMany ? found.size() : matches.size();
        List<Match> shown = matched > MOST_CANDIDATES ? List.of() : matches;
        shown.forEach(match -> snapshots.of(match.patient().ins()));
        Instant now = now();
        return keep(request, now, null, matched, shown).map(id -> new Found(candidates(request, now, shown), matched));
    }

    private List<Candidate> candidates(SearchRequest request, Instant now, List<Match> shown) {
        return shown.stream()
                .map(match -> new Candidate(
                        tokens.issue(match.patient().ins(), request.caller(), now),
                        match.patient().identity(),
                        match.score()))
                .toList();
    }

    private Future<SearchOutcome> refuse(SearchRequest request, Refusal refusal) {
        return keep(request, now(), refusal, 0, List.of())
                .map(id -> new Refused(id, refusal, patient(request.query())));
    }

    private static @Nullable InsReading patient(PatientQuery query) {
        return query instanceof ByDatamatrix symbol ? symbol.datamatrix().ins() : null;
    }

    private Future<UUID> keep(
            SearchRequest request, Instant at, @Nullable Refusal refusal, int matched, List<Match> shown) {
        UUID id = TimeUuid.of(at, random);
        PatientQuery query = request.query();
        String hash = ring.name(HASHED, query.kind() + "|" + query.canonical());
        List<UUID> patients =
                shown.stream().map(match -> match.patient().patientId()).toList();
        return store.keep(new SearchRecord(id, at, request, hash, refusal, matched, patients))
                .<UUID>map(id)
                .recover(failure -> Future.failedFuture(new TrailUnavailable(failure)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
