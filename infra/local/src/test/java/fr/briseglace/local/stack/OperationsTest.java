package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.population.Situation;
import fr.briseglace.patient.PatientFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators' port: health and metrics, of nobody in particular. */
@OnStack
class OperationsTest {
    private static final Pattern SAMPLE =
            Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(\\{.*})? ([-+]?[0-9.]+([eE][-+]?[0-9]+)?|NaN|[+-]Inf)");

    private final Stack stack;
    private final HttpClient plain = HttpClient.newHttpClient();

    OperationsTest(Stack stack) {
        this.stack = stack;
    }

    @AfterAll
    void close() {
        plain.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/startup"})
    void healthIsUp(String path) throws IOException {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("status")).isEqualTo("UP");
    }

    @Test
    void metricsAreInPrometheusWordsAndCountAccessesAndNotices() throws IOException {
        PatientFile file = stack.patient(Situation.ORDINARY).file();
        Notified notified = Notified.fromNowOn(stack);
        stack.as("regulateur").open(Asking.regulation(file.ins()));
        stack.as("arm").open(Asking.regulation(file.ins()));
        notified.soon(Notified.secureMailbox(file.ins()));
        Answer answer = Patience.until(() -> get("/metrics"), now -> now.body().contains("notice_delay_seconds_count"));
        assertThat(answer.header("content-type")).startsWith("text/plain");
        assertThat(answer.body().lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> SAMPLE.matcher(line).matches());
        assertThat(answer.body())
                .containsPattern("emergency_access_seconds_bucket\\{[^}]*outcome=\"opened\"[^}]*le=\"[^}]*} [1-9]")
                .containsPattern("emergency_access_seconds_count\\{[^}]*cause=\"not-entitled\"[^}]*} [1-9]")
                .containsPattern("notice_delay_seconds_bucket\\{[^}]*le=\"1\\.0\"")
                .containsPattern("notice_oldest_unsent_seconds ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jvm_memory_used_bytes\\{[^}]*area=\"heap\"",
                "jvm_buffer_memory_used_bytes\\{[^}]*id=\"direct\"",
                "jvm_gc_pause_seconds_count",
                "jvm_threads_live_threads",
                "process_files_open_files",
                "process_resident_memory_bytes",
                "process_cpu_usage"
            })
    void metricsTellWhatTheNodeTakesOfItsMachine(String metric) throws IOException {
        assertThat(get("/metrics").body()).containsPattern("(?m)^" + metric + ".* [1-9]|^" + metric + ".* 0\\.");
    }

    @Test
    void metricsAreOfNobody() throws IOException {
        PatientFile file = stack.patient(Situation.ORDINARY).file();
        stack.as("regulateur").open(Asking.regulation(file.ins()));
        assertThat(get("/metrics").body())
                .doesNotContain(
                        file.ins().value(),
                        file.identity().birthName(),
                        "REGULATION0001",
                        stack.as("regulateur").nationalId(),
                        "SAMU 44");
    }

    @Test
    void publicPortServesNeitherHealthNorMetrics() throws IOException {
        Refused.as(Doors.send(stack.doors().anonymous(), stack.doors().api("/metrics")), 404, "not-found");
        Refused.as(Doors.send(stack.doors().anonymous(), stack.doors().api("/health/live")), 404, "not-found");
    }

    @Test
    void operatorsPortOpensNoRecord() throws IOException {
        Answer answer = Doors.send(
                plain, stack.doors().operations("/v1/emergency-accesses").POST(BodyPublishers.ofString("{}")));
        assertThat(answer.status()).isEqualTo(404);
    }

    private Answer get(String path) throws IOException {
        return Doors.send(plain, stack.doors().operations(path));
    }
}
