package fr.briseglace.gateway;

import fr.briseglace.access.PatientDesk;
import fr.briseglace.law.Caller;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientTies;
import fr.briseglace.law.Role;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET|PATCH /v1/patients/{ins}/rights}: what the patient decided about emergency access. */
final class RightsResource {
    private static final Set<Role> ROLES = Set.of(Role.HOLDER, Role.PORTAL);
    private static final int RPPS_LENGTH = 11;
    private static final Problem CONSENT_TO_NOTHING = Problem.malformed(List.of(new Problem.BodyError(
            "/maskedInEmergency",
            new Problem.Words(
                    "ne peut être consenti qu'avec un mode d'accès au moins",
                    "can only be consented to together with at least one mode of access"))));

    private final PatientGate gate;
    private final PatientDesk desk;

    RightsResource(PatientGate gate, PatientDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    void read(Exchange exchange) {
        exchange.give(
                gate.admit(exchange, ROLES, RightsResource::mayChange).compose(one -> desk.rights(one.patientId())),
                rights -> exchange.json(200, rights(rights)));
    }

    void change(Exchange exchange) {
        exchange.give(
                gate.admit(exchange, ROLES, RightsResource::mayChange)
                        .compose(one -> desk.changeRights(one.patientId(), one.caller(), change(exchange.json()))),
                rights -> exchange.json(200, rights(rights)));
    }

    private static @Nullable Role mayChange(PatientTies ties, Caller caller, LocalDate today) {
        return ties.mayChangeRights(caller, today) ? caller.role() : null;
    }

    /** Members that are absent stay as they are. */
    private static UnaryOperator<PatientRights> change(JsonObject change) {
        return now -> {
            PatientRights then = new PatientRights(
                    change.getBoolean("regulationOpposed", now.regulationOpposed()),
                    change.getBoolean("breakGlassOpposed", now.breakGlassOpposed()),
                    change.getBoolean("maskedInEmergency", now.maskedInEmergency()),
                    change.containsKey("blocked") ? nationalIds(change.getJsonArray("blocked")) : now.blocked());
            if (change.getBoolean("maskedInEmergency", false) && !then.maskedInEmergency()) {
                throw new ProblemException(CONSENT_TO_NOTHING);
            }
            return then;
        };
    }

    /** A bare RPPS becomes the national id, which is 8 and the RPPS. */
    private static Set<String> nationalIds(JsonArray ids) {
        return ids.stream()
                .map(String.class::cast)
                .map(id -> id.length() == RPPS_LENGTH ? "8" + id : id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Buffer rights(PatientRights rights) {
        return new JsonObject()
                .put("regulationOpposed", rights.regulationOpposed())
                .put("breakGlassOpposed", rights.breakGlassOpposed())
                .put("maskedInEmergency", rights.maskedInEmergency())
                .put("blocked", new JsonArray(rights.blocked().stream().sorted().toList()))
                .toBuffer();
    }
}
