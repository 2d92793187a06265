package fr.briseglace.trail;

import io.vertx.core.Future;
import java.util.List;

/** Where records become durable. */
public interface RecordStore {
    /**
     * Records and verifies, all in one commit: each entry, with its notices, goes in only where the patient's current
     * version equals the record's (an entry without a patient always does). A change of rights or content that commits
     * before this call returns is seen.
     *
     * @return for each entry, in order, what became of it
     */
    Future<List<Verdict>> insert(List<RecordEntry> entries);
}
