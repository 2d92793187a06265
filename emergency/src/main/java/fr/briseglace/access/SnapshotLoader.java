package fr.briseglace.access;

import fr.briseglace.identity.Ins;
import io.vertx.core.Future;
import java.util.Optional;

/** Reads a snapshot from the store, rendered and complete. */
public interface SnapshotLoader {
    /** The patient as they stand now; empty where the store knows none. */
    Future<Optional<Snapshot>> load(Ins ins);
}
