package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.gateway.overload.ConcurrencyLimit;
import fr.briseglace.gateway.overload.Turnstile;
import fr.briseglace.gateway.overload.Turnstiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.http.HttpMethod;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document is served, and so is all that it describes, and nothing else. */
class ContractServedTest {
    private static final String DOCUMENT = "/openapi.yaml";
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS");

    private final House house = new House();
    private final Contract contract = Contract.load(house.vertx).await();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void documentIsServedToAnybody(Version version) {
        try (Visitor passerBy = house.passerBy(version)) {
            HttpResponse<String> answer = passerBy.get(DOCUMENT);

            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).contains("application/yaml");
            assertThat(answer.body()).isEqualTo(contract.text().toString());

            String tag = answer.headers().firstValue("etag").orElseThrow();
            assertThat(passerBy.with("If-None-Match", tag).get(DOCUMENT).statusCode())
                    .isEqualTo(304);
            assertThat(passerBy.with("If-None-Match", "\"other\"").get(DOCUMENT).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void everyPathHasTheMethodsItIsDescribedWithAndNoOther() {
        Map<String, Set<String>> described = contract.clauses().values().stream()
                .collect(Collectors.groupingBy(
                        Clause::path,
                        Collectors.mapping(clause -> clause.method().name(), Collectors.toSet())));
        try (Visitor doctor = house.visitor(House.doctor())) {
            described.forEach((path, methods) -> {
                String real = path.replaceAll("\\{\\w+}", "0190a000-0000-7000-8000-000000000001");
                for (String method : METHODS) {
                    HttpResponse<String> answer = doctor.send(method, real, "");
                    assertThat(answer.statusCode() != 405)
                            .as("%s %s", method, path)
                            .isEqualTo(methods.contains(method));
                    if (answer.statusCode() == 405) {
                        assertThat(new TreeSet<>(List.of(answer.headers()
                                        .firstValue("allow")
                                        .orElse("")
                                        .split(", "))))
                                .isEqualTo(new TreeSet<>(methods));
                    }
                }
            });
        }
    }

    private Routes routes(Map<String, Clause> clauses) {
        Turnstile turnstile = new Turnstile(
                ConcurrencyLimit.Bounds.sharing(512, 1), new Turnstiles(new SimpleMeterRegistry()), System::nanoTime);
        return new Routes(house.vertx, clauses, turnstile, sentAway -> {});
    }

    @Test
    void operationThatNothingAnswersDoesNotStart() {
        Routes none = routes(contract.clauses());

        Assertions.assertThatThrownBy(none::router).hasMessageContaining("readJournal");
    }

    @Test
    void answerToAnOperationThatIsNotDescribedDoesNotStart() {
        Clause clause = new Clause(HttpMethod.GET, "/x", Map.of(), Map.of(), null, 0);
        Routes routes = routes(Map.of("x", clause)).serve("x", Reply::nothing);

        Assertions.assertThatThrownBy(() -> routes.serve("x", Reply::nothing)).hasMessageContaining("x");
        Assertions.assertThatThrownBy(() -> routes.serve("y", Reply::nothing)).hasMessageContaining("y");
    }
}
