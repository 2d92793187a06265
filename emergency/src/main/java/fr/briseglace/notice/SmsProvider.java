package fr.briseglace.notice;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a provider of text messages is asked to send one. In the address and the body, {@code {to}} stands for the number
 * ({@code +33…}), {@code {text}} for the words and {@code {id}} for the notice's id, which is the same at every attempt.
 * Pure.
 *
 * @param url address to post to; what stands in it is percent-encoded
 * @param contentType {@code application/json} or {@code application/x-www-form-urlencoded}; says how values are escaped
 * @param body what is posted
 * @param authorization value of the {@code Authorization} header; null where none is asked for
 * @param rejections HTTP statuses that say that the number is at fault, so that trying again is of no use
 */
public record SmsProvider(
        String url,
        String contentType,
        String body,
        @Nullable String authorization,
        Set<Integer> rejections) {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String LOOPBACK = "127.0.0.1";
    private static final UUID ANY = new UUID(0, 0);

    /** Refuses what names no number or no words, and what is no address. */
    public SmsProvider {
        rejections = Set.copyOf(rejections);
        String both = url + body;
        if (!both.contains("{to}") || !both.contains("{text}")) {
            throw new IllegalArgumentException("a provider has to be told {to} whom and what {text}");
        }
        if (!contentType.equals(JSON) && !contentType.equals(FORM)) {
            throw new IllegalArgumentException("a body is " + JSON + " or " + FORM);
        }
        if (authorization != null && authorization.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an authorization is one line");
        }
        URI example = URI.create(filled(url, "+33600000000", "a", ANY, SmsProvider::percent));
        if (example.getHost() == null || !("https".equals(example.getScheme()) || LOOPBACK.equals(example.getHost()))) {
            throw new IllegalArgumentException("a provider is spoken to over https, or on this machine");
        }
    }

    /** Where to post. */
    URI address(String to, String text, UUID id) {
        return URI.create(filled(url, to, text, id, SmsProvider::percent));
    }

    /** What to post. */
    Buffer content(String to, String text, UUID id) {
        return Buffer.buffer(
                filled(body, to, text, id, contentType.equals(JSON) ? SmsProvider::json : SmsProvider::percent));
    }

    /** Headers to post it with. */
    Map<String, String> headers() {
        return authorization == null
                ? Map.of("Content-Type", contentType)
                : Map.of("Content-Type", contentType, "Authorization", authorization);
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "SmsProvider[…]";
    }

    private static String filled(String template, String to, String text, UUID id, UnaryOperator<String> escaped) {
        return Blanks.fill(template, Map.of("to", escaped.apply(to), "text", escaped.apply(text), "id", id.toString()));
    }

    private static String percent(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String json(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
}
