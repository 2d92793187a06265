package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.briseglace.cda.CdaDocument;
import fr.briseglace.cda.CdaReader;
import fr.briseglace.identity.Ins;
import fr.briseglace.local.demo.DocumentImport.Imported;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are imported: those of the field are understood, hostile ones are rejected by name. */
@OnStack
class ImportTest {
    private static final String PUBLIC_EXAMPLE = "VSM_1.4_2022.01.xml";

    private final Stack stack;

    ImportTest(Stack stack) {
        this.stack = stack;
    }

    static Stream<Map.Entry<String, String>> hostile() {
        return ImportFolder.HOSTILE.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileDocumentIsRejectedByName(Map.Entry<String, String> document) {
        assertThat(imported().rejected()).containsEntry(document.getKey(), document.getValue());
    }

    @Test
    void documentNestedBeyondReasonIsRejected() {
        assertThat(imported().rejected().get(ImportFolder.DEEP)).isIn("TOO_DEEP", "NOT_XML");
    }

    @Test
    void nothingElseIsRejected() {
        assertThat(imported().rejected().keySet())
                .containsAll(ImportFolder.HOSTILE.keySet())
                .hasSize(ImportFolder.HOSTILE.size() + 1);
    }

    @Test
    void everyDocumentOfTheFieldIsAccepted() throws IOException {
        try (Stream<Path> documents = Files.list(field())) {
            assertThat(imported().accepted()).isEqualTo((int)
                    documents.filter(file -> file.toString().endsWith(".xml")).count());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anticoagulant",
                "antiplatelet",
                "implant",
                "insulin-dependent-diabetes",
                "resuscitation-refused",
                "drug-allergy"
            })
    void vitalStripOfThePublicExamplePatientRestsOnSources(String flag) throws IOException {
        Answer answer = openExample();
        List<String> sourced = answer.items().stream()
                .filter(item -> !item.getJsonArray("sources").isEmpty())
                .map(item -> item.getString("id"))
                .toList();
        List<JsonObject> entries = entries(answer, flag);
        assertThat(entries).isNotEmpty();
        for (JsonObject entry : entries) {
            assertThat(sourced)
                    .containsAll(entry.getJsonArray("items").stream()
                            .map(String.class::cast)
                            .toList());
        }
    }

    @Test
    void drugsOfThePublicExamplePatientAreNamed() throws IOException {
        Answer answer = openExample();
        assertThat(labels(answer, "anticoagulant")).contains("coumadine");
        assertThat(labels(answer, "antiplatelet")).contains("plavix");
    }

    @Test
    void allergyOnWhichTheDocumentsContradictEachOtherIsInConflict() throws IOException {
        Answer answer = openExample();
        JsonArray allergies = answer.summary()
                .getJsonObject("sections")
                .getJsonObject("allergies")
                .getJsonArray("items");
        assertThat(Answer.objects(allergies))
                .filteredOn(item -> item.encode().toLowerCase(Locale.ROOT).contains("paracétamol")
                        || item.encode().toLowerCase(Locale.ROOT).contains("paracetamol"))
                .isNotEmpty()
                .anyMatch(item -> item.getBoolean("conflict", false));
    }

    @Test
    void summaryOfThePublicExamplePatientIsOfOnePiece() throws IOException {
        SummaryChecks.wholeAndConsistent(openExample().summary());
    }

    private static String labels(Answer answer, String flag) {
        return entries(answer, flag).stream()
                .map(entry -> entry.getString("label"))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static List<JsonObject> entries(Answer answer, String flag) {
        return Answer.objects(answer.summary().getJsonArray("vital")).stream()
                .filter(entry -> entry.getString("flag").equals(flag))
                .toList();
    }

    private Answer openExample() throws IOException {
        byte[] bytes = Files.readAllBytes(field().resolve(PUBLIC_EXAMPLE));
        Ins ins = CdaReader.read(bytes) instanceof CdaDocument document
                ? document.header().ins()
                : null;
        if (ins == null) {
            throw new IllegalStateException("the public example names no patient");
        }
        Answer answer = stack.as("regulateur").open(Asking.regulation(ins));
        assertThat(answer.status()).as(answer.slug()).isEqualTo(201);
        return answer;
    }

    private static Path field() {
        assumeTrue(
                ImportFolder.documentsOfTheField().isPresent(),
                "the public example documents (shared/data/cda) are not on this machine");
        return ImportFolder.documentsOfTheField().orElseThrow();
    }

    private Imported imported() {
        Imported imported = stack.local().imported();
        if (imported == null) {
            throw new IllegalStateException("nothing was imported");
        }
        return imported;
    }
}
