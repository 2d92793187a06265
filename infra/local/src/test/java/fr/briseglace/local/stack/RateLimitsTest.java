package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.Loopback;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.pki.LocalStructure;
import fr.briseglace.patient.PatientFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limits of the rules as they are in production, and those who try to get around them. */
@OnStack(limited = true)
class RateLimitsTest {
    private static final String ACCESSES = "/v1/emergency-accesses";
    private static final String SEARCHES = "/v1/patient-searches";
    /** Whom no other test has been; all of one structure. */
    private static final AtomicInteger REGULATORS = new AtomicInteger(100);

    private final Stack stack;

    RateLimitsTest(Stack stack) {
        this.stack = stack;
    }

    private Caller regulator() {
        return stack.as("regulateur-%04d".formatted(REGULATORS.incrementAndGet()));
    }

    /** Another connection, certificate, case, patient or key each time: the professional stays the same. */
    @Test
    void professionalIsTheSameHoweverTheyCome() throws IOException {
        Caller samu44 = regulator();
        Caller samu75 = new Caller(
                stack,
                new Persona(
                        "elsewhere", LocalStructure.SAMU_75, samu44.persona().standing()));
        List<PatientFile> patients =
                Stream.generate(stack::ordinary).limit(5).map(one -> one.file()).toList();
        Flood flood = Flood.of(40, number -> {
            Caller caller = number % 2 == 0 ? samu44 : samu75;
            Ins ins = patients.get(number % patients.size()).ins();
            return freshly(caller, number, Asking.regulation(ins));
        });
        // One comes back each minute.
        assertThat(flood.stoppedBy("access-professional").answered()).isBetween(30, 32);
        Flood.limited(samu75.open(Asking.regulation(stack.ordinary().file().ins())), "access-professional");
    }

    private Answer freshly(Caller caller, int number, JsonObject body) throws IOException {
        try (HttpClient fresh =
                stack.doors().showing(stack.local().pki().store(caller.persona().structure()))) {
            return Doors.send(
                    fresh,
                    caller.opening()
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("X-Forwarded-For", "192.0.2." + number)
                            .POST(BodyPublishers.ofString(body.encode())));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** By matricule under any authority, by symbol, by candidate, by professionals of several structures. */
    @Test
    void patientIsTheSameHoweverTheyAreNamed() throws IOException {
        PatientFile file = stack.ordinary().file();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Caller caller = regulator();
            answers.add(caller.open(Asking.regulation(file.ins())));
            answers.add(caller.open(
                    Asking.regulation(file.ins()).put("patient", new JsonObject().put("datamatrix", symbol(file)))));
            answers.add(caller.open(Asking.regulation(file.ins())
                    .put("patient", new JsonObject().put("candidate", candidate(caller, file)))));
            answers.add(caller.open(Asking.regulation(file.ins().value(), Ins.NIR)));
        }
        assertThat(answers.subList(0, 10))
                .allSatisfy(answer -> assertThat(answer.status()).isNotEqualTo(429));
        answers.subList(10, 12).forEach(answer -> Flood.limited(answer, "access-patient"));
        Flood.limited(stack.as("urgentiste").open(Asking.breakGlass(file.ins())), "access-patient");

        // Nothing of what came too often was recorded.
        Answer journal = stack.holder(file.ins()).journal(file.ins());
        assertThat(journal.json().getJsonArray("entries").size()).isLessThanOrEqualTo(10);
        assertThat(journal.body()).doesNotContain("rate");
    }

    @Test
    void spellingThatIsNoInsOpensNothing() throws IOException {
        PatientFile file = stack.ordinary().file();
        String value = file.ins().value();
        Caller caller = regulator();
        for (String spelling : List.of(value + " ", " " + value, value.substring(0, 13), "0" + value)) {
            Refused.as(caller.open(Asking.regulation(spelling, file.ins().oid())), 422, "ins-invalid");
        }
    }

    /** The content of a symbol, with what it must have. */
    private static String symbol(PatientFile file) {
        return "S1" + file.ins().value() + "S2" + file.ins().oid() + "\u001D";
    }

    private String candidate(Caller caller, PatientFile file) throws IOException {
        JsonArray candidates = post(
                        caller,
                        SEARCHES,
                        new JsonObject()
                                .put("mode", "centre_15")
                                .put("caseId", "fr.health.samu440.DRFR154402600009999")
                                .put("datamatrix", symbol(file)))
                .json()
                .getJsonArray("candidates");
        return candidates.getJsonObject(0).getString("token");
    }

    private Answer post(Caller caller, String path, JsonObject body) throws IOException {
        return caller.send(stack.doors()
                .api(path)
                .header("Authorization", "Bearer " + stack.token(caller.persona()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())));
    }

    @Test
    void searchesBeforeBreakingTheGlassAreFew() throws IOException {
        PatientFile file = stack.ordinary().file();
        JsonObject search = new JsonObject()
                .put("mode", "bris_de_glace")
                .put(
                        "attestation",
                        new JsonObject().put("unableToConsent", true).put("immediateRisk", true))
                .put("datamatrix", symbol(file));
        Caller caller = stack.as("urgentiste");
        for (int i = 0; i < 3; i++) {
            assertThat(post(caller, SEARCHES, search).status()).isEqualTo(200);
        }
        Flood.limited(post(caller, SEARCHES, search), "search-break-glass");
    }

    /** Ten units: two for each search that finds nobody. */
    @Test
    void guessingIsDear() throws IOException {
        Caller caller = regulator();
        Flood flood = Flood.of(
                12,
                number -> post(
                        caller,
                        SEARCHES,
                        new JsonObject()
                                .put("mode", "centre_15")
                                .put("caseId", "fr.health.samu440.DRFR154402600009998")
                                .put(
                                        "traits",
                                        new JsonObject()
                                                .put("birthName", "PERSONNE" + "ABCDEFGHIJKLM".charAt(number))
                                                .put("givenName", "NEMO")
                                                .put("birthDate", "1911-11-11"))));
        assertThat(flood.stoppedBy("search-professional").answered()).isEqualTo(5);
    }

    @Test
    void windowCanBeLookedThroughFiftyTimes() throws IOException {
        Caller caller = regulator();
        String window = ACCESSES + "/"
                + caller.open(Asking.regulation(stack.ordinary().file().ins())).id();
        String other = ACCESSES + "/"
                + caller.open(Asking.regulation(stack.ordinary().file().ins())).id();
        Flood flood = Flood.of(60, number -> caller.get(number % 2 == 0 ? window : window + "/documents"));
        // One comes back every twelve seconds.
        assertThat(flood.stoppedBy("documents").answered()).isBetween(50, 53);
        assertThat(caller.get(other + "/documents").status()).isEqualTo(200);
    }

    @Test
    void strangersAreStoppedBeforeTheirTokensAreLookedAt() throws IOException {
        Flood.of(
                        500,
                        number -> Doors.send(
                                stack.doors().anonymous(),
                                stack.doors()
                                        .api(ACCESSES + "/" + UUID.randomUUID())
                                        .header("Authorization", "Bearer e30." + number + ".e30")))
                .stoppedBy("anonymous");
        assertThat(Patience.until(
                                () -> stack.as("regulateur").get(ACCESSES + "/" + UUID.randomUUID()),
                                answer -> answer.status() != 429)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void sharedCacheKnowsOnlyHashesOfWhoIsLimited() throws IOException {
        PatientFile file = stack.ordinary().file();
        Caller caller = regulator();
        caller.open(Asking.regulation(file.ins()));
        try (RedisContent redis =
                new RedisContent(Loopback.HOST, stack.local().redis().port())) {
            Map<String, String> content = redis.all();
            assertThat(content.keySet().stream().filter(key -> key.startsWith("bg:r:")))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allMatch(key -> key.matches("bg:r:[A-Za-z0-9_-]{43}\\{rates}"));
            assertThat(content.keySet().toString())
                    .doesNotContain(
                            file.ins().value(),
                            caller.nationalId(),
                            caller.persona().structure().id(),
                            file.identity().birthName());
        }
    }

    @Test
    void whatIsRefusedIsCountedByPolicy() throws IOException {
        Caller caller = stack.as("infirmier");
        JsonObject body = Asking.breakGlass(stack.ordinary().file().ins());
        Flood.of(20, number -> caller.open(body)).stoppedBy("access-patient");
        String metrics = Doors.send(stack.doors().anonymous(), stack.doors().operations("/metrics"))
                .body();
        assertThat(metrics)
                .containsPattern("rate_limit_exceeded_total\\{answer=\"refused\",policy=\"access-patient\"\\} [1-9]")
                .containsPattern("rate_limit_soft_threshold_total\\{policy=\"access-patient\"\\} [1-9]")
                .containsPattern("rate_limit_decisions_total\\{by=\"redis\"\\} [1-9]");
    }

    /** A node that runs is told of other limits by its configuration file. */
    @Test
    void limitsChangeWithTheConfigurationFile() throws IOException {
        Path file = stack.home().resolve("gateway.properties");
        String before = Files.readString(file);
        Caller caller = regulator();
        Ins ins = stack.ordinary().file().ins();
        Flood.of(20, number -> caller.open(Asking.regulation(ins))).stoppedBy("access-patient");
        try {
            Files.writeString(file, before + "limits.shadow=true\n");
            assertThat(Patience.until(() -> caller.open(Asking.regulation(ins)), answer -> answer.status() < 300)
                            .status())
                    .isEqualTo(201);
        } finally {
            Files.writeString(file, before);
        }
        Flood.limited(
                Patience.until(() -> caller.open(Asking.regulation(ins)), answer -> answer.status() == 429),
                "access-patient");
    }
}
