package fr.briseglace.local.idp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.Loopback;
import fr.briseglace.local.mail.MailSink;
import fr.briseglace.local.pki.LocalPki;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints as a script meets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityProviderTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final MailSink mail = MailSink.start(0, () -> NOON);
    private String url = "";

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, GeneralSecurityException {
        int port = Loopback.port(0);
        url = IdentityProvider.url(port);
        TokenIssuer issuer = new TokenIssuer(
                LocalPki.open(folder, NOON), url, TokenIssuer.USUAL_LIFETIME, () -> NOON, new Random(1));
        IdentityProvider.start(vertx, port, issuer, mail).await();
    }

    @AfterAll
    void stop() {
        http.close();
        vertx.close().await();
        mail.close();
    }

    @Test
    void discoveryLeadsToKeysAndTokens() throws Exception {
        JsonObject discovery = new JsonObject(get("/.well-known/openid-configuration"));

        assertThat(discovery.getString("issuer")).isEqualTo(url);
        assertThat(discovery.getString("jwks_uri")).isEqualTo(url + "/jwks");
        assertThat(discovery.getString("token_endpoint")).isEqualTo(url + "/token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "persona=regulateur",
                "persona=arm",
                "persona=operator",
                "persona=regulateur-0007",
                "persona=patient&ins=279035121518989",
                "persona=patient&ins=279035121518989&oid=1.2.250.1.213.1.4.8"
            })
    void aPersonaGetsATokenThatThePublishedKeyVerifies(String form) throws Exception {
        HttpResponse<String> response = post("grant_type=client_credentials&" + form);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonObject answer = new JsonObject(response.body());
        assertThat(answer.getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.getInteger("expires_in")).isEqualTo(300);
        assertThat(TokenIssuerTest.verifies(answer.getString("access_token"), new JsonObject(get("/jwks"))))
                .isTrue();
    }

    @Test
    void aPatientsAuthorityIsTheOneAskedFor() throws Exception {
        String form = "grant_type=client_credentials&persona=patient&ins=279035121518989&oid=1.2.250.1.213.1.4.8";
        String token = new JsonObject(post(form).body()).getString("access_token");
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);

        assertThat(new JsonObject(new String(claims, StandardCharsets.UTF_8)).getString("ins_oid"))
                .isEqualTo("1.2.250.1.213.1.4.8");
    }

    @ParameterizedTest
    @CsvSource({
        "persona=regulateur,                                             unsupported_grant_type",
        "grant_type=password&persona=regulateur,                         unsupported_grant_type",
        "grant_type=client_credentials,                                  invalid_request",
        "grant_type=client_credentials&persona=nobody,                   invalid_client",
        "grant_type=client_credentials&persona=patient,                  invalid_request",
        "grant_type=client_credentials&persona=patient&ins=279035121518980, invalid_request",
        "grant_type=client_credentials&persona=patient&ins=279035121518989&oid=1.2.3, invalid_request"
    })
    void aRequestThatCannotBeGrantedIsAnErrorOfOauth(String form, String error) throws Exception {
        HttpResponse<String> response = post(form);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonObject answer = new JsonObject(response.body());
        assertThat(answer.getString("error")).isEqualTo(error);
        assertThat(answer.getString("error_description")).isNotBlank().doesNotContain("27903512151898", "nobody");
    }

    @Test
    void aFormOfUnreasonableSizeIsRefused() throws Exception {
        HttpResponse<String> response = post("grant_type=client_credentials&persona=" + "x".repeat(20_000));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(new JsonObject(response.body()).getString("error")).isEqualTo("invalid_request");
    }

    @Test
    void theMailboxShowsWhatAnAddressReceived() throws Exception {
        send("Accès à votre dossier", "Vous êtes informé.");

        JsonArray mailbox = new JsonArray(get("/mailbox?to=279035121518989@patient.mssante.fr"));

        assertThat(mailbox)
                .isEqualTo(new JsonArray()
                        .add(new JsonObject()
                                .put("from", "avis@brise-glace.mssante.fr")
                                .put("to", "279035121518989@patient.mssante.fr")
                                .put("subject", "Accès à votre dossier")
                                .put("text", "Vous êtes informé.")
                                .put("receivedAt", "2026-01-02T12:00:00.000Z")));
    }

    @Test
    void theMailboxOfAStrangerIsEmpty() throws Exception {
        assertThat(get("/mailbox?to=nobody@example.org")).isEqualTo("[]");
    }

    @Test
    void aMailboxWithoutAddressIsAnError() throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url + "/mailbox")));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    private void send(String subject, String text) throws MessagingException {
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", Loopback.HOST);
        smtp.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(smtp));
        message.setFrom(new InternetAddress("avis@brise-glace.mssante.fr"));
        message.addRecipient(Message.RecipientType.TO, new InternetAddress("279035121518989@patient.mssante.fr"));
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url + path)));
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
