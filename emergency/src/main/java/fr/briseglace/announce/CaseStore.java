package fr.briseglace.announce;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where announced cases are remembered, and patients known by their matricule. */
public interface CaseStore {
    /** Those whose matricule this is, whoever assigned it. */
    Future<List<KnownPatient>> known(String matricule);

    /** The known patients of a case by the hash of their identifier in it, if it was announced after an instant. */
    Future<Map<String, List<KnownPatient>>> recall(String caseHash, Instant after);

    /**
     * Remembers a case. A patient whom it knows takes the place of who was thought to be meant; one whom it does not know
     * stays who they were.
     */
    Future<Void> remember(AnnouncedCase announced);

    /**
     * Whether a case was announced after an instant, and with that patient where one is named.
     *
     * @param patientHash null for the case alone
     */
    Future<Boolean> announced(String caseHash, @Nullable String patientHash, Instant after);

    /** Forgets the cases announced before an instant; answers how many. */
    Future<Integer> forget(Instant before);
}
