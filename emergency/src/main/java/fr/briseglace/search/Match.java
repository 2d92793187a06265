package fr.briseglace.search;

import fr.briseglace.identity.InsDatamatrix;
import fr.briseglace.identity.TraitMatch;
import fr.briseglace.identity.Traits;
import fr.briseglace.search.PatientQuery.ByDatamatrix;
import fr.briseglace.search.PatientQuery.ByPhone;
import fr.briseglace.search.PatientQuery.ByProvisional;
import fr.briseglace.search.PatientQuery.ByTraits;
import java.util.Comparator;
import java.util.List;

/**
 * A patient who answers a query.
 *
 * @param patient who
 * @param score how well, above 0 and up to 1
 */
public record Match(FoundPatient patient, double score) {
    /** A symbol's identifier is the patient's, and so are the traits printed with it. */
    private static final double SAME_IDENTIFIER = 1;
    /** A symbol's identifier is the patient's, but its traits are not: somebody should look twice. */
    private static final double OTHER_TRAITS = 0.5;
    /** A colleague tied the number to the patient. */
    private static final double TIED = 0.9;
    /** A telephone is lent, passed on and shared. */
    private static final double SAME_PHONE = 0.5;

    /** Those who answer a query among those found, best first. */
    static List<Match> of(PatientQuery query, List<FoundPatient> found) {
        return found.stream()
                .map(patient -> new Match(patient, answers(query, patient)))
                .filter(match -> match.score > TraitMatch.NONE)
                .sorted(Comparator.comparingDouble(Match::score)
                        .reversed()
                        .thenComparing(match -> match.patient.patientId()))
                .toList();
    }

    private static double answers(PatientQuery query, FoundPatient patient) {
        return switch (query) {
            case ByTraits by -> TraitMatch.score(by.traits(), patient.identity());
            case ByDatamatrix by -> byDatamatrix(by, patient);
            case ByProvisional by -> TIED;
            case ByPhone by -> SAME_PHONE;
        };
    }

    private static double byDatamatrix(ByDatamatrix by, FoundPatient patient) {
        Traits printed = by.datamatrix() instanceof InsDatamatrix symbol ? symbol.traits() : null;
        return printed == null || TraitMatch.score(printed, patient.identity()) > TraitMatch.NONE
                ? SAME_IDENTIFIER
                : OTHER_TRAITS;
    }
}
