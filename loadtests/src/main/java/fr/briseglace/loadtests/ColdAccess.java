package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;

/** Each patient is asked for once, so that every record comes from the store; one that does not is a failure. */
public final class ColdAccess extends Load {
    private static final String ACCESS = "cold access";

    /** Reads {@link LoadOptions} from the system properties. */
    public ColdAccess() {
        this(Named.COLD.options());
    }

    private ColdAccess(LoadOptions options) {
        this(options, Bearers.of(options));
    }

    private ColdAccess(LoadOptions options, Bearers bearers) {
        super(bearers);
        Matricules matricules = options.matricules();
        double asked = options.rate()
                * (options.ramp().toSeconds() / 2.0 + options.duration().toSeconds());
        if (matricules.values().size() < asked) {
            throw new IllegalArgumentException(
                    "there are " + matricules.values().size()
                            + " patients to ask for once; lower rate or duration, or raise patients");
        }
        Accesses accesses = new Accesses(bearers, matricules.eachOnce());
        setUp(cold(accesses, WARM_UP)
                        .injectOpen(rampUsersPerSec(Math.min(LOWEST_RATE, options.rate()))
                                .to(options.rate())
                                .during(options.ramp()))
                        .andThen(cold(accesses, ACCESS)
                                .injectOpen(constantUsersPerSec(options.rate()).during(options.duration()))))
                .protocols(Accesses.protocol(options))
                .assertions(
                        details(ACCESS).responseTime().percentile(99).lt(options.whole("p99", 100)),
                        details(ACCESS).responseTime().max().lt(2_000),
                        details(ACCESS).failedRequests().count().is(0L));
    }

    private static ScenarioBuilder cold(Accesses accesses, String name) {
        return scenario(name)
                .exec(accesses.asked(accesses.request(name)
                        .check(
                                status().in(200, 201),
                                jsonPath("$.snapshot.source").is("store"))));
    }
}
