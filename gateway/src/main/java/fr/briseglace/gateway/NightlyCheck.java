package fr.briseglace.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the trail compared with the log once a night, by the node that leads then, and tells the operators of any fault. */
final class NightlyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final int HOUR = 3;
    /** How often it has to look at the time. */
    static final long LOOK_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private final BooleanSupplier leading;
    private final Supplier<Future<List<String>>> check;
    private final InstantSource clock;
    private final AtomicLong faults = new AtomicLong();
    private @Nullable LocalDate done;

    /** Registers {@code log_faults}, what the last check found. */
    NightlyCheck(
            BooleanSupplier leading,
            Supplier<Future<List<String>>> check,
            InstantSource clock,
            MeterRegistry registry) {
        this.leading = leading;
        this.check = check;
        this.clock = clock;
        Gauge.builder("log.faults", faults, AtomicLong::get)
                .description("What the last self-check of trail and log found wrong; anything but 0 is an alarm")
                .strongReference(true)
                .register(registry);
    }

    /** Checks if it is time to. */
    Future<Void> look() {
        ZonedDateTime now = clock.instant().atZone(FRANCE);
        if (now.getHour() != HOUR || now.toLocalDate().equals(done) || !leading.getAsBoolean()) {
            return Future.succeededFuture();
        }
        done = now.toLocalDate();
        return check.get()
                .onSuccess(this::found)
                .onFailure(this::failed)
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }

    private void found(List<String> findings) {
        faults.set(findings.size());
        findings.forEach(finding -> LOG.error("the trail does not fit the log: {}", finding));
        LOG.info("trail and log were compared, faults: {}", findings.size());
    }

    /** Tried again the next time it is looked at. */
    private void failed(Throwable cause) {
        done = null;
        LOG.warn("trail and log could not be compared: {}", cause.getClass().getSimpleName());
    }
}
