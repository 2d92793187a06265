package fr.briseglace.local.stack;

import fr.briseglace.identity.Ins;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** Bodies of access requests that lack nothing. Each regulation is of a case of its own. */
final class Asking {
    /** What a caller says in their own words, to be found nowhere but in the journal. */
    static final String REASON = "retrouvé au pied d'une échelle";

    private static final AtomicInteger CASES = new AtomicInteger();

    private Asking() {}

    static JsonObject regulation(Ins ins) {
        return regulation(ins.value(), ins.oid());
    }

    static JsonObject regulation(String matricule, String oid) {
        return new JsonObject()
                .put("mode", "centre_15")
                .put("patient", patient(matricule, oid))
                .put("caseId", "fr.health.samu440.DRFR1544026%09d".formatted(CASES.incrementAndGet()))
                .put("reason", new JsonObject().put("code", "M01.02").put("text", REASON));
    }

    static JsonObject breakGlass(Ins ins) {
        return breakGlass(ins.value(), ins.oid());
    }

    static JsonObject breakGlass(String matricule, String oid) {
        return new JsonObject()
                .put("mode", "bris_de_glace")
                .put("patient", patient(matricule, oid))
                .put(
                        "attestation",
                        new JsonObject().put("unableToConsent", true).put("immediateRisk", true))
                .put("reason", new JsonObject().put("code", "unconscious").put("text", REASON));
    }

    /** By the code of the mode. */
    static JsonObject in(String mode, Ins ins) {
        return mode.equals("centre_15") ? regulation(ins) : breakGlass(ins);
    }

    private static JsonObject patient(String matricule, String oid) {
        return new JsonObject()
                .put("ins", new JsonObject().put("value", matricule).put("oid", oid));
    }
}
