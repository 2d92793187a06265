package fr.briseglace.gateway;

import fr.briseglace.surge.Surge;
import fr.briseglace.surge.SurgeScope;
import fr.briseglace.surge.SurgeStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;

/** The last surge that was ordered, whoever it is for. */
final class SurgeMemory implements SurgeStore {
    private volatile Map<String, Instant> raised = Map.of();

    @Override
    public Future<Boolean> keep(Surge surge) {
        if (!(surge.scope() instanceof SurgeScope.OfStructure structure)) {
            return Future.succeededFuture(false);
        }
        raised = Map.of(structure.id(), surge.endsAt());
        return Future.succeededFuture(true);
    }

    @Override
    public Future<Map<String, Instant>> inForce(Instant now) {
        return Future.succeededFuture(raised);
    }
}
