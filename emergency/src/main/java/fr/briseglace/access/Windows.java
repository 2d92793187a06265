package fr.briseglace.access;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** Finds windows that were opened, however long ago. */
public interface Windows {
    /** The window of an identifier; empty where none was ever opened under it. */
    Future<Optional<AccessWindow>> find(UUID id);
}
