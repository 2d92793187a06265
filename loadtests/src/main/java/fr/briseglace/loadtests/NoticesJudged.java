package fr.briseglace.loadtests;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.PopulationBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads a node's metrics before and after what is measured. The request {@value #TOLD} fails where fewer than 99 % of the
 * notices left within a second of their record's commit, or any is left after {@link #SETTLED}.
 */
final class NoticesJudged {
    static final String TOLD = "told within a second";
    /** Long enough for the node to have looked at what is left. */
    private static final Duration SETTLED = Duration.ofSeconds(15);

    private final URI metrics;
    private final AtomicReference<NoticePromptness> before = new AtomicReference<>(new NoticePromptness(0, 0, 0));

    NoticesJudged(URI metrics) {
        this.metrics = metrics;
    }

    /** What is measured, with a reading on each side. */
    PopulationBuilder around(PopulationBuilder measured) {
        PopulationBuilder first = scenario("notices before")
                .exec(http("notices before")
                        .get(metrics.toString())
                        .check(status().is(200))
                        .check(bodyString().transform(this::noted).is(true)))
                .injectOpen(atOnceUsers(1));
        PopulationBuilder last = scenario(TOLD)
                .pause(SETTLED)
                .exec(http(TOLD)
                        .get(metrics.toString())
                        .check(status().is(200))
                        .check(bodyString().transform(this::good).is(true)))
                .injectOpen(atOnceUsers(1));
        return first.andThen(measured.andThen(last));
    }

    private boolean noted(String text) {
        before.set(NoticePromptness.of(text));
        return true;
    }

    private boolean good(String text) {
        NoticePromptness told = NoticePromptness.of(text).since(before.get());
        System.out.printf(
                "notices: %d left, %d of them within a second of the commit (%.2f %%); oldest left behind: %.1f s%n",
                told.sent(),
                told.withinASecond(),
                100.0 * told.withinASecond() / Math.max(1, told.sent()),
                told.oldestUnsent());
        return told.good();
    }
}
