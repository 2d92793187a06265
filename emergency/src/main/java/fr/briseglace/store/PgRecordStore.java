package fr.briseglace.store;

import static java.util.Objects.requireNonNull;

import fr.briseglace.notice.Recipient;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordStore;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records and verifies in PostgreSQL: one call, one commit, whatever the size of the batch. */
public final class PgRecordStore implements RecordStore {
    private static final String RECORD =
            "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21";
    private static final String RECORD_LOOKS = "select * from record_looks" + RECORD + ")";
    private static final String COLUMNS = RECORD + ", $22, $23, $24, $25, $26, $27, $28, $29)";
    private static final String RECORD_AND_VERIFY = "select * from record_and_verify" + COLUMNS;
    private static final String RECORD_ONCE = once("record_and_verify");
    private static final String LOOKS = """
            select u.place::int from unnest($1::text[], $2::bytea[]) with ordinality u (professional_id, key_hash, place)
            join repeat_key k on k.professional_id = u.professional_id and k.key_hash = u.key_hash
            where k.kind = 'read'
            """;
    private static final String TAKE_AFTER_OUTAGE = once("take_after_outage");

    private final SqlClient sql;
    private final Supplier<UUID> noticeIds;

    /**
     * A store over a pool.
     *
     * @param noticeIds gives each notice its identifier
     */
    public PgRecordStore(SqlClient sql, Supplier<UUID> noticeIds) {
        this.sql = sql;
        this.noticeIds = noticeIds;
    }

    /**
     * A function for requests that may be repeated: those of one key wait for each other, on whatever node, so that the
     * later find what became of the first. Locks come in one order, and before anything is looked at.
     */
    private static String once(String function) {
        return """
                with keys as materialized (
                    select count(pg_advisory_xact_lock(k.lock)::text) as held
                    from (select distinct hashtextextended(u.professional_id || encode(u.key_hash, 'hex'), 1) as lock
                          from unnest($7::text[], $22::bytea[]) u (professional_id, key_hash)
                          where u.key_hash is not null order by lock) k)
                select v.* from keys,
                """ + function + COLUMNS.replace("($1,", "(case when keys.held >= 0 then $1::uuid[] end,") + " v";
    }

    @Override
    public Future<List<Verdict>> insert(List<RecordEntry> entries) {
        return entries.stream().allMatch(RecordEntry::plainLook) ? insertLooks(entries) : insertAny(entries);
    }

    /** All but those that the store tells of are durable. */
    private Future<List<Verdict>> insertLooks(List<RecordEntry> looks) {
        return sql.preparedQuery(RECORD_LOOKS).execute(records(looks)).map(rows -> {
            List<Verdict> verdicts = new ArrayList<>(Collections.nCopies(looks.size(), new Verdict.Durable()));
            for (Row row : rows) {
                verdicts.set(row.getInteger(0) - 1, verdict(row, 1));
            }
            return verdicts;
        });
    }

    private Future<List<Verdict>> insertAny(List<RecordEntry> entries) {
        boolean repeatable = entries.stream().anyMatch(entry -> entry.key() != null);
        String statement = repeatable ? RECORD_ONCE : RECORD_AND_VERIFY;
        return sql.preparedQuery(statement)
                .execute(parameters(entries))
                .map(rows -> {
                    List<Verdict> verdicts = new ArrayList<>(entries.size());
                    for (Row row : rows) {
                        verdicts.add(verdict(row, 0));
                    }
                    return verdicts;
                })
                .compose(verdicts -> repeatable ? withLooks(entries, verdicts) : Future.succeededFuture(verdicts));
    }

    /** Tells, of openings that came before, which of them were looks: a statement of its own sees what committed since. */
    private Future<List<Verdict>> withLooks(List<RecordEntry> entries, List<Verdict> verdicts) {
        List<Integer> repeated = IntStream.range(0, entries.size())
                .filter(i -> verdicts.get(i) instanceof Verdict.Repeated)
                .boxed()
                .toList();
        if (repeated.isEmpty()) {
            return Future.succeededFuture(verdicts);
        }
        Tuple keys = Tuple.tuple();
        Columns<RecordEntry> columns =
                new Columns<>(keys, repeated.stream().map(entries::get).toList());
        columns.add(String[]::new, e -> e.record().caller().id());
        columns.add(Buffer[]::new, e -> Buffer.buffer(requireNonNull(e.key()).keyHash()));
        return sql.preparedQuery(LOOKS).execute(keys).map(rows -> {
            List<Verdict> told = new ArrayList<>(verdicts);
            for (Row row : rows) {
                int place = repeated.get(row.getInteger(0) - 1);
                if (told.get(place) instanceof Verdict.Repeated before) {
                    told.set(place, new Verdict.Repeated(before.accessId(), before.author(), true));
                }
            }
            return told;
        });
    }

    /**
     * Takes records of an outage in their order, with their notices, whatever the patient's version is by now. Those that
     * are there already stay as they are. An opening that repeats what its key opened by way of another node comes in as
     * a look through that window, and whatever was looked at through its own with it: all was shown, one window opened.
     *
     * @return how many were not there
     */
    public Future<Integer> take(List<RecordEntry> entries) {
        return sql.preparedQuery(TAKE_AFTER_OUTAGE).execute(parameters(entries)).compose(rows -> {
            Map<UUID, UUID> others = others(rows);
            return others.isEmpty() ? Future.succeededFuture(rows.size()) : take(through(entries, others));
        });
    }

    /** The other access to which a record belongs, by record; empty where all were taken. */
    private static Map<UUID, UUID> others(RowSet<Row> rows) {
        Map<UUID, UUID> others = new HashMap<>();
        for (Row row : rows) {
            UUID other = row.getUUID(1);
            if (other != null) {
                others.put(row.getUUID(0), other);
            }
        }
        return others;
    }

    private static List<RecordEntry> through(List<RecordEntry> entries, Map<UUID, UUID> others) {
        return entries.stream()
                .map(entry -> {
                    UUID other = others.get(entry.record().recordId());
                    return other == null ? entry : entry.through(other);
                })
                .toList();
    }

    private static Verdict verdict(Row row, int column) {
        String word = row.getString(column);
        return switch (word) {
            case "recorded" -> new Verdict.Durable();
            case "recorded for author" -> new Verdict.Durable(true);
            case "outdated" -> new Verdict.Outdated();
            case "open" ->
                new Verdict.WindowOpen(
                        row.getUUID(1),
                        row.getOffsetDateTime(2).toInstant(),
                        row.getOffsetDateTime(3).toInstant());
            case "ended" -> new Verdict.Ended();
            case "repeated" -> new Verdict.Repeated(row.getUUID(1), false, false);
            case "repeated for author" -> new Verdict.Repeated(row.getUUID(1), true, false);
            case "mismatch" -> new Verdict.Mismatch();
            case "again" -> new Verdict.Again();
            default -> throw new IllegalStateException("the store knows a verdict that we do not");
        };
    }

    /** What the store keeps of each record. */
    private static Tuple records(List<RecordEntry> entries) {
        Tuple tuple = Tuple.tuple();
        Columns<RecordEntry> columns = new Columns<>(tuple, entries);
        columns.add(UUID[]::new, e -> e.record().recordId());
        columns.add(OffsetDateTime[]::new, e -> utc(e.record().at()));
        columns.add(String[]::new, e -> e.record().kind().word());
        columns.add(UUID[]::new, e -> e.record().accessId());
        columns.add(UUID[]::new, e -> e.record().patientId());
        columns.add(String[]::new, e -> mode(e.record()));
        columns.add(String[]::new, e -> e.record().caller().id());
        columns.add(String[]::new, e -> e.record().caller().name());
        columns.add(String[]::new, e -> e.record().caller().role().word());
        columns.add(String[]::new, e -> e.record().caller().structure().id());
        columns.add(String[]::new, e -> e.record().caller().structure().name());
        columns.add(String[]::new, e -> e.record().caseId());
        columns.add(String[]::new, e -> reasonCode(e.record()));
        columns.add(String[]::new, e -> reasonText(e.record()));
        columns.add(String[]::new, e -> e.record().subject());
        columns.add(String[]::new, e -> refusal(e.record()));
        columns.add(Long[]::new, e -> e.record().recordVersion());
        columns.add(OffsetDateTime[]::new, e -> utc(e.record().expiresAt()));
        columns.add(Boolean[]::new, e -> e.record().degraded());
        columns.add(Buffer[]::new, e -> Buffer.buffer(e.leaf().salt()));
        columns.add(Buffer[]::new, e -> Buffer.buffer(e.leaf().hash()));
        return tuple;
    }

    /** The same, with what a repetition is known by and whom to tell. */
    private Tuple parameters(List<RecordEntry> entries) {
        Tuple tuple = records(entries);
        Columns<RecordEntry> columns = new Columns<>(tuple, entries);
        columns.add(
                Buffer[]::new,
                e -> e.key() == null ? null : Buffer.buffer(e.key().keyHash()));
        columns.add(
                Buffer[]::new,
                e -> e.key() == null ? null : Buffer.buffer(e.key().bodyHash()));
        addNotices(tuple, entries);
        return tuple;
    }

    private record Told(UUID record, Recipient recipient) {}

    private void addNotices(Tuple tuple, List<RecordEntry> entries) {
        List<Told> told = new ArrayList<>(entries.size() * 2);
        for (RecordEntry entry : entries) {
            for (Recipient recipient : entry.told()) {
                told.add(new Told(entry.record().recordId(), recipient));
            }
        }
        Columns<Told> columns = new Columns<>(tuple, told);
        columns.add(UUID[]::new, t -> noticeIds.get());
        columns.add(UUID[]::new, Told::record);
        columns.add(String[]::new, t -> t.recipient().kind().code());
        columns.add(String[]::new, t -> t.recipient().name());
        columns.add(String[]::new, t -> t.recipient().channel().code());
        columns.add(String[]::new, t -> t.recipient().address());
    }

    /** Turns rows into the column arrays that one call carries. */
    private record Columns<R>(Tuple tuple, List<R> rows) {
        <T> void add(IntFunction<@Nullable T[]> array, Function<R, @Nullable T> value) {
            @Nullable T[] column = array.apply(rows.size());
            for (int i = 0; i < column.length; i++) {
                column[i] = value.apply(rows.get(i));
            }
            tuple.addValue(column);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String mode(AccessRecord record) {
        return record.mode() == null ? null : record.mode().code();
    }

    private static @Nullable String reasonCode(AccessRecord record) {
        return record.reason() == null ? null : record.reason().code();
    }

    private static @Nullable String reasonText(AccessRecord record) {
        return record.reason() == null ? null : record.reason().text();
    }

    private static @Nullable String refusal(AccessRecord record) {
        return record.refusal() == null ? null : record.refusal().slug();
    }
}
