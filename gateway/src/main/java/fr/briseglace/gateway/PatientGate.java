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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets the patient's own side in: the holder, representatives, the GP, the portal, each where the law says so. */
final class PatientGate {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final Problem NOT_ENTITLED = Problem.of(
            Slug.NOT_ENTITLED,
            "Votre rôle ne donne pas accès à cette ressource.",
            "Your role gives no access to this resource.");
    private static final Problem NOT_FOUND =
            Problem.of(Slug.NOT_FOUND, "Cette ressource n'existe pas.", "This resource does not exist.");
    private static final Problem AMBIGUOUS = Problem.of(
            Slug.IDENTITY_AMBIGUOUS,
            "Plusieurs patients portent ce matricule : précisez l'autorité d'affectation (oid).",
            "Several patients have this matricule: say which assigning authority (oid).");

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
        return admit(exchange, exchange.path("ins"), exchange.query("oid"), roles, relation);
    }

    /** Lets in to the patient of a matricule, likewise. */
    <R> Future<Admitted<R>> admit(
            Exchange exchange, String matricule, @Nullable String oid, Set<Role> roles, Relation<R> relation) {
        return gate.caller(exchange.request()).compose(caller -> {
            if (!roles.contains(caller.role())) {
                return Future.failedFuture(new ProblemException(NOT_ENTITLED));
            }
            return ties(matricule, oid).map(found -> admitted(caller, found, relation));
        });
    }

    /** Whom the caller has no business with does not make the others ambiguous. */
    private <R> Admitted<R> admitted(Caller caller, List<PatientTies> found, Relation<R> relation) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FRANCE);
        List<Admitted<R>> admitted = new ArrayList<>();
        for (PatientTies ties : found) {
            R known = relation.of(ties, caller, today);
            if (known != null) {
                admitted.add(new Admitted<>(caller, ties.patientId(), known));
            }
        }
        return switch (admitted.size()) {
            case 0 -> throw new ProblemException(NOT_FOUND);
            case 1 -> admitted.getFirst();
            default -> throw new ProblemException(AMBIGUOUS);
        };
    }

    /** What is no matricule, or of no authority, is nobody's, and need not be asked for; all authorities number alike. */
    private Future<List<PatientTies>> ties(String matricule, @Nullable String oid) {
        return Ins.read(matricule, oid == null ? Ins.NIR : oid) instanceof Ins
                ? desk.ties(matricule, oid)
                : Future.succeededFuture(List.of());
    }
}
