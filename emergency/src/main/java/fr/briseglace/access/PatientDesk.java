package fr.briseglace.access;

import fr.briseglace.law.Caller;
import fr.briseglace.law.JournalReader;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientTies;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the patient's own side asks of the store: the journal, and the rights. */
public interface PatientDesk {
    /**
     * Who stands in which relation to the patients of a matricule, which different authorities may have given to
     * different people.
     *
     * @param oid of the assigning authority; null for all of them
     */
    Future<List<PatientTies>> ties(String matricule, @Nullable String oid);

    /** Who stands in which relation to a patient; empty where there is none. */
    Future<Optional<PatientTies>> tiesOf(UUID patientId);

    /**
     * The journal, newest first; documents that were read are named only where this reader may know of them. To the
     * GP, the reading of a masked document is no line of it.
     *
     * @param before only what is older than this record; null for the newest
     * @param limit how many lines at most
     */
    Future<List<JournalEntry>> journal(UUID patientId, JournalReader reader, @Nullable UUID before, int limit);

    /** What the patient decided. */
    Future<PatientRights> rights(UUID patientId);

    /**
     * Changes what the patient decided; in force for every access that commits after the answer. What was decided
     * before is kept, with who changed it; a decision that changes nothing leaves nothing behind.
     */
    Future<PatientRights> changeRights(UUID patientId, Caller by, UnaryOperator<PatientRights> change);
}
