package fr.briseglace.gateway;

import fr.briseglace.trail.RecordStore;
import fr.briseglace.trail.RecordWriter;
import fr.briseglace.trail.Trail;
import fr.briseglace.trail.Verdict;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/**
 * One writer for all event loops of a node, so that their records share commits: a commit costs as much as twenty
 * records. It lives on the loop that comes first.
 */
final class NodeTrail {
    private final RecordStore store;
    private final int capacity;
    private @Nullable Context home;
    private @Nullable RecordWriter writer;

    /**
     * A trail to a store.
     *
     * @param capacity how many records of the node may wait
     */
    NodeTrail(RecordStore store, int capacity) {
        this.store = store;
        this.capacity = capacity;
    }

    /** The way to it from an event loop; what became of a record is told there. */
    synchronized Trail from(Context loop) {
        Context there = home;
        RecordWriter shared = writer;
        if (there == null || shared == null) {
            home = loop;
            writer = new RecordWriter(store, capacity, new WriterLoop(loop));
            return writer;
        }
        return entry -> {
            Promise<Verdict> told = Promise.promise();
            there.runOnContext(
                    turn -> shared.write(entry).onComplete(verdict -> loop.runOnContext(back -> told.handle(verdict))));
            return told.future();
        };
    }
}
