package fr.briseglace.gateway;

import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ends, as an opaque text. */
final class Cursor {
    private Cursor() {}

    static String text(UUID last) {
        Buffer bytes =
                Buffer.buffer().appendLong(last.getMostSignificantBits()).appendLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.getBytes());
    }

    /**
     * The cursor of a request, null where it has none.
     *
     * @throws ProblemException {@code malformed} where it is none of ours
     */
    static @Nullable UUID of(Exchange exchange) {
        String cursor = exchange.query("cursor");
        if (cursor == null) {
            return null;
        }
        try {
            Buffer bytes = Buffer.buffer(Base64.getUrlDecoder().decode(cursor));
            if (bytes.length() == 2 * Long.BYTES) {
                return new UUID(bytes.getLong(0), bytes.getLong(Long.BYTES));
            }
        } catch (IllegalArgumentException notOurs) {
            // Answered below, like one of a wrong length.
        }
        throw new ProblemException(Problem.malformed(
                List.of(new Problem.BodyError("/cursor", new Problem.Words("curseur inconnu", "unknown cursor")))));
    }
}
