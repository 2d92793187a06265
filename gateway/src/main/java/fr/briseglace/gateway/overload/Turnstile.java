package fr.briseglace.gateway.overload;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets in as many requests as an event loop can work on at once, the most urgent first, and turns the others away before
 * anything waits. Confined to that event loop; others may read it a moment late.
 */
public final class Turnstile {
    private final Places places = new Places();
    private final ConcurrencyLimit limit;
    private final Turnstiles turnstiles;
    private final LongSupplier clock;

    /**
     * The turnstile of one event loop, one of the node's.
     *
     * @param clock nanoseconds of any clock that never goes back
     */
    public Turnstile(ConcurrencyLimit.Bounds bounds, Turnstiles turnstiles, LongSupplier clock) {
        this.limit = new ConcurrencyLimit(bounds, clock.getAsLong());
        this.turnstiles = turnstiles;
        this.clock = clock;
        turnstiles.watch(this);
    }

    /**
     * Lets a request in, until its answer is handed over or its connection is closed.
     *
     * @return whether there is a place for it; where there is none it must be answered at once
     */
    public boolean enter(Partition partition, HttpServerResponse response) {
        if (!places.take(partition, limit.limit())) {
            turnstiles.shed(partition);
            return false;
        }
        Stay stay = new Stay(partition, response, clock.getAsLong());
        response.endHandler(stay).closeHandler(stay);
        return true;
    }

    /**
     * Turns a request away that there is no place for now, before anything of it is read.
     *
     * @return whether it was; it must be answered at once then
     */
    public boolean turnsAway(Partition partition) {
        boolean full = !places.left(partition, limit.limit());
        if (full) {
            turnstiles.shed(partition);
        }
        return full;
    }

    /** How many of a partition are under way. */
    int inFlight(Partition partition) {
        return places.taken(partition);
    }

    /** How many may be under way at once. */
    int limit() {
        return limit.limit();
    }

    private void leave(Stay stay) {
        if (stay.partition == Partition.EMERGENCY && stay.served()) {
            long now = clock.getAsLong();
            limit.took(now, now - stay.since, places.taken(stay.partition));
        }
        places.giveBack(stay.partition);
    }

    /** One request that is under way. */
    private final class Stay implements Handler<@Nullable Void> {
        private static final int FIRST_REFUSAL = 300;

        private final Partition partition;
        private final HttpServerResponse response;
        private final long since;
        private boolean over;

        Stay(Partition partition, HttpServerResponse response, long since) {
            this.partition = partition;
            this.response = response;
            this.since = since;
        }

        /** Its answer is on its way, or can go nowhere any more; both may be said. */
        @Override
        public void handle(@Nullable Void end) {
            if (!over) {
                over = true;
                leave(this);
            }
        }

        /** What is refused tells nothing of how long the work takes, nor does what nobody waited for. */
        boolean served() {
            return response.ended() && response.getStatusCode() < FIRST_REFUSAL;
        }
    }
}
