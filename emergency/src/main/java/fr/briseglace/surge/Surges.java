package fr.briseglace.surge;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Role;
import fr.briseglace.law.StructureKind;
import fr.briseglace.surge.SurgeOutcome.Nobody;
import fr.briseglace.surge.SurgeOutcome.NotEntitled;
import fr.briseglace.surge.SurgeOutcome.Raised;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Orders to raise limits, from those who run the service and from their house alone. */
public final class Surges {
    private final SurgeStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** The use case. */
    public Surges(SurgeStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Raises limits as soon as the order is on record.
     *
     * @param time how long, at most {@link Surge#LONGEST}
     * @return fails with {@link StoreUnavailable}; nothing is raised then
     */
    public Future<SurgeOutcome> raise(Caller caller, SurgeScope scope, Duration time, String reason) {
        if (caller.role() != Role.OPERATOR || caller.structure().kind() != StructureKind.OPERATIONS) {
            return Future.succeededFuture(new NotEntitled());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Surge surge = new Surge(TimeUuid.of(now, random), scope, now, now.plus(time), caller, reason);
        return store.keep(surge)
                .<SurgeOutcome>map(kept -> kept ? new Raised(surge) : new Nobody())
                .recover(failure -> Future.failedFuture(new StoreUnavailable(failure)));
    }
}
