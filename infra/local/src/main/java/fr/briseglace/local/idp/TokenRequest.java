package fr.briseglace.local.idp;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/** What a token request comes to: somebody to issue a token to, or an error of OAuth (RFC 6749, 5.2). */
sealed interface TokenRequest {
    /**
     * A request to grant.
     *
     * @param persona to whom
     */
    record Valid(Persona persona) implements TokenRequest {}

    /**
     * A request to refuse.
     *
     * @param error code of RFC 6749
     * @param description for the developer who reads it; echoes nothing of the request
     */
    record Refused(String error, String description) implements TokenRequest {}

    /** Reads a form: {@code grant_type=client_credentials}, {@code persona}, for patients {@code ins} and {@code oid}. */
    static TokenRequest read(MultiMap form) {
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return new Refused("unsupported_grant_type", "grant_type must be client_credentials");
        }
        String name = form.get("persona");
        if (name == null) {
            return new Refused("invalid_request", "persona is missing");
        }
        if (name.equals(Persona.PATIENT)) {
            return patient(form.get("ins"), form.get("oid"));
        }
        Persona persona = Persona.named(name);
        return persona == null ? new Refused("invalid_client", "no such persona") : new Valid(persona);
    }

    private static TokenRequest patient(@Nullable String matricule, @Nullable String oid) {
        if (matricule == null) {
            return new Refused("invalid_request", "ins is missing");
        }
        return switch (Ins.read(matricule, oid == null ? Ins.TEST : oid)) {
            case Ins ins -> new Valid(Persona.patient(ins));
            case InsFault fault -> new Refused("invalid_request", "ins is not valid: " + fault);
        };
    }
}
