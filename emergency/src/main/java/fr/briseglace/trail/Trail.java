package fr.briseglace.trail;

import io.vertx.core.Future;

/** Where accesses leave their records. */
public interface Trail {
    /**
     * Makes an entry durable, unless something speaks against it.
     *
     * @return what became of it. Fails with {@link TrailUnavailable} where the store cannot be asked or too many wait;
     *     nothing may be disclosed then
     */
    Future<Verdict> write(RecordEntry entry);
}
