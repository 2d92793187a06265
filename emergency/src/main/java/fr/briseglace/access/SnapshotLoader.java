package fr.briseglace.access;

import fr.briseglace.identity.Ins;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot from the store, rendered and complete. */
public interface SnapshotLoader {
    /**
     * The patient as they stand now; empty where the store knows none.
     *
     * @param author national id of a professional, to whom their own masked documents show as well, so that the snapshot
     *     is theirs alone; null for what may be kept and shown to all
     */
    Future<Optional<Snapshot>> load(Ins ins, @Nullable String author);
}
