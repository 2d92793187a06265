package fr.briseglace.watch;

import fr.briseglace.tlog.LogFault;
import fr.briseglace.tlog.NoteSignature;
import fr.briseglace.tlog.Submission;
import fr.briseglace.tlog.VerifierKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Brings checkpoints to a witness (C2SP tlog-witness). It is trusted in nothing but its own signature. */
public final class WitnessClient implements AutoCloseable {
    private static final int LARGEST = 16 * 1024;
    private static final int CONFLICT = 409;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VerifierKey key;
    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * A witness.
     *
     * @param key by which its cosignatures are checked
     * @param prefix its submission prefix, before {@code /add-checkpoint}
     */
    public WitnessClient(VerifierKey key, URI prefix) {
        this.key = key;
        this.address = URI.create(prefix.toString().replaceFirst("/+$", "") + "/add-checkpoint");
    }

    /** What a witness makes of a checkpoint. */
    public sealed interface Answer {
        /** Its word, verified. */
        record Cosigned(NoteSignature cosignature) implements Answer {}

        /** It cosigned another checkpoint last, of that size. */
        record Elsewhere(long size) implements Answer {}
    }

    /** By which its cosignatures are checked. */
    public VerifierKey key() {
        return key;
    }

    /** Asks for a cosignature; fails with {@link LogFault} where the witness refuses, or says what is none. */
    public CompletableFuture<Answer> submit(Submission submission) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(submission.encode()))
                .build();
        return http.sendAsync(request, info -> new Bounded(LARGEST))
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(response -> read(submission, response));
    }

    private Answer read(Submission submission, HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        String type = response.headers().firstValue("content-type").orElse("");
        if (response.statusCode() == CONFLICT
                && type.equals("text/x.tlog.size")
                && body.matches("(0|[1-9]\\d{0,17})\\n")) {
            return new Answer.Elsewhere(Long.parseLong(body.strip()));
        }
        if (response.statusCode() != 200) {
            throw new LogFault("the witness answers " + response.statusCode());
        }
        return body.lines()
                .map(NoteSignature::parse)
                .filter(signature -> signature.name().equals(key.name()) && signature.keyId() == key.id())
                .filter(signature -> key.verifies(submission.checkpoint().text(), signature))
                .findFirst()
                .<Answer>map(Answer.Cosigned::new)
                .orElseThrow(() -> new LogFault("the witness did not cosign"));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
