package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import fr.briseglace.loadtests.Saturation.Step;
import io.gatling.javaapi.core.PopulationBuilder;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Asks for more and more, step by step, until it is three times what the service can do at most. What it cannot do it
 * must refuse at once ({@code 503}), and do the rest as well as before: at three times saturation it serves 90 % of its
 * peak or more, and 99 % of what it serves takes at most three times what it took at the first step.
 */
public final class Overload extends Load {
    private static final String ENOUGH = "three times saturation was reached";
    private static final String THROUGHPUT = "throughput is kept";
    private static final String LATENCY = "latency is kept";
    private static final int SHED = 503;

    /** Reads {@link LoadOptions} from the system properties. */
    public Overload() {
        this(Named.OVERLOAD.options());
    }

    private Overload(LoadOptions options) {
        this(options, Bearers.of(options));
    }

    private Overload(LoadOptions options, Bearers bearers) {
        super(bearers);
        Accesses accesses = new Accesses(bearers, options.matricules().byPopularity(options.popularity()));
        Timings timings = new Timings();
        double[] rates = DoubleStream.iterate(options.rate(), rate -> rate * options.number("growth", 1.6))
                .limit(options.whole("steps", 10))
                .toArray();
        PopulationBuilder next = scenario("verdict")
                .exec(Accesses.verdict(
                        ENOUGH, () -> found(rates, timings, options).askedEnough()))
                .exec(Accesses.verdict(
                        THROUGHPUT, () -> found(rates, timings, options).throughputKept()))
                .exec(Accesses.verdict(
                        LATENCY, () -> told(found(rates, timings, options)).latencyKept()))
                .injectOpen(atOnceUsers(1));
        for (int i = rates.length - 1; i >= 0; i--) {
            String step = name(rates[i]);
            next = scenario(step)
                    .exec(accesses.timed(step, timings, SHED))
                    .injectOpen(constantUsersPerSec(rates[i]).during(options.duration()))
                    .andThen(next);
        }
        setUp(accesses.opened(WARM_UP)
                        .injectOpen(rampUsersPerSec(LOWEST_RATE)
                                .to(options.number("warm", 400))
                                .during(options.ramp()))
                        .andThen(next))
                .protocols(Accesses.protocol(options))
                .assertions(
                        global().failedRequests().count().is(0L),
                        details(ENOUGH).failedRequests().count().is(0L),
                        details(THROUGHPUT).failedRequests().count().is(0L),
                        details(LATENCY).failedRequests().count().is(0L));
    }

    private static String name(double rate) {
        return String.format(Locale.ROOT, "%.0f a second", rate);
    }

    private static Saturation found(double[] rates, Timings timings, LoadOptions options) {
        return new Saturation(DoubleStream.of(rates)
                .mapToObj(rate -> new Step(
                        rate,
                        (double) timings.served(name(rate)) / options.duration().toSeconds(),
                        timings.millis(name(rate), 99)))
                .toList());
    }

    private static Saturation told(Saturation found) {
        System.out.print(found.told());
        return found;
    }
}
