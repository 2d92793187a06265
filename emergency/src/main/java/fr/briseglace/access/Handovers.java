package fr.briseglace.access;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases that are offered to a colleague. */
public interface Handovers {
    /**
     * An offer.
     *
     * @param id the offer
     * @param window what is handed over
     * @param to national id of the colleague; to anybody else the offer does not exist
     * @param expiresAt until when it can be claimed
     * @param claimed the colleague's own access, once claimed
     */
    record Offer(
            UUID id,
            AccessWindow window,
            String to,
            Instant expiresAt,
            @Nullable UUID claimed) {}

    /** Keeps an offer. */
    Future<Void> offer(UUID id, AccessWindow window, String to, Instant at);

    /** The offer of an identifier. */
    Future<Optional<Offer>> offered(UUID id);

    /** Notes what came of an offer. */
    Future<Void> claimed(UUID id, UUID accessId, Instant at);
}
