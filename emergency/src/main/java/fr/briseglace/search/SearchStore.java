package fr.briseglace.search;

import io.vertx.core.Future;
import java.util.List;

/** What a search asks of the store. */
public interface SearchStore {
    /**
     * The living patients who may answer a query; for traits these are all who might match, to be scored.
     *
     * @param most how many at most, whichever
     */
    Future<List<FoundPatient>> find(PatientQuery query, int most);

    /** Keeps the record of a search; it is durable when the future succeeds. */
    Future<Void> keep(SearchRecord record);
}
