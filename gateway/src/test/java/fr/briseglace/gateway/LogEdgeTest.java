package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.tlog.Checkpoint;
import fr.briseglace.tlog.Hash;
import fr.briseglace.tlog.InclusionProof;
import fr.briseglace.tlog.SignedNote;
import fr.briseglace.tlog.VerifierKey;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.RecordCodec;
import fr.briseglace.trail.RecordKind;
import fr.briseglace.trail.Tombstone;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public log at the edge, and the proof of a record. */
class LogEdgeTest {
    private static final UUID ACCESS = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final String PROOF = AccessResource.PATH + "/" + ACCESS + "/proof";

    private final House house = new House();
    private final Visitor passerBy = house.passerBy(Version.HTTP_2);
    private final Visitor doctor = house.visitor(House.doctor());
    private final Visitor holder = house.visitor(House.holder());

    @AfterEach
    void close() {
        passerBy.close();
        doctor.close();
        holder.close();
        house.close();
    }

    private static KeptRecord record(String professional, @Nullable String subject) {
        Instant at = Instant.parse("2026-11-21T10:15:30.123456Z");
        Caller caller = new Caller(
                Role.DOCTOR,
                professional,
                "Dr Exemple",
                Set.of(),
                true,
                new Structure("1440000001", "SAMU", StructureKind.SAMU));
        return new KeptRecord(
                new AccessRecord(
                        ACCESS,
                        at,
                        RecordKind.OPENED,
                        ACCESS,
                        new UUID(0, 1),
                        AccessMode.CENTRE_15,
                        caller,
                        "case",
                        null,
                        subject,
                        null,
                        1,
                        at.plusSeconds(60),
                        false),
                new byte[32]);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void checkpointIsSignedByTheKeyThatIsShown() {
        HttpResponse<String> checkpoint = passerBy.get("/log/checkpoint");
        assertThat(checkpoint.statusCode()).isEqualTo(200);
        assertThat(header(checkpoint, "content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(header(checkpoint, "cache-control")).isEqualTo("public, max-age=1");
        VerifierKey key = VerifierKey.parse(passerBy.get("/log/key").body());
        SignedNote note = SignedNote.parse(checkpoint.body().getBytes(StandardCharsets.UTF_8));
        assertThat(note.isSignedBy(key)).isTrue();
        problem(passerBy.get("/log/key/next"), 404, "not-found");
    }

    @Test
    void cosignedCheckpointIsServedWhereThereIsOne() {
        problem(passerBy.get("/log/cosigned"), 404, "not-found");
        house.log.cosigned = "note";
        HttpResponse<String> cosigned = passerBy.get("/log/cosigned");
        assertThat(cosigned.body()).isEqualTo("note");
        assertThat(header(cosigned, "content-type")).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void logWithoutACheckpointSaysSo() {
        house.log.signed = false;
        problem(passerBy.get("/log/checkpoint"), 503, "store-unavailable");
    }

    @Test
    void fullTilesMayBeKeptForEverAndNothingIsCompressed() {
        HttpResponse<String> full = passerBy.with("Accept-Encoding", "gzip").get("/log/tile/0/000");
        assertThat(full.statusCode()).isEqualTo(200);
        assertThat(header(full, "content-length")).isEqualTo("8192");
        assertThat(header(full, "content-type")).isEqualTo("application/octet-stream");
        assertThat(header(full, "cache-control")).contains("immutable");
        assertThat(header(full, "content-encoding")).isNotEqualTo("gzip");
        HttpResponse<String> partial = passerBy.get("/log/tile/0/001.p/44");
        assertThat(header(partial, "content-length")).isEqualTo("1408");
        assertThat(header(partial, "cache-control")).doesNotContain("immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/tile/0/002",
                "/log/tile/0/001",
                "/log/tile/0/001.p/45",
                "/log/tile/0/x000/000",
                "/log/tile/0/0",
                "/log/tile/9/000",
                "/log/tile/0/000/",
                "/log/tile/0/%2e%2e/000",
                "/log/tile/entries/000",
                "/log/tile/0/%D9%A0%D9%A0%D9%A0",
                "/log/tile/"
            })
    void otherTilesAreNotFound(String path) {
        problem(passerBy.get(path), 404, "not-found");
    }

    @Test
    void whoeverMadeTheRecordGetsItsProof() {
        KeptRecord kept = record("801234567897", "document");
        house.log.record = kept;
        JsonObject proof = new JsonObject(doctor.get(PROOF).body());
        List<Hash> hashes = proof.getJsonArray("hashes").stream()
                .map(hash -> Hash.of(Base64.getDecoder().decode((String) hash)))
                .toList();
        Checkpoint checkpoint =
                Checkpoint.parse(SignedNote.parse(proof.getString("checkpoint").getBytes(StandardCharsets.UTF_8))
                        .text());
        assertThat(checkpoint.size()).isEqualTo(proof.getLong("treeSize"));
        assertThat(new InclusionProof(proof.getLong("index"), proof.getLong("treeSize"), hashes)
                        .holds(Hash.of(Base64.getDecoder().decode(proof.getString("leaf"))), checkpoint.root()))
                .isTrue();
        assertThat(Base64.getDecoder().decode(proof.getString("record"))).isEqualTo(RecordCodec.encode(kept.record()));
        assertThat(Base64.getDecoder().decode(proof.getString("salt"))).isEqualTo(kept.salt());
    }

    @Test
    void recordWithoutAPlaceIsPromisedOne() {
        house.log.record = record("801234567897", null);
        house.log.sequenced = false;
        HttpResponse<String> answer = doctor.get(PROOF);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(header(answer, "retry-after")).isEqualTo("1");
        assertThat(new JsonObject(answer.body()).getString("leaf")).hasSize(44);
    }

    @Test
    void holderGetsTheProofAndTheRecordUnlessItNamesADocument() {
        house.log.record = record("899999999999", null);
        assertThat(new JsonObject(holder.get(PROOF).body()).getString("record")).isNotEmpty();
        house.log.record = record("899999999999", "document");
        JsonObject proof = new JsonObject(holder.get(PROOF).body());
        assertThat(proof.containsKey("leaf")).isTrue();
        assertThat(proof.containsKey("record")).isFalse();
        assertThat(proof.containsKey("salt")).isFalse();
    }

    @Test
    void erasedRecordIsProvenByItsLeafAlone() {
        Instant erased = Instant.parse("2036-11-21T10:15:30Z");
        house.log.record = new Tombstone(ACCESS, new UUID(0, 1), new byte[32], erased);
        JsonObject proof = new JsonObject(holder.get(PROOF).body());
        assertThat(proof.getString("erasedAt")).isEqualTo("2036-11-21T10:15:30.000Z");
        assertThat(proof.getJsonArray("hashes")).isNotEmpty();
        assertThat(proof.containsKey("record")).isFalse();
        assertThat(proof.containsKey("salt")).isFalse();
        problem(doctor.get(PROOF), 404, "not-found");
    }

    @Test
    void toAnybodyElseTheRecordDoesNotExist() {
        problem(doctor.get(PROOF), 404, "not-found");
        house.log.record = record("899999999999", null);
        problem(doctor.get(PROOF), 404, "not-found");
        problem(house.stranger(House.doctor()).get(PROOF), 401, "unauthenticated");
        problem(doctor.get(PROOF + "?record=1"), 400, "malformed");
        problem(doctor.get(AccessResource.PATH + "/1/proof"), 404, "not-found");
    }
}
