package fr.briseglace.gateway;

import fr.briseglace.trail.RepeatKey;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a repeated request is known: its {@code Idempotency-Key} and its body, as hashes. */
final class Repetition {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;

    private Repetition() {}

    /**
     * The key of a request, null where it has none.
     *
     * @throws ProblemException {@code malformed} where it is empty, too long or not printable ASCII
     */
    static @Nullable RepeatKey key(HttpServerRequest request, Buffer body) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return null;
        }
        if (key.isEmpty() || key.length() > LONGEST || key.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw new ProblemException(Problem.malformed(List.of(new Problem.BodyError(
                    "/" + HEADER,
                    new Problem.Words(
                            "1 à " + LONGEST + " caractères ASCII imprimables",
                            "1 to " + LONGEST + " printable ASCII characters")))));
        }
        return new RepeatKey(Sha256.of(key.getBytes(StandardCharsets.US_ASCII)), Sha256.of(body.getBytes()));
    }
}
