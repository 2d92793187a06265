package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A mass casualty: within a minute, twenty times as many accesses as on a usual day, each to another patient as chance
 * has it. At its beginning an operator has the limits of the region raised, and nobody may be refused from then on.
 * {@code order=false} leaves the order out, which shows what the usual limits make of it.
 */
public final class Surge extends Load {
    private static final String USUAL = "usual day";
    private static final String ORDER = "limits are raised";
    private static final String SURGE = "surge";
    private static final Duration CLIMB = Duration.ofMinutes(1);

    /** Nodes look at their orders every two seconds. */
    private static final Duration IN_FORCE = Duration.ofSeconds(5);

    /** Reads {@link LoadOptions} from the system properties. */
    public Surge() {
        this(Named.SURGE.options());
    }

    private Surge(LoadOptions options) {
        this(
                options,
                Bearers.of(options),
                new Tokens(
                        new IdentityProvider(options.identityProvider()),
                        List.of(options.text("operator", "operator"))));
    }

    private Surge(LoadOptions options, Bearers bearers, Bearers operators) {
        super(bearers, operators);
        Accesses accesses = new Accesses(bearers, options.matricules().byPopularity(options.popularity()));
        Operator operator = new Operator(
                options.baseUrl(),
                operators,
                options.keyStoreOf(options.text("operator-certificate", "exploitation")),
                options.authority());
        boolean ordered = Boolean.parseBoolean(options.text("order", "true"));
        double most = options.rate() * options.number("factor", 20);
        URI metrics = options.metrics();
        PopulationBuilder surge = accesses.opened(SURGE)
                .injectOpen(
                        nothingFor(IN_FORCE),
                        rampUsersPerSec(options.rate()).to(most).during(CLIMB),
                        constantUsersPerSec(most).during(options.duration()));
        setUp(accesses.opened(USUAL)
                        .injectOpen(constantUsersPerSec(options.rate()).during(options.ramp()))
                        .andThen(
                                scenario(ORDER)
                                        .exec(Accesses.verdict(
                                                ORDER, () -> !ordered || operator.raise(options.text("region", "52"))))
                                        .injectOpen(atOnceUsers(1)),
                                metrics == null ? surge : new NoticesJudged(metrics).around(surge)))
                .protocols(Accesses.protocol(options))
                .assertions(assertions(metrics != null));
    }

    private static List<Assertion> assertions(boolean noticesJudged) {
        List<Assertion> all = new ArrayList<>(List.of(
                details(ORDER).failedRequests().count().is(0L),
                details(SURGE).responseTime().percentile(99).lt(1_000),
                details(SURGE).responseTime().max().lt(5_000),
                details(SURGE).failedRequests().count().is(0L)));
        if (noticesJudged) {
            all.add(details(NoticesJudged.TOLD).failedRequests().count().is(0L));
        }
        return all;
    }
}
