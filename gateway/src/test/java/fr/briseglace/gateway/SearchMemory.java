package fr.briseglace.gateway;

import fr.briseglace.identity.Ins;
import fr.briseglace.search.FoundPatient;
import fr.briseglace.search.PatientQuery;
import fr.briseglace.search.ProvisionalNumber;
import fr.briseglace.search.SearchRecord;
import fr.briseglace.search.SearchStore;
import fr.briseglace.search.Tie;
import fr.briseglace.search.TieOutcome;
import fr.briseglace.search.TieStore;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Patients to find, searches kept and numbers tied, in memory. */
final class SearchMemory implements SearchStore, TieStore {
    final List<FoundPatient> patients = new CopyOnWriteArrayList<>();
    final List<SearchRecord> kept = new CopyOnWriteArrayList<>();
    private final Map<ProvisionalNumber, Ins> ties = new ConcurrentHashMap<>();

    @Override
    public Future<List<FoundPatient>> find(PatientQuery query, int most) {
        return Future.succeededFuture(List.copyOf(patients));
    }

    @Override
    public Future<Void> keep(SearchRecord record) {
        kept.add(record);
        return Future.succeededFuture();
    }

    @Override
    public Future<TieOutcome> tie(Tie tie) {
        Ins holder = ties.putIfAbsent(tie.number(), tie.ins());
        return Future.succeededFuture(holder == null || holder.equals(tie.ins()) ? TieOutcome.DONE : TieOutcome.TAKEN);
    }

    @Override
    public Future<Void> keep(Tie.Refused refused) {
        return Future.succeededFuture();
    }

    @Override
    public Future<TieOutcome> untie(Tie.Undone undone) {
        return Future.succeededFuture(ties.remove(undone.number()) == null ? TieOutcome.NOT_FOUND : TieOutcome.DONE);
    }
}
