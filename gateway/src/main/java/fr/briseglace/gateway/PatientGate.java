package fr.briseglace.gateway;

import fr.briseglace.access.PatientDesk;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import fr.briseglace.law.PatientTies;
import fr.briseglace.law.Role;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets the patient's own side in: the holder, representatives, the GP, the portal, each where the law says so. */
final class PatientGate {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Gate gate;
    private final PatientDesk desk;
    private final InstantSource clock;

    PatientGate(Gate gate, PatientDesk desk, InstantSource clock) {
        this.gate = gate;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * In what relation somebody is to a patient, where it lets them in.
     *
     * @param <R> what the relation is
     */
    interface Relation<R> {
        @Nullable
        R of(PatientTies ties, Caller caller, LocalDate today);
    }

    /**
     * Somebody who was let in.
     *
     * @param caller who
     * @param patientId to whom
     * @param relation in what relation
     */
    record Admitted<R>(Caller caller, UUID patientId, R relation) {}

    /** Lets in to the patient of the path; one who may not learns nothing of who exists. */
    <R> Future<Admitted<R>> admit(Exchange exchange, Set<Role> roles, Relation<R> relation) {
        return gate.caller(exchange.request()).compose(caller -> {
            if (!roles.contains(caller.role())) {
                return Future.failedFuture(new ProblemException(Problem.of(
                        Slug.NOT_ENTITLED,
                        "Votre rôle ne donne pas accès à cette ressource.",
                        "Your role gives no access to this resource.")));
            }
            return ties(exchange.path("ins")).map(found -> admitted(caller, found, relation));
        });
    }

    private <R> Admitted<R> admitted(Caller caller, Optional<PatientTies> found, Relation<R> relation) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FRANCE);
        PatientTies ties = found.orElse(null);
        R known = ties == null ? null : relation.of(ties, caller, today);
        if (ties == null || known == null) {
            throw new ProblemException(
                    Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist."));
        }
        return new Admitted<>(caller, ties.patientId(), known);
    }

    /** What is no matricule is nobody's, and need not be asked for; all authorities number alike. */
    private Future<Optional<PatientTies>> ties(String matricule) {
        return Ins.read(matricule, Ins.NIR) instanceof Ins
                ? desk.ties(matricule)
                : Future.succeededFuture(Optional.empty());
    }
}
