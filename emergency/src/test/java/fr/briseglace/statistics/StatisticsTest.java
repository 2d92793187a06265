package fr.briseglace.statistics;

import static fr.briseglace.law.AccessMode.BRIS_DE_GLACE;
import static fr.briseglace.law.AccessMode.CENTRE_15;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.Refusal;
import fr.briseglace.oversight.OversightBench;
import fr.briseglace.statistics.SmallCells.Cell;
import fr.briseglace.store.PgStatistics;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    private static final Instant NOON = Instant.parse("2026-03-14T11:00:00Z");

    private static List<Cell<Integer>> cells(List<Integer> counts) {
        List<Cell<Integer>> cells = new ArrayList<>();
        counts.forEach(count -> cells.add(new Cell<>(Optional.of(cells.size()), count)));
        return cells;
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'9', ''",
        "'10', '10'",
        "'4 5', ''",
        "'5 6', 'other 11'",
        "'1 12', 'other 13'",
        "'1 12 40', '40, other 13'",
        "'9 9 9 12', '12, other 27'",
        "'2 3 11 50', '50, other 16'",
        "'0 10 20', '20, 10'"
    })
    void smallCountsAreAddedUpUntilTheyTellOfNobody(String counts, String said) {
        List<Integer> given = counts.isEmpty()
                ? List.of()
                : List.of(counts.split(" ")).stream().map(Integer::valueOf).toList();
        assertThat(String.join(
                        ", ",
                        SmallCells.grouped(cells(given)).stream()
                                .map(cell -> (cell.of().isPresent() ? "" : "other ") + cell.count())
                                .toList()))
                .isEqualTo(said);
    }

    @Property
    void noSmallCountIsSaidNorLeftBySubtraction(
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 40) Integer> counts) {
        List<Cell<Integer>> said = SmallCells.grouped(cells(counts));
        assertThat(said).allSatisfy(cell -> assertThat(cell.count()).isGreaterThanOrEqualTo(SmallCells.LEAST));
        long all = counts.stream().mapToLong(Integer::longValue).sum();
        long named = said.stream()
                .filter(cell -> cell.of().isPresent())
                .mapToLong(Cell::count)
                .sum();
        long unnamed = counts.stream().filter(count -> count > 0).count()
                - said.stream().filter(cell -> cell.of().isPresent()).count();
        // Whoever knows the sum of all learns at best what several have together.
        if (all >= SmallCells.LEAST && all > named) {
            assertThat(unnamed).isGreaterThan(1);
            assertThat(all - named).isGreaterThanOrEqualTo(SmallCells.LEAST);
        }
    }

    private static JsonObject figures(PgStatistics statistics) {
        return new JsonObject(statistics.since(DAY).await().getFirst());
    }

    @Test
    void dayIsCountedOnceAndStaysAsItWas() {
        try (OversightBench bench = new OversightBench()) {
            PgStatistics statistics = new PgStatistics(bench.sql);
            for (int i = 0; i < 12; i++) {
                bench.happened(bench.opened(CENTRE_15, OversightBench.REGULATOR, new UUID(1, i), NOON));
            }
            bench.happened(
                    bench.opened(CENTRE_15, OversightBench.doctor("8", "x", "1750000002"), new UUID(1, 1), NOON),
                    bench.opened(BRIS_DE_GLACE, OversightBench.REGULATOR, new UUID(1, 1), NOON),
                    bench.refused(CENTRE_15, OversightBench.REGULATOR, new UUID(1, 1), NOON, Refusal.OPPOSED),
                    bench.opened(CENTRE_15, OversightBench.REGULATOR, new UUID(1, 1), NOON.plusSeconds(86_400)));
            assertThat(statistics.count(DAY).await()).isTrue();

            JsonObject figures = figures(statistics);
            assertThat(figures.getJsonArray("accesses"))
                    .isEqualTo(new JsonArray()
                            .add(new JsonObject()
                                    .put("mode", "centre_15")
                                    .putNull("structure")
                                    .put("count", 13)));
            assertThat(figures.getJsonArray("refusals")).isEmpty();
            assertThat(figures.getValue("notices")).isNull();

            bench.happened(bench.opened(CENTRE_15, OversightBench.REGULATOR, new UUID(1, 1), NOON));
            assertThat(statistics.count(DAY).await()).isFalse();
            assertThat(figures(statistics)).isEqualTo(figures);
        }
    }

    @Test
    void largeCountsAreSaidWithWhoAndNoticesInWholePercents() {
        try (OversightBench bench = new OversightBench()) {
            PgStatistics statistics = new PgStatistics(bench.sql);
            for (int i = 0; i < 30; i++) {
                UUID record = bench.happened(
                                bench.opened(CENTRE_15, OversightBench.REGULATOR, new UUID(1, i), NOON),
                                bench.refused(
                                        CENTRE_15, OversightBench.REGULATOR, new UUID(1, i), NOON, Refusal.BLOCKED))
                        .getFirst();
                bench.run(
                        "insert into notice (notice_id, patient_id, record_id, record_at, recipient, channel, state,"
                                + " next_attempt_at, sent_at) values (gen_random_uuid(), $1, $2, '2026-03-14T11:00:00Z',"
                                + " 'gp', 'secure-mail', $3, now(), case when $3 = 'sent' then timestamptz"
                                + " '2026-03-14T11:00:00.5Z' end)",
                        new UUID(1, i),
                        record,
                        i < 15 ? "sent" : "awaiting-address");
            }
            statistics.count(DAY).await();

            JsonObject figures = figures(statistics);
            assertThat(figures.getJsonArray("accesses")
                            .getJsonObject(0)
                            .getJsonObject("structure")
                            .getString("id"))
                    .isEqualTo("1440000001");
            assertThat(figures.getJsonArray("refusals").getJsonObject(0))
                    .isEqualTo(new JsonObject().put("cause", "blocked").put("count", 30));
            assertThat(figures.getJsonObject("notices"))
                    .isEqualTo(new JsonObject().put("sentPercent", 50).put("withinOneSecondPercent", 50));
            assertThat(statistics.awaitingAddress().await()).as("15, in tens").isEqualTo(10);
        }
    }
}
