package fr.briseglace.gateway;

import fr.briseglace.access.AccessWindow;
import fr.briseglace.access.Handovers;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was handed over. */
final class HandoverMemory implements Handovers {
    private final Supplier<@Nullable Offer> offer;

    HandoverMemory(Supplier<@Nullable Offer> offer) {
        this.offer = offer;
    }

    @Override
    public Future<Void> offer(UUID id, AccessWindow window, String to, Instant at) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Optional<Offer>> offered(UUID id) {
        return Future.succeededFuture(Optional.ofNullable(offer.get()));
    }

    @Override
    public Future<Void> claimed(UUID id, UUID accessId, Instant at) {
        return Future.succeededFuture();
    }
}
