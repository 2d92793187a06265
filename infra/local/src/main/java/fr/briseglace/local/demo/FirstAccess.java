package fr.briseglace.local.demo;

import fr.briseglace.local.idp.Persona;
import fr.briseglace.local.mail.SunkMail;
import fr.briseglace.local.pki.LocalStructure;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** One real emergency access to a synthetic patient, by mutual TLS, and all that has to follow from it. */
public final class FirstAccess {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final LocalStack stack;
    private final String api;

    /** The first access of a stack. */
    public FirstAccess(LocalStack stack) {
        this.stack = stack;
        this.api = "https://localhost:" + stack.options().ports().api();
    }

    /**
     * What happened.
     *
     * @param patient whose record
     * @param request body that was sent
     * @param status of the answer
     * @param answer the answer
     * @param millis from request to answer
     * @param journalled whether the patient's journal shows the access
     * @param toPatient the patient's notice; null where none came in time
     * @param toGp the GP's notice; null where none came in time
     */
    public record Seen(
            PatientFile patient,
            JsonObject request,
            int status,
            JsonObject answer,
            long millis,
            boolean journalled,
            @Nullable SunkMail toPatient,
            @Nullable SunkMail toGp) {
        /** Whether all of it worked. */
        public boolean complete() {
            return status == 201 && !vital().isEmpty() && journalled && toPatient != null && toGp != null;
        }

        /** The strip read first; empty where none came. */
        public JsonArray vital() {
            JsonObject summary = answer.getJsonObject("summary");
            return summary == null ? new JsonArray() : summary.getJsonArray("vital");
        }
    }

    /** Performs it and waits for what follows, 10 s at most for each notice. Blocks. */
    public Seen perform() throws IOException, GeneralSecurityException, InterruptedException {
        PatientFile patient = stack.population().file(0);
        JsonObject body = body(patient);
        String patientBox = patient.ins().value().toLowerCase(Locale.ROOT) + "@patient.mssante.fr";
        String gpBox = gpAddress(patient);
        Instant start = Instant.now();
        HttpResponse<String> answer = post(body);
        long millis = Duration.between(start, Instant.now()).toMillis();
        JsonObject json = new JsonObject(answer.body());
        return new Seen(
                patient,
                body,
                answer.statusCode(),
                json,
                millis,
                journalled(patient, json.getString("id", "-")),
                mail(patientBox, start),
                mail(gpBox, start));
    }

    private static JsonObject body(PatientFile patient) {
        return new JsonObject()
                .put("mode", "centre_15")
                .put(
                        "patient",
                        new JsonObject()
                                .put(
                                        "ins",
                                        new JsonObject()
                                                .put("value", patient.ins().value())
                                                .put("oid", patient.ins().oid())))
                .put("caseId", "fr.health.samu440.DRFR1544" + Instant.now().getEpochSecond())
                .put("reason", new JsonObject().put("code", "M01.02").put("text", "inconscient, coma"));
    }

    private String gpAddress(PatientFile patient) {
        Optional<Practitioner> gp = stack.population().directory().stream()
                .filter(one -> one.id().equals(patient.generalPractitioner()))
                .findFirst();
        String address = gp.map(Practitioner::secureMail).orElse(null);
        return address == null ? "" : address;
    }

    private HttpResponse<String> post(JsonObject body)
            throws IOException, GeneralSecurityException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/v1/emergency-accesses"))
                .header("Authorization", "Bearer " + token("regulateur"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        try (HttpClient client = client(LocalStructure.SAMU_44)) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private boolean journalled(PatientFile patient, String accessId)
            throws IOException, GeneralSecurityException, InterruptedException {
        String token = stack.issuer().token(Persona.patient(patient.ins()));
        URI journal = URI.create(api + "/v1/patients/" + patient.ins().value() + "/journal");
        try (HttpClient client = client(LocalStructure.PORTAIL)) {
            HttpRequest request = HttpRequest.newBuilder(journal)
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(accessId);
        }
    }

    private String token(String name) {
        Persona persona = Persona.named(name);
        if (persona == null) {
            throw new IllegalArgumentException("there is no such persona");
        }
        return stack.issuer().token(persona);
    }

    private @Nullable SunkMail mail(String address, Instant since) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            List<SunkMail> arrived = stack.mail().to(address).stream()
                    .filter(mail -> !mail.receivedAt().isBefore(since))
                    .toList();
            if (!arrived.isEmpty()) {
                return arrived.getLast();
            }
            Thread.sleep(LOOK);
        }
        return null;
    }

    private HttpClient client(LocalStructure structure) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(stack.pki().store(structure))) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        try (InputStream in = Files.newInputStream(stack.pki().authority())) {
            authorities.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authorities);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).connectTimeout(PATIENCE).build();
    }
}
