package fr.briseglace.gateway;

import fr.briseglace.gateway.limits.RateLimited;
import fr.briseglace.gateway.overload.Overloaded;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An error as its caller sees it (RFC 9457). Never carries what was sent, nor anything of the inside.
 *
 * @param slug what went wrong
 * @param detail one sentence in the caller's language
 * @param accessId the recorded attempt; null where nothing was recorded
 * @param errors what is wrong with the body, by JSON pointer; empty unless malformed
 * @param headers what the answer carries besides, by name
 */
public record Problem(
        Slug slug, Words detail, @Nullable UUID accessId, List<BodyError> errors, Map<String, String> headers) {
    private static final Map<String, String> NO_HEADERS = Map.of();

    /** Copies the lists. */
    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    /** A sentence in both languages. */
    public record Words(String french, String english) {
        /** The sentence in one of them. */
        public String in(Tongue tongue) {
            return tongue.pick(french, english);
        }
    }

    /** What is wrong at one place of a body; {@code message} is about the place, never about its content. */
    public record BodyError(String pointer, Words message) {}

    /** A problem that its slug and a sentence say all of. */
    public static Problem of(Slug slug, String french, String english) {
        return new Problem(slug, new Words(french, english), null, List.of(), NO_HEADERS);
    }

    /** A problem that its title says all of. */
    public static Problem bare(Slug slug) {
        return of(slug, slug.title(Tongue.FRENCH) + ".", slug.title(Tongue.ENGLISH) + ".");
    }

    /** A body that cannot be used. */
    public static Problem malformed(List<BodyError> errors) {
        return new Problem(
                Slug.MALFORMED,
                new Words("La requête ne respecte pas le contrat.", "The request does not follow the contract."),
                null,
                errors,
                NO_HEADERS);
    }

    /** A caller who is not known to be anybody; the class goes into the challenge as in RFC 6750. */
    public static Problem unauthenticated(String error, String french, String english) {
        String challenge = error.isEmpty()
                ? "Bearer realm=\"brise-glace\""
                : "Bearer realm=\"brise-glace\", error=\"" + error + "\"";
        return new Problem(
                Slug.UNAUTHENTICATED,
                new Words(french, english),
                null,
                List.of(),
                Map.of("WWW-Authenticate", challenge));
    }

    /** A request that comes too often; names the limit, and nobody else whom it may be shared with. */
    public static Problem rateLimited(RateLimited limited) {
        long seconds = limited.retryAfterSeconds();
        return new Problem(
                Slug.RATE_LIMITED,
                new Words(
                        "La limite « %s » est atteinte. Réessayez dans %d s.".formatted(limited.policy(), seconds),
                        "The limit \"%s\" is reached. Try again in %d s.".formatted(limited.policy(), seconds)),
                null,
                List.of(),
                Map.of(
                        "Retry-After", Long.toString(seconds),
                        "RateLimit", limited.left(),
                        "RateLimit-Policy", limited.rule()));
    }

    /** A request that there is no place for now; nothing of it was looked at. */
    public static Problem overloaded(Overloaded overloaded) {
        return new Problem(
                Slug.OVERLOADED,
                new Words(
                        "Le service est saturé : rien n'a été traité. Réessayez dans un instant.",
                        "The service is saturated: nothing was done. Try again in a moment."),
                null,
                List.of(),
                Map.of("Retry-After", Integer.toString(overloaded.retryAfterSeconds())));
    }

    /** The same problem, for an attempt that was recorded. */
    public Problem recordedAs(UUID attempt) {
        return new Problem(slug, detail, attempt, errors, headers);
    }
}
