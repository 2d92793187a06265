package fr.briseglace.loadtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The identity provider of the local stack, which gives tokens to personas. */
final class IdentityProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI tokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();

    IdentityProvider(URI base) {
        this.tokens = base.resolve("/token");
    }

    /** A fresh token; fails with the status where the provider gives none. */
    Token token(String persona) throws InterruptedException {
        String form = "grant_type=client_credentials&persona=" + URLEncoder.encode(persona, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(tokens)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("no token for " + persona + ": status " + response.statusCode());
            }
            JsonNode answer = json.readTree(response.body());
            return new Token(
                    answer.required("access_token").asText(),
                    Duration.ofSeconds(answer.required("expires_in").asLong()));
        } catch (IOException e) {
            throw new UncheckedIOException("no token for " + persona, e);
        }
    }

    /**
     * A token and how long it is good for.
     *
     * @param life from when it was given
     */
    record Token(String value, Duration life) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Token[life=" + life + "]";
        }
    }
}
