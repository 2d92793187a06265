package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What simulations have in common: somebody opens the record of somebody, for a case of its own. */
final class Accesses {
    private static final String BEGUN = "begun";
    private static final String PHASE = "phase";
    private static final String STATUS = "status";
    private static final Integer[] OPENED = {200, 201};

    private final Bearers bearers;
    private final Patients patients;
    private final CaseIds cases = new CaseIds(System.currentTimeMillis());

    Accesses(Bearers bearers, Patients patients) {
        this.bearers = bearers;
        this.patients = patients;
    }

    /** Opens one record; anything but its being opened is a failure. */
    ScenarioBuilder opened(String name) {
        return scenario(name).exec(open(name, OPENED));
    }

    /** Asks for one record, where an answer of these other statuses is no failure. */
    ChainBuilder open(String name, Integer... answers) {
        return feed(this::requests).exec(request(name).check(status().in(answers)));
    }

    HttpRequestActionBuilder request(String name) {
        return http(name)
                .post("/v1/emergency-accesses")
                .header("Authorization", "Bearer #{token}")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .body(StringBody("#{body}"));
    }

    ChainBuilder asked(HttpRequestActionBuilder request) {
        return feed(this::requests).exec(request);
    }

    /** The same, timed; those answered with {@code refusal} are counted and no failure. */
    ChainBuilder timed(String name, Timings timings, int refusal) {
        return timed(name, () -> name, timings, refusal);
    }

    /**
     * The same, counted for a phase of the run.
     *
     * @param phase the phase as of when a request is sent
     */
    ChainBuilder timed(String name, Supplier<String> phase, Timings timings, int refusal) {
        return feed(this::requests)
                .exec(session -> session.set(BEGUN, System.nanoTime()).set(PHASE, phase.get()))
                .exec(request(name).check(status().in(200, 201, refusal).saveAs(STATUS)))
                .exec(session -> told(session, timings, refusal));
    }

    private static Session told(Session session, Timings timings, int refusal) {
        if (!session.isFailed()) {
            String phase = Objects.requireNonNull(session.getString(PHASE));
            if (session.getInt(STATUS) == refusal) {
                timings.refused(phase);
            } else {
                timings.served(phase, System.nanoTime() - session.getLong(BEGUN));
            }
        }
        return session;
    }

    /** What was found in a run, in its report and for its assertions: a group that fails where it does not hold. */
    static ChainBuilder verdict(String name, BooleanSupplier holds) {
        return group(name).on(exec(session -> holds.getAsBoolean() ? session : session.markAsFailed()));
    }

    private Iterator<Map<String, Object>> requests() {
        return Stream.generate(() -> Map.<String, Object>of(
                        "token", bearers.next(), "body", AccessBody.of(patients.next(), cases.next())))
                .iterator();
    }

    /** One pool of connections for all: a call centre has few machines and keeps their connections open. */
    static HttpProtocolBuilder protocol(LoadOptions options) {
        return alone(options).shareConnections();
    }

    /** The same, for those who show certificates of their own: nobody goes by the connection of another. */
    static HttpProtocolBuilder alone(LoadOptions options) {
        return http.baseUrl(options.baseUrl().toString()).disableWarmUp();
    }
}
