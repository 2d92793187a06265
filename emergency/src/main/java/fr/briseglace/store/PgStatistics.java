package fr.briseglace.store;

import fr.briseglace.statistics.SmallCells;
import fr.briseglace.statistics.SmallCells.Cell;
import fr.briseglace.statistics.Statistics;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Published figures in PostgreSQL. A day is read once, by whichever node counts it, when it is over. */
public final class PgStatistics implements Statistics {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final String COUNTED = "select 1 from statistic_day where day = $1";
    private static final String ACCESSES = """
            select mode, structure_id, max(structure_name) as structure_name, count(*) as n
            from access where at >= $1 and at < $2 and kind = 'opened'
            group by mode, structure_id order by mode, structure_id
            """;
    private static final String REFUSALS = """
            select refusal, count(*) as n from access
            where at >= $1 and at < $2 and kind = 'refused' group by refusal order by refusal
            """;
    private static final String NOTICES = """
            select count(*) as n, count(sent_at) as sent,
                count(*) filter (where sent_at <= record_at + interval '1 second') as at_once
            from notice where record_at >= $1 and record_at < $2 and recipient <> 'privacy-officer'
            """;
    private static final String KEEP = """
            insert into statistic_day (day, figures) values ($1, $2::text::jsonb) on conflict do nothing
            """;
    private static final String SINCE = "select figures::text from statistic_day where day >= $1 order by day desc";
    private static final String AWAITING = "select count(*) from notice where state = 'awaiting-address'";

    private final Pool sql;

    /** Figures over a pool. */
    public PgStatistics(Pool sql) {
        this.sql = sql;
    }

    @Override
    public Future<Boolean> count(LocalDate day) {
        return sql.preparedQuery(COUNTED)
                .execute(Tuple.of(day))
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture(false)
                        : figures(sql, day).compose(figures -> sql.preparedQuery(KEEP)
                                .execute(Tuple.of(day, figures.encode()))
                                .map(kept -> kept.rowCount() == 1)));
    }

    private static Future<JsonObject> figures(SqlClient sql, LocalDate day) {
        Tuple span = Tuple.of(start(day), start(day.plusDays(1)));
        Future<RowSet<Row>> accesses = sql.preparedQuery(ACCESSES).execute(span);
        Future<RowSet<Row>> refusals = sql.preparedQuery(REFUSALS).execute(span);
        Future<RowSet<Row>> notices = sql.preparedQuery(NOTICES).execute(span);
        return Future.all(accesses, refusals, notices).map(all -> new JsonObject()
                .put("day", day.toString())
                .put("accesses", accesses(accesses.result()))
                .put("refusals", refusals(refusals.result()))
                .put("notices", notices(notices.result().iterator().next())));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(FRANCE).toOffsetDateTime();
    }

    private record House(String id, String name) {}

    private static JsonArray accesses(RowSet<Row> rows) {
        Map<String, List<Cell<House>>> byMode = new LinkedHashMap<>();
        for (Row row : rows) {
            House house = new House(row.getString("structure_id"), row.getString("structure_name"));
            byMode.computeIfAbsent(row.getString("mode"), mode -> new ArrayList<>())
                    .add(new Cell<>(Optional.of(house), row.getLong("n")));
        }
        JsonArray figures = new JsonArray();
        byMode.forEach((mode, cells) -> SmallCells.grouped(cells)
                .forEach(cell -> figures.add(new JsonObject()
                        .put("mode", mode)
                        .put(
                                "structure",
                                cell.of()
                                        .map(house -> new JsonObject()
                                                .put("id", house.id())
                                                .put("name", house.name()))
                                        .orElse(null))
                        .put("count", cell.count()))));
        return figures;
    }

    private static JsonArray refusals(RowSet<Row> rows) {
        List<Cell<String>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(new Cell<>(Optional.of(row.getString("refusal")), row.getLong("n"))));
        JsonArray figures = new JsonArray();
        SmallCells.grouped(cells)
                .forEach(cell -> figures.add(
                        new JsonObject().put("cause", cell.of().orElse(null)).put("count", cell.count())));
        return figures;
    }

    private static @Nullable JsonObject notices(Row row) {
        long all = row.getLong("n");
        return all < SmallCells.LEAST
                ? null
                : new JsonObject()
                        .put("sentPercent", percent(row.getLong("sent"), all))
                        .put("withinOneSecondPercent", percent(row.getLong("at_once"), all));
    }

    /** Whole percents: of few notices, the last digits would say of how many. */
    private static long percent(long part, long all) {
        return 100 * part / all;
    }

    @Override
    public Future<List<String>> since(LocalDate day) {
        return sql.preparedQuery(SINCE).execute(Tuple.of(day)).map(rows -> {
            List<String> days = new ArrayList<>(rows.size());
            rows.forEach(row -> days.add(row.getString(0)));
            return days;
        });
    }

    @Override
    public Future<Long> awaitingAddress() {
        return sql.query(AWAITING).execute().map(rows -> {
            long waiting = rows.iterator().next().getLong(0);
            return waiting - waiting % SmallCells.LEAST;
        });
    }
}
