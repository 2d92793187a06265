package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.pki.LocalPki;
import fr.briseglace.local.pki.LocalStructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client certificates: asked for in the handshake, of our authority alone, and needed for every call. */
@OnStack
class CertificatesTest {
    private final Stack stack;
    private final Ins patient;

    CertificatesTest(Stack stack) {
        this.stack = stack;
        this.patient = stack.ordinary().file().ins();
    }

    @Test
    void callerWithoutACertificateIsNotAuthenticatedWhateverTheToken() throws IOException {
        Answer answer = Doors.send(stack.doors().anonymous(), opening("regulateur"));
        Refused.as(answer, 401, "unauthenticated");
        assertThat(answer.header("www-authenticate")).contains("invalid_request");
        assertThat(Journal.of(stack, patient).entries()).isEmpty();
    }

    @Test
    void certificateOfAnotherAuthorityEndsTheHandshake(@TempDir Path folder)
            throws IOException, GeneralSecurityException {
        LocalPki others = LocalPki.open(folder, Instant.now());
        try (HttpClient stranger = stack.doors().showing(others.store(LocalStructure.SAMU_44))) {
            assertThatThrownBy(() -> Doors.send(stranger, opening("regulateur")))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void plainHttpIsNotSpoken() {
        String address = "http://localhost:" + stack.local().options().ports().api();
        HttpRequest.Builder plain = HttpRequest.newBuilder(URI.create(address + "/v1/emergency-accesses"))
                .timeout(Duration.ofSeconds(10));
        assertThatThrownBy(() -> Doors.send(stack.doors().anonymous(), plain)).isInstanceOf(IOException.class);
    }

    private HttpRequest.Builder opening(String name) {
        return stack.as(name)
                .opening()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Asking.regulation(patient).encode()));
    }
}
