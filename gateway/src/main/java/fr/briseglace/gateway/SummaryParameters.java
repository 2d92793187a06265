package fr.briseglace.gateway;

import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.gateway.Problem.Words;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the FHIR operation {@code $summary}, said as the body of an access request: what is asked in FHIR
 * is read, decided and recorded as the same request.
 */
final class SummaryParameters {
    private static final String OID = "urn:oid:";

    private SummaryParameters() {}

    /**
     * The same request in our own JSON.
     *
     * @param parameters as the contract describes them
     * @throws ProblemException {@code malformed} where one is given twice or lacks its value
     */
    static Buffer asAccessRequest(JsonObject parameters) {
        JsonObject request = new JsonObject();
        Set<String> given = new HashSet<>();
        JsonArray list = parameters.getJsonArray("parameter");
        for (int i = 0; i < list.size(); i++) {
            JsonObject parameter = list.getJsonObject(i);
            if (!given.add(parameter.getString("name")) || !read(parameter, request)) {
                throw new ProblemException(Problem.malformed(List.of(new BodyError(
                        "/parameter/" + i,
                        new Words("donné deux fois, ou sans sa valeur", "given twice, or without its value")))));
            }
        }
        return request.toBuffer();
    }

    private static boolean read(JsonObject parameter, JsonObject request) {
        return switch (parameter.getString("name")) {
            case "identifier" -> identifier(parameter.getJsonObject("valueIdentifier"), request);
            case "mode" -> text(parameter.getString("valueCode"), "mode", request);
            case "caseId" -> text(parameter.getString("valueString"), "caseId", request);
            case "reason" -> reason(parameter.getJsonObject("valueCodeableConcept"), request);
            case "unableToConsent", "immediateRisk" -> attestation(parameter, request);
            default -> false;
        };
    }

    private static boolean identifier(@Nullable JsonObject identifier, JsonObject request) {
        if (identifier == null) {
            return false;
        }
        String system = identifier.getString("system");
        String oid = system.startsWith(OID) ? system.substring(OID.length()) : system;
        request.put(
                "patient",
                new JsonObject()
                        .put(
                                "ins",
                                new JsonObject()
                                        .put("value", identifier.getString("value"))
                                        .put("oid", oid)));
        return true;
    }

    private static boolean text(@Nullable String text, String member, JsonObject request) {
        if (text != null) {
            request.put(member, text);
        }
        return text != null;
    }

    private static boolean reason(@Nullable JsonObject concept, JsonObject request) {
        if (concept == null) {
            return false;
        }
        JsonObject reason = new JsonObject()
                .put("code", concept.getJsonArray("coding").getJsonObject(0).getString("code"));
        if (concept.containsKey("text")) {
            reason.put("text", concept.getString("text"));
        }
        request.put("reason", reason);
        return true;
    }

    private static boolean attestation(JsonObject parameter, JsonObject request) {
        Boolean yes = parameter.getBoolean("valueBoolean");
        if (yes == null) {
            return false;
        }
        JsonObject attestation = request.getJsonObject("attestation", new JsonObject());
        request.put("attestation", attestation.put(parameter.getString("name"), yes));
        return true;
    }
}
