package fr.briseglace.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.sequence.LogKey;
import fr.briseglace.tlog.KeyAlgorithm;
import fr.briseglace.tlog.NoteSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever can reach a witness may ask it, and gets no more than an answer. */
@Timeout(60)
class WitnessServerTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private Cosigner cosigner;
    private WitnessServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        NoteSigner log = LogKey.read(LogKey.create(), HostileLog.NAME, KeyAlgorithm.ED25519);
        NoteSigner witness = LogKey.read(LogKey.create(), "witness.example", KeyAlgorithm.COSIGNATURE);
        cosigner = new Cosigner(log.verifier(), witness, new WitnessFolder(folder), InstantSource.system());
        server = WitnessServer.start("localhost:0", cosigner);
    }

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    private int ask(String method, String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return answer.statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /add-checkpoint, 404",
        "PUT, /add-checkpoint, 404",
        "POST, /, 404",
        "POST, /add-checkpoint/, 404",
        "POST, /add-checkpoint, 400"
    })
    void onlyCheckpointsAreTaken(String method, String path, int status) throws Exception {
        assertThat(ask(method, path, new byte[] {1, 2, 3})).isEqualTo(status);
    }

    @Test
    void bodyLargerThanAnyCheckpointIsCutOffAndTheNextOneAnswered() throws Exception {
        assertThatThrownBy(() -> ask("POST", "/add-checkpoint", new byte[8 << 20]))
                .isInstanceOf(IOException.class);
        assertThat(ask("POST", "/add-checkpoint", new byte[0])).isEqualTo(400);
    }

    @Test
    void portThatIsTakenIsSaidToBe() {
        assertThatThrownBy(() -> WitnessServer.start("localhost:" + server.port(), cosigner))
                .isInstanceOf(Unchecked.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", ":1", "localhost:99999", "http://localhost:1", "a b:1"})
    void addressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> WitnessServer.start(address, cosigner)).isInstanceOf(Unchecked.class);
    }
}
