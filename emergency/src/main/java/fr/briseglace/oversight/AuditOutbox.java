package fr.briseglace.oversight;

import fr.briseglace.fhir.Audited;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/**
 * What an audit repository is still to be told of. The log is the outbox: every record has one place in it, in order, and
 * nothing is written for the repository on the way of an access.
 */
public interface AuditOutbox {
    /**
     * A batch.
     *
     * @param from its first place
     * @param to the place behind its last
     * @param events what is at these places, but for what was erased
     */
    record Batch(long from, long to, List<Audited> events) {
        /** Copies the list. */
        public Batch {
            events = List.copyOf(events);
        }

        /** Whether nothing waits. */
        public boolean empty() {
            return from == to;
        }
    }

    /**
     * What comes next. The first time it begins with what happens from then on: a repository is told of what happens while
     * it is one.
     */
    Future<Batch> next(int most);

    /** Notes that all of a batch was told, unless somebody else went on meanwhile. */
    Future<Void> told(Batch batch);

    /**
     * Notes that the repository would not have a record.
     *
     * @param status of its answer
     */
    Future<Void> declined(UUID recordId, int status);
}
