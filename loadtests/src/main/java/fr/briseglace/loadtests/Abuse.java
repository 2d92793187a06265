package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One structure asks as often as it can and is refused over its limits; the others, who ask as always, must not notice:
 * nobody of them is refused, and 99 % of their answers take at most 1.2 times what they took before.
 */
public final class Abuse extends Load {
    private static final String BEFORE = "others before";
    private static final String DURING = "others during the flood";
    private static final String FLOOD = "flood";
    private static final String UNHARMED = "others do not notice";
    private static final String REFUSED = "the flood is refused";
    private static final double HARM = 1.2;
    private static final int TOO_MANY = 429;
    private static final int MACHINES = 20;

    /** Reads {@link LoadOptions} from the system properties. */
    public Abuse() {
        this(Named.ABUSE.options());
    }

    private Abuse(LoadOptions options) {
        this(
                options,
                Bearers.of(options),
                new Tokens(
                        new IdentityProvider(options.identityProvider()),
                        List.of(options.text("flooder", "regulateur-samu75"))));
    }

    private Abuse(LoadOptions options, Bearers bearers, Bearers flooders) {
        super(bearers, flooders);
        Patients patients = options.matricules().byPopularity(options.popularity());
        Timings timings = new Timings();
        Accesses others = new Accesses(bearers, patients);
        Accesses flood = new Accesses(flooders, patients);
        var flooding = Operator.keys(options.keyStoreOf(options.text("flood-certificate", "samu75")));
        Duration pause =
                Duration.ofNanos((long) (MACHINES * Duration.ofSeconds(1).toNanos() / options.number("flood", 200)));
        setUp(others.opened(WARM_UP)
                        .injectOpen(rampUsersPerSec(Math.min(LOWEST_RATE, options.rate()))
                                .to(options.rate())
                                .during(options.ramp()))
                        .andThen(scenario(BEFORE)
                                .exec(others.timed(BEFORE, timings, TOO_MANY))
                                .injectOpen(constantUsersPerSec(options.rate()).during(options.duration()))
                                .andThen(
                                        scenario(DURING)
                                                .exec(others.timed(DURING, timings, TOO_MANY))
                                                .injectOpen(constantUsersPerSec(options.rate())
                                                        .during(options.duration()))
                                                .andThen(scenario("verdict")
                                                        .exec(Accesses.verdict(UNHARMED, () -> unharmed(timings)))
                                                        .exec(Accesses.verdict(
                                                                REFUSED, () -> timings.refusals(FLOOD) > 0))
                                                        .injectOpen(atOnceUsers(1))),
                                        scenario(FLOOD)
                                                .exec(during(options.duration())
                                                        .on(pace(pause).exec(flood.timed(FLOOD, timings, TOO_MANY))))
                                                .injectOpen(atOnceUsers(MACHINES))
                                                .protocols(Accesses.alone(options)
                                                        .perUserKeyManagerFactory(machine -> flooding)))))
                .protocols(Accesses.protocol(options))
                .assertions(
                        details(BEFORE).failedRequests().count().is(0L),
                        details(DURING).failedRequests().count().is(0L),
                        details(REFUSED).failedRequests().count().is(0L),
                        details(UNHARMED).failedRequests().count().is(0L));
    }

    private static boolean unharmed(Timings timings) {
        double before = timings.millis(BEFORE, 99);
        double during = timings.millis(DURING, 99);
        System.out.printf(
                Locale.ROOT,
                "others: p99 %.1f ms before, %.1f ms during the flood, %.2f times; %d of them refused%n"
                        + "flood: %d served, %d refused%n",
                before,
                during,
                during / before,
                timings.refusals(BEFORE) + timings.refusals(DURING),
                timings.served(FLOOD),
                timings.refusals(FLOOD));
        return during <= HARM * before && timings.refusals(BEFORE) + timings.refusals(DURING) == 0;
    }
}
