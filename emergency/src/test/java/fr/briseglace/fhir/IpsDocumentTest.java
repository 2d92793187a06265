package fr.briseglace.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.summary.Author;
import fr.briseglace.summary.ClinicalItem;
import fr.briseglace.summary.Coding;
import fr.briseglace.summary.EmergencySummary;
import fr.briseglace.summary.ItemStatus;
import fr.briseglace.summary.Section;
import fr.briseglace.summary.SectionKind;
import fr.briseglace.summary.SectionState;
import fr.briseglace.summary.Source;
import fr.briseglace.summary.SourceKind;
import fr.briseglace.summary.SourcedDocument;
import fr.briseglace.summary.Terminology;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the document says; that it follows the standard is checked by the conformance module. */
class IpsDocumentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Ins INS = new Ins("279035121518989", Ins.TEST);
    private static final PatientIdentity IDENTITY = new PatientIdentity(
            "ALPHA", List.of("LINA"), "BETA", LocalDate.of(1979, 3, 28), Sex.F, "51215", IdentityStatus.PROVISIONAL);

    private static byte[] bytes(EmergencySummary summary) {
        return IpsDocument.render(new UUID(1, 2), INS, IDENTITY, summary, TODAY);
    }

    private static JsonObject render(SourcedDocument... documents) {
        return render(EmergencySummary.of(List.of(documents), TODAY, NOW));
    }

    private static JsonObject render(EmergencySummary summary) {
        return Buffer.buffer(bytes(summary)).toJsonObject();
    }

    private static SourcedDocument document(String id, String day, ClinicalItem... items) {
        Author author = new Author("Dr Gamma", "Médecin", null, "801234567897");
        Instant when = Instant.parse(day + "T10:00:00Z");
        return new SourcedDocument(
                new Source(id, "SYNTH", "Synthèse", when, author, SourceKind.PROFESSIONAL), List.of(items));
    }

    private static ClinicalItem fact(SectionKind kind, String label, @Nullable ItemStatus status, Coding... codings) {
        return new ClinicalItem(
                kind, label, List.of(codings), List.of(), List.of(), status, null, null, null, null, null, false);
    }

    private static Stream<JsonObject> entries(JsonObject bundle) {
        return bundle.getJsonArray("entry").stream().map(JsonObject.class::cast);
    }

    private static JsonObject resource(JsonObject bundle, String id) {
        return entries(bundle)
                .map(entry -> entry.getJsonObject("resource"))
                .filter(resource -> id.equals(resource.getString("id")))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject section(JsonObject bundle, String name) {
        return resource(bundle, "composition").getJsonArray("section").stream()
                .map(JsonObject.class::cast)
                .filter(section -> codes(section.getJsonObject("code")).contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(JsonObject concept) {
        return concept.getJsonArray("coding").stream()
                .map(coding -> ((JsonObject) coding).getString("code"))
                .toList();
    }

    private static EmergencySummary unavailable() {
        Map<SectionKind, Section> sections = new EnumMap<>(SectionKind.class);
        for (SectionKind kind : SectionKind.values()) {
            sections.put(kind, new Section(SectionState.UNAVAILABLE, List.of()));
        }
        return new EmergencySummary(List.of(), sections, Map.of(), List.of(), NOW);
    }

    @Test
    void sameSummaryIsTheSameBytes() {
        EmergencySummary summary = EmergencySummary.of(
                List.of(document("a", "2026-01-05", fact(SectionKind.PROBLEMS, "Asthme", null))), TODAY, NOW);

        assertThat(bytes(summary)).isEqualTo(bytes(summary));
    }

    @Test
    void patientIsKnownByTheInsUnderTheOidOfItsAuthority() {
        JsonObject patient = resource(render(), "patient");

        JsonObject ins = patient.getJsonArray("identifier").getJsonObject(0);
        assertThat(ins.getString("system")).isEqualTo("urn:oid:1.2.250.1.213.1.4.10");
        assertThat(ins.getString("value")).isEqualTo("279035121518989");
        assertThat(patient.encode()).contains("\"PROV\"").contains("51215");
    }

    @ParameterizedTest
    @CsvSource({
        "ALLERGIES, allergies, no-allergies, no-known-allergies, no-allergy-info, code",
        "TREATMENTS, treatments, no-treatments, no-known-medications, no-medication-info, medicationCodeableConcept",
        "PROBLEMS, problems, no-problems, no-known-problems, no-problem-info, code",
        "PROCEDURES, procedures, no-procedures, no-known-procedures, no-procedure-info, code",
        "IMPLANTS, implants, no-implants-device, no-known-devices, no-device-info, type",
        "VACCINATIONS, vaccinations, no-vaccinations, no-known-immunizations, no-immunization-info, vaccineCode"
    })
    void silenceIsNeverNone(
            SectionKind kind, String name, String entry, String declared, String silent, String member) {
        JsonObject none = render(document("a", "2026-01-05", ClinicalItem.none(kind, "Aucun")));
        assertThat(codes(section(none, name).getJsonObject("code"))).contains("declared-none");
        assertThat(codes(resource(none, entry).getJsonObject(member))).containsExactly(declared);
        assertThat(section(none, name).getJsonObject("text").getString("div")).contains("expressément", "[d1]");

        JsonObject silence = render();
        assertThat(codes(section(silence, name).getJsonObject("code"))).contains("not-recorded");
        assertThat(codes(resource(silence, entry).getJsonObject(member))).containsExactly(silent);
        assertThat(section(silence, name).getJsonObject("text").getString("div"))
                .contains("ne veut pas dire");

        JsonObject unasked = render(unavailable());
        JsonObject code = resource(unasked, entry).getJsonObject(member);
        assertThat(codes(section(unasked, name).getJsonObject("code"))).contains("unavailable");
        assertThat(codes(code)).containsExactly(silent);
        assertThat(code.getJsonArray("extension").encode()).contains("temp-unknown");
    }

    @Test
    void vitalFlagPointsAtTheFactsItRestsOn() {
        JsonObject bundle = render(document(
                "a",
                "2026-01-05",
                fact(
                        SectionKind.TREATMENTS,
                        "COUMADINE 5 mg",
                        ItemStatus.ACTIVE,
                        new Coding(Terminology.ATC, "B01AA03", null))));
        JsonObject flag = resource(bundle, "v1");
        String fact = entries(bundle)
                .filter(entry -> "i1".equals(entry.getJsonObject("resource").getString("id")))
                .findFirst()
                .orElseThrow()
                .getString("fullUrl");

        assertThat(flag.getString("resourceType")).isEqualTo("Flag");
        assertThat(codes(flag.getJsonObject("code"))).containsExactly("anticoagulant");
        assertThat(flag.getJsonArray("extension")
                        .getJsonObject(0)
                        .getJsonObject("valueReference")
                        .getString("reference"))
                .isEqualTo(fact);
        assertThat(section(bundle, "vital").getJsonObject("text").getString("div"))
                .contains("Anticoagulant", "COUMADINE 5 mg");
        assertThat(codes(resource(bundle, "i1").getJsonObject("medicationCodeableConcept")))
                .containsExactly("B01AA03");
    }

    @Test
    void contradictionStaysAndIsMarked() {
        JsonObject bundle = render(
                document("a", "2026-01-05", fact(SectionKind.PROBLEMS, "Asthme", ItemStatus.ACTIVE)),
                document("b", "2025-01-05", fact(SectionKind.PROBLEMS, "Asthme", ItemStatus.RESOLVED)));

        assertThat(List.of("i1", "i2"))
                .extracting(id -> resource(bundle, id)
                        .getJsonObject("meta")
                        .getJsonArray("tag")
                        .getJsonObject(0)
                        .getString("code"))
                .containsExactly("conflict", "conflict");
        assertThat(codes(resource(bundle, "i1").getJsonObject("clinicalStatus")))
                .containsExactly("active");
        assertThat(codes(resource(bundle, "i2").getJsonObject("clinicalStatus")))
                .containsExactly("resolved");
    }

    @Test
    void everyFactIsTiedToItsSources() {
        JsonObject bundle = render(
                document("a", "2026-01-05", fact(SectionKind.PROBLEMS, "Asthme", ItemStatus.ACTIVE)),
                document("b", "2025-01-05", fact(SectionKind.ALLERGIES, "Pollens", null)));

        JsonObject provenance = resource(bundle, "d2-provenance");
        assertThat(provenance.getJsonArray("target")).hasSize(1);
        assertThat(provenance
                        .getJsonArray("entity")
                        .getJsonObject(0)
                        .getJsonObject("what")
                        .getString("reference"))
                .isEqualTo(entries(bundle)
                        .filter(entry ->
                                "d2".equals(entry.getJsonObject("resource").getString("id")))
                        .findFirst()
                        .orElseThrow()
                        .getString("fullUrl"));
        assertThat(resource(bundle, "d2").encode()).contains("801234567897", "urn:oid:1.2.250.1.71.4.2.1");
    }

    @Test
    void everyFactOfEverySectionIsThereAndEveryReferenceLeadsSomewhere() {
        List<ClinicalItem> facts = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            facts.add(fact(kind, "Fait de " + kind.jsonName(), null));
        }
        JsonObject bundle = render(document("a", "2026-01-05", facts.toArray(ClinicalItem[]::new)));

        Set<String> there = new HashSet<>(
                entries(bundle).map(entry -> entry.getString("fullUrl")).toList());
        assertThat(there).hasSize(bundle.getJsonArray("entry").size());
        assertThat(there).containsAll(references(bundle));
        for (SectionKind kind : SectionKind.values()) {
            assertThat(section(bundle, kind.jsonName()).getJsonArray("entry")).hasSize(1);
            assertThat(section(bundle, kind.jsonName()).getJsonObject("text").getString("div"))
                    .contains("Fait de " + kind.jsonName());
        }
    }

    @Test
    void hostileWordsStayWords() {
        JsonObject bundle = render(document(
                "a", "2026-01-05", fact(SectionKind.PROBLEMS, "<script>alert(1)</script>\u0000\u202e\"", null)));

        String div = section(bundle, "problems").getJsonObject("text").getString("div");
        assertThat(div).contains("&lt;script&gt;").doesNotContain("<script", "\u0000", "\u202e");
        assertThat(resource(bundle, "i1").getJsonObject("code").getString("text"))
                .doesNotContain("\u0000");
    }

    private static List<String> references(Object json) {
        List<String> found = new ArrayList<>();
        if (json instanceof JsonObject object) {
            object.forEach(member -> {
                if (member.getKey().equals("reference") && member.getValue() instanceof String target) {
                    found.add(target);
                }
                found.addAll(references(member.getValue()));
            });
        } else if (json instanceof JsonArray array) {
            array.forEach(element -> found.addAll(references(element)));
        }
        return found;
    }
}
