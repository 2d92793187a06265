package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import fr.briseglace.loadtests.Saturation.Step;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Asks for more and more, step by step, until it is three times what the service can do at most. What it cannot do it
 * must refuse at once ({@code 503}), and do the rest as well as before: at three times saturation it serves 90 % of its
 * peak or more, and 99 % of what it serves takes at most three times what it took at the first step.
 *
 * <p>So many machines ask, each by a connection that it keeps, as programs do that open records all day: whichever is free
 * sends what is due next. More requests than machines are never under way; what was asked is counted, not presumed.
 */
public final class Overload extends Load {
    private static final String REQUEST = "access";
    private static final String ENOUGH = "three times saturation was reached";
    private static final String THROUGHPUT = "throughput is kept";
    private static final String LATENCY = "latency is kept";
    private static final String DUE = "due";
    private static final int SHED = 503;
    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final LoadOptions options;
    private final double[] rates;
    private final Stair stair;
    private final Timings timings = new Timings();
    private final AtomicLong numbers = new AtomicLong();
    private volatile long began;

    /** Reads {@link LoadOptions} from the system properties. */
    public Overload() {
        this(Named.OVERLOAD.options());
    }

    private Overload(LoadOptions options) {
        this(options, Bearers.of(options));
    }

    private Overload(LoadOptions options, Bearers bearers) {
        super(bearers);
        this.options = options;
        this.rates = DoubleStream.iterate(options.rate(), rate -> rate * options.number("growth", 1.6))
                .limit(options.whole("steps", 10))
                .toArray();
        this.stair = new Stair(
                options.number("warm", 400),
                options.ramp().toSeconds(),
                options.duration().toSeconds(),
                rates);
        Accesses accesses = new Accesses(bearers, options.matricules().byPopularity(options.popularity()));
        setUp(scenario("machines")
                        .exec(asLongAs(session -> now() < stair.end())
                                .on(exec(session -> session.markAsSucceeded()
                                                .set(DUE, stair.due(numbers.getAndIncrement())))
                                        .pause(this::untilDue)
                                        .doIf(session -> session.getDouble(DUE) < stair.end())
                                        .then(accesses.timed(REQUEST, this::phase, timings, SHED))))
                        .injectOpen(rampUsers(options.whole("machines", 600)).during(options.ramp()))
                        .andThen(scenario("verdict")
                                .exec(Accesses.verdict(ENOUGH, () -> found().askedEnough()))
                                .exec(Accesses.verdict(THROUGHPUT, () -> found().throughputKept()))
                                .exec(Accesses.verdict(LATENCY, () -> told().latencyKept()))
                                .injectOpen(atOnceUsers(1))))
                .protocols(Accesses.alone(options))
                .assertions(
                        global().failedRequests().count().is(0L),
                        details(ENOUGH).failedRequests().count().is(0L),
                        details(THROUGHPUT).failedRequests().count().is(0L),
                        details(LATENCY).failedRequests().count().is(0L));
    }

    @Override
    public void before() {
        super.before();
        began = System.nanoTime();
    }

    /** Seconds since the beginning. */
    private double now() {
        return (System.nanoTime() - began) / SECOND;
    }

    private Duration untilDue(Session session) {
        return Duration.ofNanos((long) Math.max(0, (session.getDouble(DUE) - now()) * SECOND));
    }

    private String phase() {
        return phase(stair.at(now()));
    }

    private static String phase(int step) {
        return "step " + step;
    }

    private Saturation found() {
        double seconds = options.duration().toSeconds();
        return new Saturation(IntStream.range(0, rates.length)
                .mapToObj(Overload::phase)
                .map(phase -> new Step(
                        (timings.served(phase) + timings.refusals(phase)) / seconds,
                        timings.served(phase) / seconds,
                        timings.millis(phase, 99)))
                .toList());
    }

    private Saturation told() {
        Saturation found = found();
        System.out.print(found.told());
        return found;
    }
}
