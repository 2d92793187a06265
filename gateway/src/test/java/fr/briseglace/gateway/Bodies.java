package fr.briseglace.gateway;

import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.identity.InsFault;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/** Bodies of access requests, and what is said about those that do not follow the contract. */
final class Bodies {
    static final String REGULATION = """
            {"mode":"centre_15","patient":{"ins":{"value":"279035121518989","oid":"1.2.250.1.213.1.4.10"}},\
            "caseId":"fr.health.samu440.DRFR154402400400055","reason":{"code":"M01.02","text":"inconscient, coma"}}""";
    static final String BREAK_GLASS = """
            {"mode":"bris_de_glace","patient":{"ins":{"value":"279035121518989","oid":"1.2.250.1.213.1.4.10"}},\
            "attestation":{"unableToConsent":true,"immediateRisk":true},\
            "reason":{"code":"unconscious","text":"trouvé au sol"}}""";

    private Bodies() {}

    static AccessBody read(String json) {
        return AccessBody.read(Buffer.buffer(json), token -> InsFault.CANDIDATE);
    }

    /** What is wrong with a body, which must be malformed. */
    static Problem refusal(Buffer bytes) {
        Problem problem = Objects.requireNonNull(Assertions.catchThrowableOfType(
                        ProblemException.class, () -> AccessBody.read(bytes, token -> InsFault.CANDIDATE)))
                .problem();
        Assertions.assertThat(problem.slug()).isEqualTo(Slug.MALFORMED);
        Assertions.assertThat(problem.errors()).isNotEmpty();
        return problem;
    }

    static List<String> wrongPlaces(String json) {
        return refusal(Buffer.buffer(json)).errors().stream()
                .map(BodyError::pointer)
                .toList();
    }
}
