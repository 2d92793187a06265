package fr.briseglace.store;

import fr.briseglace.identity.FoldedName;
import fr.briseglace.law.AccessMode;
import fr.briseglace.oversight.ReviewSample;
import fr.briseglace.oversight.Thresholds;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the fact for what has to be reviewed: follows the log, so that it misses no record, and never stands in the
 * way of an access. Whoever examines holds the one row that says how far; the others do nothing meanwhile.
 */
public final class PgOversight {
    private static final int BATCH = 1_000;

    /** What is watched; looks through windows are not. */
    private static final Set<RecordKind> DECISIONS = EnumSet.of(RecordKind.OPENED, RecordKind.REFUSED);

    /** Longer than any search takes from its decision to its commit. */
    private static final Duration SEARCH_OVERLAP = Duration.ofHours(1);

    private static final String TAKE = "select next_leaf, searches_to from oversight for update skip locked";
    private static final String ADVANCE = "update oversight set next_leaf = $1, searches_to = $2";
    private static final String WATCH = """
            insert into watched (record_id, at, kind, patient_id, mode, professional_id, refusal, case_hash, seen_at)
            select u.*, now() from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::text[], $6::text[],
                $7::text[], $8::text[]) u
            on conflict do nothing
            """;
    private static final String FORGET = "delete from watched where seen_at < now() - interval '26 hours'";
    private static final String SEARCHED = "select coalesce(max(at), $1) from search_record where at > $1";

    private final Pool sql;
    private final ReviewSample sample;
    private final UnaryOperator<String> caseHash;
    private final Thresholds thresholds;

    /**
     * Oversight over a pool.
     *
     * @param sample draws regulations
     * @param caseHash under which name an announced case is remembered
     */
    public PgOversight(Pool sql, ReviewSample sample, UnaryOperator<String> caseHash, Thresholds thresholds) {
        this.sql = sql;
        this.sample = sample;
        this.caseHash = caseHash;
        this.thresholds = thresholds;
    }

    /**
     * Examines what has come in since the last time, in one commit.
     *
     * @return whether more waits
     */
    public Future<Boolean> examine() {
        return sql.<Boolean>withTransaction(connection -> connection
                        .query(TAKE)
                        .execute()
                        .compose(rows -> rows.size() == 0
                                ? Future.succeededFuture(false)
                                : examine(connection, rows.iterator().next())))
                .map(more -> more != null && more);
    }

    private Future<Boolean> examine(SqlClient connection, Row progress) {
        long from = progress.getLong("next_leaf");
        return LogStretch.read(connection, from, BATCH, DECISIONS).compose(stretch -> accesses(connection, stretch)
                .compose(done -> searches(connection, progress.getOffsetDateTime("searches_to")))
                .compose(searched -> others(connection)
                        .compose(done -> connection.preparedQuery(ADVANCE).execute(Tuple.of(stretch.next(), searched))))
                .map(done -> stretch.next() - from == BATCH));
    }

    private Future<RowSet<Row>> accesses(SqlClient connection, LogStretch stretch) {
        List<AccessRecord> decisions =
                stretch.records().stream().map(kept -> kept.record()).toList();
        return decisions.isEmpty()
                ? connection.query("select").execute()
                : connection.preparedQuery(WATCH).execute(watched(decisions)).compose(done -> connection
                        .preparedQuery(ReviewGrounds.OF_ACCESSES)
                        .execute(grounds(decisions)));
    }

    private Tuple watched(List<AccessRecord> decisions) {
        return Tuple.tuple()
                .addArrayOfUUID(decisions.stream().map(AccessRecord::recordId).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(decisions.stream()
                        .map(r -> r.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(decisions.stream().map(r -> r.kind().word()).toArray(String[]::new))
                .addArrayOfUUID(decisions.stream().map(AccessRecord::patientId).toArray(UUID[]::new))
                .addArrayOfString(decisions.stream().map(PgOversight::mode).toArray(String[]::new))
                .addArrayOfString(decisions.stream().map(r -> r.caller().id()).toArray(String[]::new))
                .addArrayOfString(decisions.stream()
                        .map(r -> r.refusal() == null ? null : r.refusal().slug())
                        .toArray(String[]::new))
                .addArrayOfString(decisions.stream().map(this::caseOf).toArray(String[]::new));
    }

    private static String mode(AccessRecord record) {
        return record.mode() == null ? "" : record.mode().code();
    }

    private @Nullable String caseOf(AccessRecord record) {
        String caseId = record.caseId();
        return regulation(record) && caseId != null ? caseHash.apply(caseId) : null;
    }

    private static boolean regulation(AccessRecord record) {
        return record.kind() == RecordKind.OPENED && record.mode() == AccessMode.CENTRE_15;
    }

    private Tuple grounds(List<AccessRecord> decisions) {
        List<UUID> named = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (AccessRecord record : decisions) {
            for (String surname : surnames(record.caller().name())) {
                named.add(record.recordId());
                names.add(surname);
            }
        }
        return Tuple.tuple()
                .addArrayOfUUID(decisions.stream().map(AccessRecord::recordId).toArray(UUID[]::new))
                .addArrayOfUUID(decisions.stream()
                        .filter(PgOversight::regulation)
                        .map(AccessRecord::recordId)
                        .filter(sample::draws)
                        .toArray(UUID[]::new))
                .addArrayOfUUID(named.toArray(UUID[]::new))
                .addArrayOfString(names.toArray(String[]::new))
                .addInteger(thresholds.patients())
                .addInteger(thresholds.professionals())
                .addInteger(thresholds.refusals())
                .addLong(thresholds.term().toMillis());
    }

    /** A display name is the given name before the surname, each of some words: the surname is one of its ends. */
    static List<String> surnames(String displayName) {
        List<String> words = FoldedName.of(displayName).words();
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            ends.add(String.join("", words.subList(i, words.size())));
        }
        return ends;
    }

    private Future<OffsetDateTime> searches(SqlClient connection, OffsetDateTime searchedTo) {
        OffsetDateTime since = searchedTo.minus(SEARCH_OVERLAP);
        return connection
                .preparedQuery(ReviewGrounds.OF_SEARCHES)
                .execute(Tuple.of(
                        since, thresholds.ambiguousSearches(), thresholds.term().toMillis()))
                .compose(done -> connection.preparedQuery(SEARCHED).execute(Tuple.of(searchedTo)))
                .map(rows -> rows.iterator().next().getOffsetDateTime(0));
    }

    private Future<RowSet<Row>> others(SqlClient connection) {
        long term = thresholds.term().toMillis();
        return connection
                .preparedQuery(ReviewGrounds.OF_CASES)
                .execute(Tuple.of(thresholds.caseGrace().toMillis(), term))
                .compose(done ->
                        connection.preparedQuery(ReviewGrounds.OF_THE_REST).execute(Tuple.of(term)))
                .compose(done -> connection.query(FORGET).execute());
    }
}
