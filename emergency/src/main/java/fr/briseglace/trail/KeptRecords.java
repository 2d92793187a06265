package fr.briseglace.trail;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where records are read back. */
public interface KeptRecords {
    /**
     * A record of an access, or what is left of it.
     *
     * @param accessId the access
     * @param recordId which of its records; null for the one by which it was opened or refused, or
     *     that one's tombstone
     */
    Future<Optional<Kept>> find(UUID accessId, @Nullable UUID recordId);
}
