package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Regulators open accesses to patients whose records are warm. Users arrive at their rate whether or not those before
 * them were answered, so a stall shows. The way up to the full rate warms the records and is not judged.
 */
public final class WarmAccess extends Load {
    private static final String ACCESS = "emergency access";

    /** Reads {@link LoadOptions} from the system properties. */
    public WarmAccess() {
        this(Named.WARM.options());
    }

    private WarmAccess(LoadOptions options) {
        this(options, Bearers.of(options));
    }

    private WarmAccess(LoadOptions options, Bearers bearers) {
        super(bearers);
        Accesses accesses = new Accesses(bearers, options.matricules().byPopularity(options.popularity()));
        URI metrics = options.metrics();
        PopulationBuilder measured = accesses.opened(ACCESS)
                .injectOpen(constantUsersPerSec(options.rate()).during(options.duration()));
        setUp(accesses.opened(WARM_UP)
                        .injectOpen(rampUsersPerSec(Math.min(LOWEST_RATE, options.rate()))
                                .to(options.rate())
                                .during(options.ramp()))
                        .andThen(metrics == null ? measured : new NoticesJudged(metrics).around(measured)))
                .protocols(Accesses.protocol(options))
                .assertions(assertions(metrics != null));
    }

    private static List<Assertion> assertions(boolean noticesJudged) {
        List<Assertion> all = new ArrayList<>(List.of(
                details(ACCESS).responseTime().percentile(99).lt(1_000),
                details(ACCESS).responseTime().max().lt(5_000),
                details(ACCESS).failedRequests().count().is(0L)));
        if (noticesJudged) {
            all.add(details(NoticesJudged.TOLD).failedRequests().count().is(0L));
        }
        return all;
    }
}
