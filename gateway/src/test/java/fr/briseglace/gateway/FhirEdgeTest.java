package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.JournalEntry;
import fr.briseglace.access.JournalEntry.Seen;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.PatientRights;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audit events, documents and their content in FHIR, at the edge; each answer is held to the contract. */
class FhirEdgeTest {
    private static final String PATIENT = "?patient.identifier=urn:oid:" + Ins.TEST + "%7C" + House.PATIENT;
    private static final String AUDIT = "/fhir/AuditEvent" + PATIENT;
    private static final String DOCUMENTS = "/fhir/DocumentReference" + PATIENT;
    private static final String BINARY = "/fhir/Binary/" + Example.DOCUMENT;

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());
    private final Visitor inside = doctor.with("X-Access-Id", Example.ACCESS.toString());
    private final Visitor holder = house.visitor(House.holder());

    @BeforeEach
    void open() {
        house.sighting = Example.sighting(PatientRights.NONE);
        house.window = Example.window(false);
        house.documents = List.of(Example.document());
        house.journal = Example.journal();
    }

    @AfterEach
    void close() {
        doctor.close();
        inside.close();
        holder.close();
        house.close();
    }

    private static JournalEntry entry(
            int number, String kind, String mode, @Nullable String refusal, @Nullable Seen seen) {
        return new JournalEntry(
                new UUID(0x7000, number),
                Instant.parse("2026-03-14T02:11:09.120Z"),
                kind,
                new UUID(0x7000, 99),
                mode,
                "810001234567",
                "Anne REGUL",
                "doctor",
                "SAMU 44",
                "case-1",
                "shock",
                "mots du médecin",
                refusal,
                null,
                seen,
                List.of());
    }

    private static JsonArray entries(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/fhir+json");
        return new JsonObject(answer.body()).getJsonArray("entry", new JsonArray());
    }

    private static void outcome(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("OperationOutcome", "\"" + slug + "\"");
    }

    @Test
    void journalIsToldAsAuditEvents() {
        Seen seen = new Seen(new UUID(3, 3), "SYNTH", "Titre", Instant.EPOCH);
        house.journal = List.of(
                entry(1, "fetched", "bris_de_glace", null, seen),
                entry(2, "opened", "bris_de_glace", null, null),
                entry(3, "refused", "centre_15", "opposed", null));
        JsonArray found = entries(holder.get(AUDIT));

        JsonObject fetched = found.getJsonObject(0).getJsonObject("resource");
        assertThat(fetched.encode())
                .contains(
                        "IHE.BasicAudit.PatientRead", "110152", "110153", "IRCP", "BTG", "urn:uuid:" + new UUID(3, 3));
        assertThat(fetched.getString("outcome")).isEqualTo("0");
        JsonObject broken = found.getJsonObject(1).getJsonObject("resource");
        assertThat(broken.encode()).contains("110113", "110127").doesNotContain("PatientRead");
        JsonObject refused = found.getJsonObject(2).getJsonObject("resource");
        assertThat(refused.encode()).contains("ETREAT", "\"opposed\"");
        assertThat(refused.getString("outcome")).isEqualTo("4");
        assertThat(found.encode()).as("reasons in words stay in the journal").doesNotContain("mots du");
    }

    @Test
    void documentThatTheReaderMayNotKnowOfIsNotNamed() {
        house.journal = List.of(entry(1, "fetched", "centre_15", null, null));
        assertThat(entries(holder.get(AUDIT)).encode()).doesNotContain("urn:uuid:" + new UUID(3, 3), "Titre");
    }

    @Test
    void auditEventsArePagedByTheLinkNext() {
        house.journal = IntStream.range(0, 51)
                .mapToObj(i -> entry(i, "read", "centre_15", null, null))
                .toList();
        HttpResponse<String> page = holder.get(AUDIT);
        assertThat(entries(page)).hasSize(50);
        JsonObject next = new JsonObject(page.body()).getJsonArray("link").getJsonObject(1);
        assertThat(next.getString("relation")).isEqualTo("next");
        assertThat(entries(holder.get(next.getString("url")))).hasSize(50);
        house.journal = List.of();
        JsonObject last = new JsonObject(holder.get(AUDIT).body());
        assertThat(last.containsKey("entry")).isFalse();
        assertThat(last.getJsonArray("link")).hasSize(1);
    }

    @Test
    void nobodyElseReadsAuditEvents() {
        outcome(doctor.get(AUDIT), 404, "not-found");
        outcome(
                holder.get("/fhir/AuditEvent?patient.identifier=urn:oid:" + Ins.TEST + "%7C279035121518990"),
                404,
                "not-found");
        try (Visitor officer = house.visitor(House.privacyOfficer())) {
            outcome(officer.get(AUDIT), 403, "not-entitled");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?patient.identifier=",
                "?patient.identifier=urn:oid:1.2",
                "?patient.identifier=x%7C" + House.PATIENT,
                PATIENT + "&cursor=x",
                "?patient.identifier=" + House.PATIENT
            })
    void searchWithoutAPatientIsMalformed(String query) {
        outcome(holder.get("/fhir/AuditEvent" + query), 400, "malformed");
        outcome(inside.get("/fhir/DocumentReference" + query), 400, "malformed");
    }

    @Test
    void documentsOfAnOpenWindowAreFoundAndTheLookIsRecorded() {
        JsonArray found = entries(inside.get(DOCUMENTS));
        JsonObject resource = found.getJsonObject(0).getJsonObject("resource");
        assertThat(resource.getString("resourceType")).isEqualTo("DocumentReference");
        assertThat(resource.getString("status")).isEqualTo("current");
        assertThat(resource.getJsonArray("content")
                        .getJsonObject(0)
                        .getJsonObject("attachment")
                        .getString("url"))
                .isEqualTo(BINARY);
        assertThat(house.records)
                .singleElement()
                .satisfies(entry -> assertThat(entry.record().kind()).isEqualTo(RecordKind.LISTED));
    }

    @Test
    void windowOfAnotherPatientOrOfNobodyFindsNothing() {
        outcome(
                inside.get("/fhir/DocumentReference?patient.identifier=urn:oid:" + Ins.TEST + "%7C279035121500187"),
                404,
                "not-found");
        house.window = null;
        outcome(inside.get(DOCUMENTS), 404, "not-found");
        outcome(inside.get(BINARY), 404, "not-found");
        assertThat(house.records).isEmpty();
        house.window = Example.window(true);
        outcome(inside.get(DOCUMENTS), 410, "access-ended");
        outcome(inside.get(BINARY), 410, "access-ended");
    }

    @Test
    void withoutAWindowNothingIsFound() {
        outcome(doctor.get(DOCUMENTS), 400, "malformed");
        outcome(doctor.with("X-Access-Id", "1-1-1-1-1").get(BINARY), 400, "malformed");
        outcome(doctor.with("X-Access-Id", "SECRET").get(BINARY), 400, "malformed");
    }

    @Test
    void patientsRightsHoldInFhirAsWell() {
        house.sighting = Example.sighting(new PatientRights(true, false, false, Set.of()));
        outcome(inside.get(DOCUMENTS), 403, "opposed");
        outcome(inside.get(BINARY), 403, "opposed");
        assertThat(house.records)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.record().kind()).isEqualTo(RecordKind.REFUSED));
    }

    @Test
    void contentComesAsItIsOrWithinAResource() {
        HttpResponse<String> plain = inside.get(BINARY);
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("content-type"))
                .contains(Example.document().card().mediaType());
        assertThat(plain.headers().firstValue("content-security-policy").orElse(""))
                .contains("sandbox");
        assertThat(inside.with("Range", "bytes=0-1").get(BINARY).statusCode()).isEqualTo(206);

        HttpResponse<String> wrapped =
                inside.with("Accept", "application/fhir+json").get(BINARY);
        JsonObject binary = new JsonObject(wrapped.body());
        assertThat(binary.getString("contentType"))
                .isEqualTo(Example.document().card().mediaType());
        assertThat(Base64.getDecoder().decode(binary.getString("data")))
                .isEqualTo(Example.document().content());
        assertThat(house.records)
                .allSatisfy(entry -> assertThat(entry.record().kind()).isEqualTo(RecordKind.FETCHED));
    }

    @Test
    void documentThatIsNoneIsSoughtAndNotFound() {
        outcome(inside.get("/fhir/Binary/" + new UUID(9, 9)), 404, "not-found");
        assertThat(house.records)
                .singleElement()
                .satisfies(entry -> assertThat(entry.record().kind()).isEqualTo(RecordKind.SOUGHT));
    }
}
