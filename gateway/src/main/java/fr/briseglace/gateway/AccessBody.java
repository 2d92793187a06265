package fr.briseglace.gateway;

import fr.briseglace.identity.InsReading;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Statement;
import io.vertx.core.buffer.Buffer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an access request says.
 *
 * @param statement legal ground and why
 * @param patient whose record
 */
record AccessBody(Statement statement, InsReading patient) {
    static final int LONGEST_CASE = 100;

    private static final int LONGEST_CODE = 40;

    /**
     * Reads it.
     *
     * @param candidates whom the token of a candidate stands for
     * @throws ProblemException {@code malformed} where it does not follow the contract
     */
    static AccessBody read(@Nullable Buffer bytes, Function<String, InsReading> candidates) {
        Body body = Body.of(bytes);
        AccessMode mode = mode(body);
        String caseId = body.optionalText("caseId", LONGEST_CASE);
        Reason reason = reason(body.optionalObject("reason"), mode);
        Attestation attestation = attestation(body.optionalObject("attestation"));
        InsReading patient = PatientMember.read(body, candidates);
        body.check();
        return new AccessBody(new Statement(mode, caseId, reason, attestation), patient);
    }

    static AccessMode mode(Body body) {
        String code = body.text("mode", LONGEST_CODE);
        AccessMode mode = code == null ? null : AccessMode.of(code);
        if (code != null && mode == null) {
            body.wrong("mode", "centre_15 ou bris_de_glace", "centre_15 or bris_de_glace");
        }
        return mode == null ? AccessMode.CENTRE_15 : mode;
    }

    private static @Nullable Reason reason(@Nullable Body body, AccessMode mode) {
        if (body == null) {
            return null;
        }
        String code = body.text("code", LONGEST_CODE);
        String text = body.optionalText("text", Reason.LONGEST);
        if (code == null) {
            return null;
        }
        if (!Reason.codeAllowed(mode, code)) {
            body.wrong("code", "code de motif inconnu dans ce mode", "not a reason code of this mode");
        }
        return new Reason(code, text);
    }

    static @Nullable Attestation attestation(@Nullable Body body) {
        return body == null
                ? null
                : new Attestation(
                        Boolean.TRUE.equals(body.optionalFlag("unableToConsent")),
                        Boolean.TRUE.equals(body.optionalFlag("immediateRisk")));
    }
}
