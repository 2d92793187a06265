package fr.briseglace.gateway;

import static fr.briseglace.gateway.Documents.problem;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientTies;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public API over TLS, with everything behind it in memory. */
class EdgeTest {
    private static final String RIGHTS = "/v1/patients/" + House.PATIENT + "/rights";
    private static final String JOURNAL = "/v1/patients/" + House.PATIENT + "/journal";

    private final House house = new House();
    private final Visitor doctor = house.visitor(House.doctor());
    private final Visitor holder = house.visitor(House.holder());

    @AfterEach
    void close() {
        doctor.close();
        holder.close();
        house.close();
    }

    @Test
    void openedRecordIsAnsweredWhole() {
        house.sighting = Example.sighting(PatientRights.NONE);

        HttpResponse<String> answer = doctor.post(AccessResource.PATH, Bodies.REGULATION);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        JsonObject access = new JsonObject(answer.body());
        String self = AccessResource.PATH + "/" + access.getString("id");
        assertThat(answer.headers().firstValue("location")).contains(self);
        assertThat(access.fieldNames())
                .containsExactly(
                        "id",
                        "mode",
                        "caseId",
                        "openedAt",
                        "expiresAt",
                        "degraded",
                        "patient",
                        "summary",
                        "documents",
                        "trace",
                        "snapshot");
        assertThat(access.getString("documents")).isEqualTo(self + "/documents");
        assertThat(access.getJsonObject("trace").getString("proof")).isEqualTo(self + "/proof");
        assertThat(Base64.getDecoder().decode(access.getJsonObject("trace").getString("leaf")))
                .hasSize(32);
        assertThat(access.getJsonObject("snapshot"))
                .isEqualTo(new JsonObject().put("source", "near").put("asOf", "1970-01-01T00:00:00.000Z"));
        assertThat(house.records).hasSize(1);
    }

    @Test
    void refusalIsRecordedAndSaysUnderWhichNumber() {
        JsonObject document = problem(doctor.post(AccessResource.PATH, Bodies.REGULATION), 404, "patient-unknown");

        assertThat(document.getString("accessId"))
                .isEqualTo(house.records.getFirst().record().accessId().toString());
    }

    @Test
    void problemIsInFrenchUnlessEnglishIsAskedFor() {
        HttpResponse<String> french = doctor.get("/v1/nothing");
        assertThat(problem(french, 404, "not-found").getString("title")).isEqualTo("Ressource introuvable");
        assertThat(french.headers().firstValue("content-language")).contains("fr");

        HttpResponse<String> english =
                doctor.with("Accept-Language", "en-GB, fr;q=0.5").get("/v1/nothing");
        assertThat(problem(english, 404, "not-found").getString("title")).isEqualTo("Not found");
        assertThat(english.headers().firstValue("content-language")).contains("en");
    }

    @Test
    void instanceIsTheCallersTrace() {
        HttpResponse<String> answer = doctor.with(
                        "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .get("/v1/nothing");

        assertThat(new JsonObject(answer.body()).getString("instance"))
                .isEqualTo("urn:brise-glace:trace:4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void nobodyIsLetInWithoutTokenOrCertificate() {
        for (String path : new String[] {RIGHTS, JOURNAL}) {
            try (Visitor nobody = house.visitor(null);
                    Visitor stranger = house.stranger(House.holder())) {
                HttpResponse<String> tokenless = nobody.get(path);
                problem(tokenless, 401, "unauthenticated");
                assertThat(tokenless.headers().firstValue("www-authenticate")).contains("Bearer realm=\"brise-glace\"");

                HttpResponse<String> bare = stranger.get(path);
                problem(bare, 401, "unauthenticated");
                assertThat(bare.headers().firstValue("www-authenticate")).isPresent();
            }
        }
        assertThat(house.records).isEmpty();
    }

    @Test
    void malformedBodyNamesItsPlacesAndIsNotRecorded() {
        JsonObject document = problem(doctor.post(AccessResource.PATH, "{\"mode\":\"SECRET\"}"), 400, "malformed");

        assertThat(document.getJsonArray("errors").stream().map(error -> ((JsonObject) error).getString("pointer")))
                .containsExactlyInAnyOrder("/mode", "/patient");
        assertThat(document.encode()).doesNotContain("SECRET");
        assertThat(house.records).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "%00", "279035121518980", "27903512151898", "%C3%28", "a%2Fb", "279035121518989%20"})
    void patientWhoIsNoneIsNotFound(String matricule) {
        problem(holder.get("/v1/patients/" + matricule + "/journal"), 404, "not-found");
    }

    @Test
    void someoneElsesRecordIsNotFoundEither() {
        problem(doctor.get(JOURNAL), 404, "not-found");
        problem(doctor.get(RIGHTS), 403, "not-entitled");
        assertThat(holder.get(JOURNAL).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?cursor=%20", "?cursor=AAAA", "?cursor=", "?cursor=%00"})
    void cursorThatIsNotOursIsMalformed(String query) {
        problem(holder.get(JOURNAL + query), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"regulationOpposed\":null}",
                "{\"blocked\":[\"SECRET\"]}",
                "{\"blocked\":\"SECRET\"}",
                "{\"blocked\":[1]}",
                "{\"unknown\":true}",
                "[]"
            })
    void rightsThatCannotBeReadChangeNothing(String body) {
        assertThat(problem(holder.send("PATCH", RIGHTS, body), 400, "malformed").encode())
                .doesNotContain("SECRET", "unknown\"");
    }

    @Test
    void rightsLeftOutStayAsTheyAre() {
        house.rights = Future.succeededFuture(new PatientRights(false, false, true, Set.of("801234567897")));

        JsonObject rights = new JsonObject(
                holder.send("PATCH", RIGHTS, "{\"breakGlassOpposed\":true}").body());
        assertThat(rights)
                .isEqualTo(new JsonObject("{\"regulationOpposed\":false,\"breakGlassOpposed\":true,"
                        + "\"maskedInEmergency\":true,\"blocked\":[\"801234567897\"]}"));
    }

    @Test
    void storeOrTrailThatIsDownIsToTryAgain() {
        house.durable = Future.failedFuture("SECRET");
        HttpResponse<String> trail = doctor.post(AccessResource.PATH, Bodies.REGULATION);
        assertThat(problem(trail, 503, "store-unavailable").encode()).doesNotContain("SECRET");
        assertThat(trail.headers().firstValue("retry-after")).contains("1");

        house.sighting = Future.failedFuture(new StoreUnavailable(null));
        HttpResponse<String> store = doctor.post(AccessResource.PATH, Bodies.REGULATION);
        problem(store, 503, "store-unavailable");
        assertThat(store.headers().firstValue("retry-after")).contains("1");
    }

    @Test
    void storeThatCannotBeReachedIsSaidToBeUnavailableWhateverWasAsked() {
        house.rights = Future.failedFuture(new ConnectException("SECRET"));

        assertThat(problem(holder.get(RIGHTS), 503, "store-unavailable").encode())
                .doesNotContain("SECRET");
    }

    @Test
    void faultOfOursSaysNothingOfTheInside() {
        house.rights = Future.failedFuture(new IllegalStateException("SECRET"));

        assertThat(problem(holder.get(RIGHTS), 500, "internal").encode()).doesNotContain("SECRET", "Exception");
    }

    @Test
    void matriculeOfTwoPatientsIsAmbiguousUntilTheAuthorityIsSaid() {
        PatientTies one = house.ties.getFirst();
        PatientTies other = new PatientTies(
                new UUID(0, 2), one.matricules(), one.birthDate(), false, Set.of(), one.generalPractitioner());
        house.ties = List.of(one, other);

        problem(holder.get(RIGHTS), 409, "identity-ambiguous");
        problem(holder.get(JOURNAL), 409, "identity-ambiguous");
        problem(holder.send("PATCH", RIGHTS, "{}"), 409, "identity-ambiguous");
    }

    @Test
    void patientOfSomebodyElseDoesNotMakeOnesOwnAmbiguous() {
        PatientTies one = house.ties.getFirst();
        house.ties = List.of(
                one,
                new PatientTies(new UUID(0, 2), Set.of("279035121500187"), one.birthDate(), false, Set.of(), null));

        assertThat(holder.get(RIGHTS).statusCode()).isEqualTo(200);
    }

    @Test
    void authorityThatGivesNoMatriculesIsNobodys() {
        problem(holder.get(RIGHTS + "?oid=1.2.3"), 404, "not-found");
        problem(holder.get(RIGHTS + "?oid=" + "1".repeat(65)), 400, "malformed");
    }
}
