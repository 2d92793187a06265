package fr.briseglace.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.statistics.Statistics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody may know, at the edge, and when it is made ready. */
class StatisticsEdgeTest {
    private static final String FIGURES = "{\"day\":\"2026-03-13\",\"accesses\":[{\"mode\":\"centre_15\",\"structure\":"
            + "{\"id\":\"1440000001\",\"name\":\"SAMU 44\"},\"count\":12},{\"mode\":\"centre_15\",\"structure\":null,"
            + "\"count\":11}],\"refusals\":[{\"cause\":null,\"count\":14}],\"notices\":{\"sentPercent\":99,"
            + "\"withinOneSecondPercent\":97}}";

    /** Counts what it is told to, and remembers which days. */
    private static final class Counted implements Statistics {
        final List<LocalDate> days = new ArrayList<>();
        boolean away;

        @Override
        public Future<Boolean> count(LocalDate day) {
            return Future.succeededFuture(days.add(day));
        }

        @Override
        public Future<List<String>> since(LocalDate day) {
            return away ? Future.failedFuture("away") : Future.succeededFuture(List.of(FIGURES));
        }

        @Override
        public Future<Long> awaitingAddress() {
            return Future.succeededFuture(20L);
        }
    }

    private final Counted counted = new Counted();

    private StatisticsBoard board(String now, boolean leads) {
        return new StatisticsBoard(counted, () -> leads, () -> null, () -> Instant.parse(now));
    }

    @Test
    void anybodyReadsThemWithoutACertificateAndKeepsThemAMinute() {
        try (House house = new House();
                Visitor passerBy = house.passerBy(Version.HTTP_2)) {
            assertThat(passerBy.get("/v1/statistics").statusCode())
                    .as("nothing is ready")
                    .isEqualTo(503);
            StatisticsBoard board = board("2026-03-14T12:00:00Z", true);
            board.refresh().await();
            house.statistics = board.page();

            HttpResponse<String> answer = passerBy.get("/v1/statistics");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("cache-control")).contains("public, max-age=60");
            assertThat(new JsonObject(answer.body())
                            .getJsonArray("days")
                            .getJsonObject(0)
                            .encode())
                    .isEqualTo(FIGURES);
            String tag = answer.headers().firstValue("etag").orElseThrow();
            assertThat(passerBy.with("If-None-Match", tag).get("/v1/statistics").statusCode())
                    .isEqualTo(304);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14T01:59:00Z, 2026-03-12",
        "2026-03-14T02:01:00Z, 2026-03-13",
        "2026-03-14T22:30:00Z, 2026-03-13"
    })
    void dayIsCountedThreeHoursAfterItsEndInFrance(String now, String last) {
        board(now, true).refresh().await();
        assertThat(counted.days).hasSize(30).last().isEqualTo(LocalDate.parse(last));
    }

    @Test
    void onlyTheLeadingNodeCounts() {
        StatisticsBoard board = board("2026-03-14T12:00:00Z", false);
        board.refresh().await();
        assertThat(counted.days).isEmpty();
        assertThat(board.page()).isNotNull();
    }

    @Test
    void whatWasReadyStaysWhileTheStoreIsAway() {
        StatisticsBoard board = board("2026-03-14T12:00:00Z", true);
        board.refresh().await();
        StatisticsBoard.Page page = board.page();
        counted.away = true;
        board.refresh().await();
        assertThat(board.page()).isEqualTo(page);
    }

    @Test
    void latencyIsSaidOfManyAccessesTogether() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Timer quick = timer(registry, "a");
        Timer slow = timer(registry, "b");
        for (int i = 0; i < 60; i++) {
            quick.record(Duration.ofMillis(5));
        }
        assertThat(Latency.of(List.of(quick, slow))).isNull();
        for (int i = 0; i < 40; i++) {
            slow.record(Duration.ofMillis(400));
        }
        JsonObject latency = requireNonNull(Latency.of(List.of(quick, slow)));
        assertThat(latency.getDouble("p50Millis")).isBetween(5.0, 10.0);
        assertThat(latency.getDouble("p99Millis")).isBetween(400.0, 600.0);
    }

    private static Timer timer(PrometheusMeterRegistry registry, String cause) {
        return Timer.builder("t")
                .tag("cause", cause)
                .publishPercentileHistogram()
                .register(registry);
    }
}
