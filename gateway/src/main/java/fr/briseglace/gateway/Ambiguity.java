package fr.briseglace.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests that two readers can understand differently. A proxy in front of us would judge by one reading, and we would
 * act on the other: so nobody acts on them.
 */
final class Ambiguity {
    /** Said twice, nobody knows which of them is meant. */
    private static final List<CharSequence> SAID_ONCE = List.of(
            HttpHeaders.HOST,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.createOptimized("Idempotency-Key"),
            HttpHeaders.createOptimized("X-Access-Id"),
            HttpHeaders.createOptimized("Range"),
            HttpHeaders.createOptimized("If-Range"));

    /** Segments that are empty or lead elsewhere, and separators in disguise: every resource has one path. */
    private static final Pattern DETOUR =
            Pattern.compile("/(?:\\.|%2e){0,2}(?:/|$)|%2f|%5c|\\\\", Pattern.CASE_INSENSITIVE);

    private Ambiguity() {}

    /** What is said of an ambiguous request; null where the request is clear. */
    static @Nullable Slug of(HttpServerRequest request) {
        for (CharSequence name : SAID_ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return Slug.MALFORMED;
            }
        }
        String path = request.path();
        return path != null && !straight(path) && DETOUR.matcher(path).find() ? Slug.NOT_FOUND : null;
    }

    /** Whether there is nothing in a path that a detour could begin with, as in nearly all. */
    private static boolean straight(String path) {
        for (int i = 0; i < path.length(); i++) {
            char one = path.charAt(i);
            if (one == '%' || one == '\\' || (one == '/' && !segment(path, i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean segment(String path, int start) {
        return start < path.length() && path.charAt(start) != '/' && path.charAt(start) != '.';
    }
}
