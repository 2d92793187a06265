package fr.briseglace.surge;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;

/** Where surges stand on record. */
public interface SurgeStore {
    /** Keeps an order; false where the directory has nobody in its scope. */
    Future<Boolean> keep(Surge surge);

    /** The structures whose limits are raised at {@code now}, and until when. */
    Future<Map<String, Instant>> inForce(Instant now);
}
