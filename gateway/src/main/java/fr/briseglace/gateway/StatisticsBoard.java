package fr.briseglace.gateway;

import fr.briseglace.statistics.SmallCells;
import fr.briseglace.statistics.Statistics;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What anybody may know, made ready now and then: no request asks the store. The leading node counts each day once, three
 * hours after its end.
 */
final class StatisticsBoard {
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsBoard.class);
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final int HOURS_AFTER = 3;
    private static final int DAYS = 30;

    private final Statistics statistics;
    private final BooleanSupplier leading;
    private final Supplier<@Nullable JsonObject> latency;
    private final InstantSource clock;
    private volatile @Nullable Page page;

    /**
     * What is shown.
     *
     * @param ready as JSON
     * @param tag names them, as in {@code ETag}
     */
    record Page(Ready ready, String tag) {}

    /**
     * A board.
     *
     * @param latency how long accesses take on this node
     */
    StatisticsBoard(
            Statistics statistics,
            BooleanSupplier leading,
            Supplier<@Nullable JsonObject> latency,
            InstantSource clock) {
        this.statistics = statistics;
        this.leading = leading;
        this.latency = latency;
        this.clock = clock;
    }

    /** What was made ready last; null while nothing was. */
    @Nullable
    Page page() {
        return page;
    }

    /** Counts what is to be counted, and makes it ready. Never fails; what was ready stays. */
    Future<Void> refresh() {
        ZonedDateTime now = clock.instant().atZone(FRANCE);
        LocalDate over = now.minusHours(HOURS_AFTER).toLocalDate().minusDays(1);
        LocalDate first = over.minusDays(DAYS - 1);
        return (leading.getAsBoolean() ? count(first, over) : Future.<Void>succeededFuture())
                .compose(done -> Future.all(statistics.since(first), statistics.awaitingAddress()))
                .onSuccess(read -> show(read.<List<String>>resultAt(0), read.<Long>resultAt(1)))
                .onFailure(cause -> LOG.warn(
                        "figures cannot be made ready for the moment: {}",
                        cause.getClass().getSimpleName()))
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private Future<Void> count(LocalDate day, LocalDate last) {
        return day.isAfter(last)
                ? Future.succeededFuture()
                : statistics.count(day).compose(counted -> count(day.plusDays(1), last));
    }

    private void show(List<String> counted, long awaitingAddress) {
        JsonArray days = new JsonArray();
        counted.forEach(day -> days.add(new JsonObject(day)));
        Buffer bytes = new JsonObject()
                .put("days", days)
                .put("noticesAwaitingAddressAtLeast", awaitingAddress)
                .put("latency", latency.get())
                .put("leastCount", SmallCells.LEAST)
                .toBuffer();
        page = new Page(Ready.of(bytes), '"' + HexFormat.of().formatHex(Sha256.of(bytes.getBytes())) + '"');
    }
}
