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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET|PATCH /v1/patients/{ins}/rights}: what the patient decided about emergency access. */
final class RightsResource {
    private static final Set<Role> ROLES = Set.of(Role.HOLDER, Role.PORTAL);
    private static final int MOST_BLOCKED = 200;
    private static final Pattern PROFESSIONAL = Pattern.compile("8?\\d{11}");

    private final PatientGate gate;
    private final PatientDesk desk;

    RightsResource(PatientGate gate, PatientDesk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    void read(Exchange exchange) {
        gate.admit(exchange, ROLES, RightsResource::mayChange)
                .compose(one -> desk.rights(one.patientId()))
                .onSuccess(rights -> exchange.json(200, rights(rights)))
                .onFailure(exchange::fail);
    }

    void change(Exchange exchange) {
        gate.admit(exchange, ROLES, RightsResource::mayChange)
                .compose(one -> desk.changeRights(one.patientId(), one.caller(), change(exchange.body())))
                .onSuccess(rights -> exchange.json(200, rights(rights)))
                .onFailure(exchange::fail);
    }

    private static @Nullable Role mayChange(PatientTies ties, Caller caller, LocalDate today) {
        return ties.mayChangeRights(caller, today) ? caller.role() : null;
    }

    /** Members that are absent stay as they are. */
    private static UnaryOperator<PatientRights> change(Buffer bytes) {
        Body body = Body.of(bytes);
        Boolean regulation = body.optionalFlag("regulationOpposed");
        Boolean breakGlass = body.optionalFlag("breakGlassOpposed");
        Boolean masked = body.optionalFlag("maskedInEmergency");
        List<String> blocked = body.optionalTexts("blocked", MOST_BLOCKED);
        if (blocked != null
                && !blocked.stream().allMatch(id -> PROFESSIONAL.matcher(id).matches())) {
            body.wrong("blocked", "identifiants RPPS attendus", "RPPS identifiers are expected");
        }
        body.check();
        return now -> new PatientRights(
                regulation == null ? now.regulationOpposed() : regulation,
                breakGlass == null ? now.breakGlassOpposed() : breakGlass,
                masked == null ? now.maskedInEmergency() : masked,
                blocked == null ? now.blocked() : nationalIds(blocked));
    }

    /** A bare RPPS becomes the national id, which is 8 and the RPPS. */
    private static Set<String> nationalIds(List<String> ids) {
        return ids.stream().map(id -> id.length() == 11 ? "8" + id : id).collect(Collectors.toUnmodifiableSet());
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
