package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Regulators open accesses to patients whose records are warm. Users arrive at their rate whether or not those before
 * them were answered, so a stall shows. The way up to the full rate warms the records and is not judged.
 */
public final class WarmAccess extends Simulation {
    private static final String WARM_UP = "warm-up";
    private static final String ACCESS = "emergency access";
    private static final double LOWEST_RATE = 1;

    private final Tokens tokens;

    /** Reads {@link LoadOptions} from the system properties. */
    public WarmAccess() {
        LoadOptions options = LoadOptions.from(System.getProperties());
        tokens = new Tokens(new IdentityProvider(options.identityProvider()), options.personas());
        Matricules matricules = Matricules.read(options.matricules(), options.patients());
        CaseIds cases = new CaseIds(System.currentTimeMillis());

        double lowest = Math.min(LOWEST_RATE, options.rate());
        URI metrics = options.metrics();
        PopulationBuilder measured = accesses(ACCESS, matricules, cases)
                .injectOpen(constantUsersPerSec(options.rate()).during(options.duration()));
        setUp(accesses(WARM_UP, matricules, cases)
                        .injectOpen(rampUsersPerSec(lowest).to(options.rate()).during(options.ramp()))
                        .andThen(metrics == null ? measured : new NoticesJudged(metrics).around(measured)))
                .protocols(protocol(options))
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

    @Override
    public void before() {
        try {
            tokens.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the first token", e);
        }
    }

    @Override
    public void after() {
        tokens.close();
    }

    private ScenarioBuilder accesses(String name, Matricules matricules, CaseIds cases) {
        return scenario(name)
                .feed(() -> requests(matricules, cases))
                .exec(http(name)
                        .post("/v1/emergency-accesses")
                        .header("Authorization", "Bearer #{token}")
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .body(StringBody("#{body}"))
                        .check(status().in(200, 201)));
    }

    private Iterator<Map<String, Object>> requests(Matricules matricules, CaseIds cases) {
        return Stream.generate(() -> Map.<String, Object>of(
                        "token", tokens.next(),
                        "body", AccessBody.of(matricules.any(ThreadLocalRandom.current()), cases.next())))
                .iterator();
    }

    /** One pool of connections for all: a call centre has few machines and keeps their connections open. */
    private static HttpProtocolBuilder protocol(LoadOptions options) {
        return http.baseUrl(options.baseUrl().toString()).shareConnections().disableWarmUp();
    }
}
