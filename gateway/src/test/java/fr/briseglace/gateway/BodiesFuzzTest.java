package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fr.briseglace.hub.CaseMessage;
import fr.briseglace.hub.HubReading;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies of every operation, made from the contract's own examples and then damaged: they are read, or refused as
 * malformed with nothing of them in the answer. An operation that is added to the contract is tried as well.
 */
class BodiesFuzzTest {
    private static final Map<String, Clause> CLAUSES;
    private static final List<Body> EXAMPLES;
    private static final String SECRET = "SECRET";
    private static final Caller CALLER =
            new Caller(Role.DOCTOR, "8", "Dr", Set.of(), true, new Structure("1", "SAMU", StructureKind.SAMU));
    private static final List<String> PIECES = List.of(
            "null",
            "{}",
            "[]",
            "true",
            "-0",
            "1e999",
            "\"SECRET\"",
            "\"SECRET\\n\"",
            "\"SECRET\":1,",
            "SECRET",
            "\"\\ud800\"",
            "[[[[[[[[[[[[[[[[[[",
            "}",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\u0000",
            "é",
            "");

    /** An example of what an operation takes. */
    private record Body(String operation, String text) {}

    static {
        Vertx vertx = Vertx.vertx();
        Contract contract = Contract.load(vertx).await();
        CLAUSES = contract.clauses();
        EXAMPLES = examples(contract);
        vertx.close().await();
    }

    private static List<Body> examples(Contract contract) {
        List<Body> examples = new ArrayList<>();
        JsonObject paths = contract.document().getJsonObject("paths");
        contract.clauses().forEach((operation, clause) -> {
            if (clause.body() != null) {
                JsonObject content = paths.getJsonObject(clause.path())
                        .getJsonObject(clause.method().name().toLowerCase(Locale.ROOT))
                        .getJsonObject("requestBody")
                        .getJsonObject("content");
                content.stream()
                        .flatMap(media -> texts((JsonObject) media.getValue()))
                        .forEach(text -> examples.add(new Body(operation, text)));
            }
        });
        return examples;
    }

    private static Stream<String> texts(JsonObject media) {
        return media.containsKey("example")
                ? Stream.of(media.getJsonObject("example").encode())
                : media.getJsonObject("examples", new JsonObject()).stream()
                        .map(named -> ((JsonObject) named.getValue())
                                .getJsonObject("value")
                                .encode());
    }

    private static void isAnswered(String operation, byte[] bytes) {
        try {
            Buffer body = Buffer.buffer(bytes);
            Objects.requireNonNull(CLAUSES.get(operation)).read(body);
            if (operation.equals("searchPatients")) {
                assertThat(SearchBody.read(CALLER, body).query()).isNotNull();
            }
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            assertThat(problem.slug()).isEqualTo(Slug.MALFORMED);
            assertThat(problem.errors()).isNotEmpty();
            assertThat(problem.toString()).doesNotContain(SECRET);
            assertThat(refused.toString()).doesNotContain(SECRET);
        }
        HubReading reading = CaseMessage.read(bytes);
        assertThat(reading.toString()).doesNotContain(SECRET);
    }

    @Property(tries = 24_000)
    void aDamagedExampleIsReadOrRefusedWithoutAnEcho(
            @ForAll @IntRange(max = 1_000) int which,
            @ForAll @IntRange(max = 2_000) int from,
            @ForAll @IntRange(max = 30) int length,
            @ForAll("pieces") String piece) {
        Body example = EXAMPLES.get(which % EXAMPLES.size());
        String sound = example.text();
        int start = from % (sound.length() + 1);
        int end = Math.min(sound.length(), start + length);
        isAnswered(
                example.operation(),
                (sound.substring(0, start) + piece + sound.substring(end)).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 6_000)
    void anyBytesOfAnExampleMayBeWrong(
            @ForAll @IntRange(max = 1_000) int which,
            @ForAll @IntRange(max = 2_000) int from,
            @ForAll @Size(max = 4) byte[] wrong) {
        Body example = EXAMPLES.get(which % EXAMPLES.size());
        byte[] bytes = example.text().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < wrong.length; i++) {
            bytes[(from + i) % bytes.length] = wrong[i];
        }
        isAnswered(example.operation(), bytes);
    }

    /** As large as a body may be, and of the kinds that readers choke on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "\"",
                "\\",
                "1",
                "a.",
                "{\"a\":1,",
                "\u00E9",
                "{\"caseId\":\"",
                ",",
                "[[],",
                "\\u0041"
            })
    void aLargeBodyKeepsNobodyWaiting(String part) {
        byte[] bytes = part.repeat(64 * 1024 / part.length()).getBytes(StandardCharsets.UTF_8);
        byte[] quoted =
                ("{\"caseId\":\"" + part.repeat(8 * 1024 / part.length()) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> EXAMPLES.forEach(example -> {
                    isAnswered(example.operation(), bytes);
                    isAnswered(example.operation(), quoted);
                }));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }
}
