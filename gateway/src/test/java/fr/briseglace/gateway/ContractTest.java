package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.law.Reason;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.VitalFlag;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.OpenAPIVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document, and what it says that is said elsewhere too. */
class ContractTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Contract CONTRACT = Contract.load(VERTX).await();

    @AfterAll
    static void close() {
        VERTX.close().await();
    }

    private static JsonObject schema(String name) {
        return CONTRACT.document()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(name);
    }

    private static Stream<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast);
    }

    private static OutputUnit asOpenApi31(Contract contract) {
        return OpenAPIVersion.V3_1
                .getRepository(VERTX, Clauses.BASE)
                .compose(schemas -> OpenAPIVersion.V3_1.validateContract(VERTX, schemas, contract.document()))
                .await();
    }

    @Test
    void isOpenApi31() {
        assertThat(asOpenApi31(CONTRACT).getErrors()).isNullOrEmpty();
        assertThat(CONTRACT.document().getString("openapi")).startsWith("3.1.");
        assertThat(CONTRACT.clauses()).isNotEmpty();
        Contract untitled =
                Contract.of(Buffer.buffer(CONTRACT.text().toString().replaceFirst("\n  title:", "\n  name:")));
        assertThat(asOpenApi31(untitled).getErrors()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi: [3.1.0", "- openapi", "42"})
    void whatIsNoDocumentDoesNotLoad(String text) {
        assertThatThrownBy(() -> Contract.of(Buffer.buffer(text)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("openapi.yaml");
    }

    @Test
    void referenceThatLeadsNowhereOpensNoDoor() {
        String text = CONTRACT.text().toString().replace("    PageCursor:", "    OtherCursor:");

        assertThatThrownBy(() -> Contract.of(Buffer.buffer(text)).clauses())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("#/components/parameters/PageCursor");
    }

    @Test
    void namesAllSectionsInTheirOrder() {
        assertThat(texts(schema("Sections").getJsonArray("required")))
                .containsExactlyElementsOf(Arrays.stream(SectionKind.values())
                        .map(SectionKind::jsonName)
                        .toList());
        assertThat(schema("Sections").getJsonObject("propertyNames").getJsonArray("enum"))
                .isEqualTo(schema("Sections").getJsonArray("required"));
    }

    @Test
    void namesAllVitalFlagsInTheirOrder() {
        assertThat(texts(schema("VitalFlag").getJsonArray("enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(VitalFlag.values()).map(VitalFlag::slug).toList());
    }

    @Test
    void namesAllReasonsAndItemStatuses() {
        assertThat(texts(schema("BreakGlassReason").getJsonArray("enum")))
                .containsExactlyInAnyOrderElementsOf(Reason.BREAK_GLASS_CODES);
        assertThat(texts(schema("Item")
                        .getJsonObject("properties")
                        .getJsonObject("status")
                        .getJsonArray("enum")))
                .contains(Arrays.stream(ItemStatus.values())
                        .map(ItemStatus::jsonName)
                        .toArray(String[]::new));
    }

    @Test
    void describesEveryProblemAndNoOther() {
        String responses = CONTRACT.document()
                .getJsonObject("components")
                .getJsonObject("responses")
                .encode();
        List<String> described = Pattern.compile("\"urn:brise-glace:problem:([a-z-]+)\"")
                .matcher(responses)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Slug.values()).map(Slug::word).toList());
    }

    @Test
    void itsExamplesFollowIt() {
        Map<String, Clause> clauses = CONTRACT.clauses();
        JsonObject paths = CONTRACT.document().getJsonObject("paths");
        long read = clauses.values().stream()
                .filter(clause -> clause.body() != null)
                .flatMap(clause -> examples(paths.getJsonObject(clause.path())
                                .getJsonObject(clause.method().name().toLowerCase(java.util.Locale.ROOT))
                                .getJsonObject("requestBody"))
                        .map(example -> clause.read(example.toBuffer())))
                .count();

        assertThat(read).isGreaterThanOrEqualTo(4);
    }

    private static Stream<JsonObject> examples(JsonObject body) {
        JsonObject content = body.getJsonObject("content");
        JsonObject media = content.getJsonObject(content.fieldNames().iterator().next());
        return media.containsKey("example")
                ? Stream.of(media.getJsonObject("example"))
                : media.getJsonObject("examples").stream()
                        .map(named -> ((JsonObject) named.getValue()).getJsonObject("value"));
    }
}
