package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.gateway.Problem.BodyError;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Refusal;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientMemberTest {
    private static final Ins INS = new Ins("279035121518989", Ins.TEST);

    private static InsReading read(String patient) {
        Buffer body = Buffer.buffer("{\"mode\":\"centre_15\",\"caseId\":\"c1\",\"patient\":" + patient + "}");
        return AccessBody.read(body, token -> token.equals("good") ? INS : InsFault.CANDIDATE)
                .patient();
    }

    @Test
    void patientIsReadFromAnInsACandidateOrADatamatrix() {
        assertThat(read("{\"ins\":{\"value\":\"279035121518989\",\"oid\":\"1.2.250.1.213.1.4.10\"}}"))
                .isEqualTo(INS);
        assertThat(read("{\"candidate\":\"good\"}")).isEqualTo(INS);
        assertThat(read("{\"datamatrix\":\"IS01S1279035121518989S21.2.250.1.213.1.4.10\\u001DS5F\"}"))
                .isEqualTo(INS);
    }

    @Test
    void whatIsNoneIsReadAsTheFaultItIs() {
        assertThat(read("{\"ins\":{\"value\":\"279035121518988\",\"oid\":\"1.2.250.1.213.1.4.10\"}}"))
                .isEqualTo(InsFault.KEY);
        assertThat(read("{\"candidate\":\"bad\"}")).isEqualTo(InsFault.CANDIDATE);
        assertThat(read("{\"datamatrix\":\"IS01\"}")).isEqualTo(InsFault.DATAMATRIX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"candidate\":\"good\",\"datamatrix\":\"x\"}",
                "{\"candidate\":\"good\",\"ins\":{\"value\":\"279035121518989\",\"oid\":\"1.2.250.1.213.1.4.10\"}}",
            })
    void exactlyOneWayOfNamingThePatientIsTaken(String patient) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> read(patient));
        assertThat(problem.problem().errors()).extracting(BodyError::pointer).containsExactly("/patient");
    }

    @Test
    void patientWithoutAnyIsToldOfTheUsualOne() {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> read("{}"));
        assertThat(problem.problem().errors()).extracting(BodyError::pointer).containsExactly("/patient/ins");
    }

    @Test
    void candidateThatDoesNotCountIsAnsweredAsNotFoundAndAWrongInsAsInvalid() {
        assertThat(problem(InsFault.CANDIDATE).slug()).isEqualTo(Slug.NOT_FOUND);
        assertThat(problem(InsFault.KEY).slug()).isEqualTo(Slug.INS_INVALID);
    }

    private static Problem problem(InsFault fault) {
        return RefusalWords.problem(new Shut<>(new UUID(0, 1), Refusal.INS_INVALID, fault));
    }
}
