package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.faults.StoreView.Person;
import fr.briseglace.identity.Ins;
import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.pki.LocalStructure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever gets hold of a dump of a node that was asked for everything there is reads nobody's name in it, nor what befell
 * them, once its callers have closed their connections: HTTP/2 keeps the last paths of each as long as it is open.
 */
@InWorld
class MemoryDumpTest {
    private static final String CASES = "fr.health.samu440.DRFR15440240049999";
    private static final String JSON = "application/json";
    private static final String PAGE = "text/html";
    private static final String FHIR = "application/fhir+json";
    private static final int ASKED = 20;
    private static final int SHORTEST_WORD = 5;
    /** How text lies in a heap. */
    private static final List<Charset> TEXTS =
            List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, StandardCharsets.UTF_16BE);
    /** Until what nobody asks for any more has left. */
    private static final long REST_MILLIS = 3_000;

    private final World world;

    MemoryDumpTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void memoryOfANodeNamesNobody(HttpVersion version) throws Exception {
        Node node = world.first();
        node.signal("TERM");
        node.awaitEnd();
        node.start();
        Set<String> words = world.store().people().stream()
                .flatMap(one -> Stream.of(one.matricule(), one.birthName(), one.email(), one.mobile()))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(found(node, Set.of(world.issuer().url())))
                .as("what a node must know")
                .isNotEmpty();
        words.add(Load.WORDS);
        Set<String> namesOfOtherThings = found(node, words);
        assertThat(namesOfOtherThings).hasSizeLessThan(5);
        words.removeAll(namesOfOtherThings);
        try (Client regulation = new Client(world.vertx(), world.pki(), LocalStructure.SAMU_44, version);
                Client portal = new Client(world.vertx(), world.pki(), LocalStructure.PORTAIL, version)) {
            askForEverything(node, CASES + version.name().length(), regulation, portal);
        }
        world.settle();
        Thread.sleep(REST_MILLIS);
        assertThat(found(node, words)).isEmpty();
    }

    private void askForEverything(Node node, String caseId, Client regulation, Client portal) throws Exception {
        String doctor = world.issuer().token(Objects.requireNonNull(Persona.named("regulateur")));
        String assistant = world.issuer().token(Objects.requireNonNull(Persona.named("arm")));
        JsonObject none = new JsonObject();
        for (Person one : asked()) {
            JsonObject opening = Load.opening(one.ins(), caseId);
            JsonObject search = new JsonObject()
                    .put("mode", "centre_15")
                    .put("caseId", caseId)
                    .put(
                            "traits",
                            new JsonObject()
                                    .put("birthName", one.birthName())
                                    .put("givenName", one.givenName())
                                    .put("birthDate", one.birthDate()));
            String record = "/v1/patients/" + one.ins().value();
            answered(201, regulation, HttpMethod.POST, node, "/v1/emergency-accesses", doctor, JSON, opening);
            // Twice, as what a page and a FHIR document are made of is kept from the first time on.
            for (String form : List.of(PAGE, FHIR, PAGE, FHIR)) {
                answered(200, regulation, HttpMethod.POST, node, "/v1/emergency-accesses", doctor, form, opening);
            }
            answered(200, regulation, HttpMethod.POST, node, "/v1/patient-searches", doctor, JSON, search);
            answered(
                    202,
                    regulation,
                    HttpMethod.POST,
                    node,
                    "/v1/hub/messages",
                    assistant,
                    JSON,
                    announcement(one, caseId));
            String holder = world.holder(one.ins());
            answered(200, portal, HttpMethod.GET, node, record + "/journal", holder, JSON, none);
            answered(200, portal, HttpMethod.GET, node, record + "/rights", holder, JSON, none);
        }
    }

    private List<Person> asked() throws Exception {
        Set<Ins> ordinary = Set.copyOf(world.patients().subList(0, ASKED));
        return world.store().people().stream()
                .filter(one -> ordinary.contains(one.ins()))
                .toList();
    }

    private static JsonObject announcement(Person one, String caseId) {
        JsonObject number = new JsonObject().put("source", "NIR").put("value", one.matricule());
        JsonObject patient = new JsonObject()
                .put("patientId", caseId.replace("440.", "440.patient.") + ".1")
                .put("administrativeFile", new JsonObject().put("externalId", JsonArray.of(number)));
        return new JsonObject()
                .put("createCaseHealth", new JsonObject().put("caseId", caseId).put("patient", JsonArray.of(patient)));
    }

    private static void answered(
            int status,
            Client client,
            HttpMethod method,
            Node node,
            String path,
            String token,
            String form,
            JsonObject body) {
        Client.Reply reply =
                client.send(method, node.port(), path, token, "", form, body).await();
        assertThat(reply.status()).as(path).isEqualTo(status);
        assertThat(reply.type()).as(path).startsWith(form);
    }

    /** Which of these can be read in what the node's heap holds. */
    private static Set<String> found(Node node, Set<String> words) throws IOException {
        Path dump = node.heapDump();
        try {
            String bytes = Files.readString(dump, StandardCharsets.ISO_8859_1);
            return words.stream()
                    .filter(word -> TEXTS.stream()
                            .map(text -> new String(word.getBytes(text), StandardCharsets.ISO_8859_1))
                            .anyMatch(bytes::contains))
                    .collect(Collectors.toCollection(HashSet::new));
        } finally {
            Files.delete(dump);
        }
    }
}
