package fr.briseglace.gateway;

import fr.briseglace.announce.AnnouncedCase;
import fr.briseglace.announce.CaseStore;
import fr.briseglace.announce.KnownPatient;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Announced cases in memory; it knows nobody by their matricule. */
final class CaseMemory implements CaseStore {
    private final Map<String, AnnouncedCase> cases = new ConcurrentHashMap<>();

    @Override
    public Future<List<KnownPatient>> known(String matricule) {
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Map<String, List<KnownPatient>>> recall(String caseHash, Instant after) {
        return Future.succeededFuture(Map.of());
    }

    @Override
    public Future<Void> remember(AnnouncedCase announced) {
        cases.put(announced.hash(), announced);
        return Future.succeededFuture();
    }

    @Override
    public Future<Boolean> announced(String caseHash, @Nullable String patientHash, Instant after) {
        AnnouncedCase known = cases.get(caseHash);
        return Future.succeededFuture(known != null
                && (patientHash == null
                        || known.patients().stream()
                                .anyMatch(patient -> patient.hash().equals(patientHash))));
    }

    @Override
    public Future<Integer> forget(Instant before) {
        return Future.succeededFuture(0);
    }
}
