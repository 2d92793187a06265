package fr.briseglace.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A problem as those who speak FHIR read it: the same slug, the same words, and the issue type that FHIR has for it. */
final class OperationOutcome {
    private static final String PROBLEM = "urn:brise-glace:problem";
    private static final String ACCESS = "urn:brise-glace:access";

    private OperationOutcome() {}

    static JsonObject of(Problem problem, Tongue tongue) {
        JsonArray issues = new JsonArray()
                .add(issue(problem, tongue).put("diagnostics", problem.detail().in(tongue)));
        problem.errors()
                .forEach(error -> issues.add(issue(problem, tongue)
                        .put(
                                "diagnostics",
                                error.pointer() + " : " + error.message().in(tongue))));
        return new JsonObject().put("resourceType", "OperationOutcome").put("issue", issues);
    }

    private static JsonObject issue(Problem problem, Tongue tongue) {
        JsonArray codings = new JsonArray().add(coding(PROBLEM, problem.slug().word()));
        if (problem.accessId() != null) {
            codings.add(coding(ACCESS, problem.accessId().toString()));
        }
        return new JsonObject()
                .put("severity", problem.slug().status() == 500 ? "fatal" : "error")
                .put("code", type(problem.slug()))
                .put(
                        "details",
                        new JsonObject()
                                .put("coding", codings)
                                .put("text", problem.slug().title(tongue)));
    }

    private static JsonObject coding(String system, String code) {
        return new JsonObject().put("system", system).put("code", code);
    }

    /** The issue type of FHIR R4. */
    static String type(Slug slug) {
        return switch (slug) {
            case MALFORMED -> "invalid";
            case UNAUTHENTICATED -> "login";
            case NOT_ENTITLED, OPPOSED, BLOCKED, PATIENT_DECEASED, RECORD_CLOSED -> "forbidden";
            case PATIENT_UNKNOWN, NO_RECORD, NOT_FOUND -> "not-found";
            case IDENTITY_AMBIGUOUS -> "multiple-matches";
            case ACCESS_ENDED -> "expired";
            case METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE -> "not-supported";
            case TOO_LARGE -> "too-long";
            case INS_INVALID -> "value";
            case ATTESTATION_MISSING, CASE_MISSING, REASON_MISSING -> "required";
            case IDEMPOTENCY_MISMATCH, ALREADY_REVIEWED -> "conflict";
            case RATE_LIMITED -> "throttled";
            case INTERNAL -> "exception";
            case OVERLOADED, STORE_UNAVAILABLE -> "transient";
        };
    }
}
