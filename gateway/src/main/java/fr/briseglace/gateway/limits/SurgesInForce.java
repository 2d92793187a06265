package fr.briseglace.gateway.limits;

import fr.briseglace.surge.SurgeStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Whose limits are raised, as this node knows it. Read again from time to time; each surge ends by its own time, whether
 * or not the store can be asked then.
 */
public final class SurgesInForce {
    private final SurgeStore store;
    private final InstantSource clock;
    private volatile Map<String, Instant> ends = Map.of();

    /** None yet. */
    public SurgesInForce(SurgeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Reads them; those known stay where that fails. */
    public Future<Void> refresh() {
        return store.inForce(clock.instant()).map(inForce -> {
            ends = inForce;
            return null;
        });
    }

    /** Whether the limits of a structure are raised now. */
    boolean raised(String structureId) {
        Instant end = ends.get(structureId);
        return end != null && clock.instant().isBefore(end);
    }
}
