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

    /** What somebody must be to a patient to do something. */
    interface Allowed {
        boolean may(PatientTies ties, Caller caller, LocalDate today);
    }

    /** The patient of the path, where the caller may do this; one who may not learns nothing of who exists. */
    Future<PatientTies> patient(Exchange exchange, Set<Role> roles, Allowed allowed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FRANCE);
        return gate.caller(exchange.request()).compose(caller -> {
            if (!roles.contains(caller.role())) {
                return Future.failedFuture(new ProblemException(Problem.of(
                        Slug.NOT_ENTITLED,
                        "Votre rôle ne donne pas accès à cette ressource.",
                        "Your role gives no access to this resource.")));
            }
            return ties(exchange.path("ins")).map(found -> found.filter(ties -> allowed.may(ties, caller, today))
                    .orElseThrow(() -> new ProblemException(Problem.of(
                            Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist."))));
        });
    }

    /** What is no matricule is nobody's, and need not be asked for; all authorities number alike. */
    private Future<Optional<PatientTies>> ties(String matricule) {
        return Ins.read(matricule, Ins.NIR) instanceof Ins
                ? desk.ties(matricule)
                : Future.succeededFuture(Optional.empty());
    }
}
