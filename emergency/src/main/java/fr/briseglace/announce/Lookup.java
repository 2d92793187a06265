package fr.briseglace.announce;

import fr.briseglace.hub.CasePatient;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.TraitMatch;
import fr.briseglace.identity.Traits;
import fr.briseglace.search.FoundPatient;
import fr.briseglace.search.PatientQuery;
import fr.briseglace.search.PatientQuery.ByProvisional;
import fr.briseglace.search.PatientQuery.ByTraits;
import fr.briseglace.search.PatientSearch;
import fr.briseglace.search.ProvisionalNumber;
import fr.briseglace.search.SearchStore;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who a patient of a case may be: by matricule, else by bracelet, else by traits where these fit no more people
 * than a search would show.
 */
public final class Lookup {
    /** The most that are scored, as in a search. */
    private static final int MOST_FOUND = 500;

    private final CaseStore cases;
    private final SearchStore patients;

    /** By what two stores know. */
    public Lookup(CaseStore cases, SearchStore patients) {
        this.cases = cases;
        this.patients = patients;
    }

    /** Who may be meant; empty where nobody known is. */
    Future<List<KnownPatient>> find(CasePatient patient) {
        return byMatricule(patient.matricule())
                .compose(found -> found.isEmpty() ? byBracelet(patient.bracelets()) : Future.succeededFuture(found))
                .compose(found -> found.isEmpty() ? byTraits(patient.traits()) : Future.succeededFuture(found));
    }

    private Future<List<KnownPatient>> byMatricule(@Nullable Ins matricule) {
        return matricule == null ? Future.succeededFuture(List.of()) : cases.known(matricule.value());
    }

    private Future<List<KnownPatient>> byBracelet(List<String> bracelets) {
        return bracelets.stream()
                .map(ProvisionalNumber::read)
                .flatMap(Optional::stream)
                .findFirst()
                .map(number -> find(new ByProvisional(number), found -> true))
                .orElse(Future.succeededFuture(List.of()));
    }

    private Future<List<KnownPatient>> byTraits(@Nullable Traits traits) {
        return traits == null
                ? Future.succeededFuture(List.of())
                : find(new ByTraits(traits), found -> TraitMatch.score(traits, found.identity()) > TraitMatch.NONE);
    }

    private Future<List<KnownPatient>> find(PatientQuery query, Predicate<FoundPatient> fits) {
        return patients.find(query, MOST_FOUND + 1).map(found -> {
            List<KnownPatient> fitting = found.stream()
                    .filter(fits)
                    .map(patient -> new KnownPatient(patient.patientId(), patient.ins()))
                    .toList();
            return found.size() > MOST_FOUND || fitting.size() > PatientSearch.MOST_CANDIDATES ? List.of() : fitting;
        });
    }
}
