package fr.briseglace.announce;

import fr.briseglace.hub.CaseId;
import fr.briseglace.hub.CasePatientId;
import java.util.List;

/** What came of an announcement. */
public sealed interface AnnounceOutcome {
    /**
     * The case is known.
     *
     * @param caseId the case
     * @param patients of the message, in its order
     */
    record Announced(CaseId caseId, List<Warmed> patients) implements AnnounceOutcome {
        /** Copies the list. */
        public Announced {
            patients = List.copyOf(patients);
        }
    }

    /**
     * A patient of the message.
     *
     * @param id by which the case means the patient
     * @param warmed whether somebody known may be meant and is at hand now; says nothing of their record or rights
     */
    record Warmed(CasePatientId id, boolean warmed) {}

    /** The caller may not announce. */
    enum Refused implements AnnounceOutcome {
        /** Neither a doctor nor an assistant of a regulation centre. */
        NOT_ENTITLED
    }
}
