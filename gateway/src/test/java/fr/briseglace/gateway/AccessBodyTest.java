package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Reason;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessBodyTest {
    private static String regulation(String member, String replacement) {
        return replaced(Bodies.REGULATION, member, replacement);
    }

    private static String replaced(String body, String member, String replacement) {
        assertThat(body).contains(member);
        return body.replace(member, replacement);
    }

    @Test
    void regulationIsReadWhole() {
        AccessBody body = Bodies.read(Bodies.REGULATION);

        assertThat(body.statement().mode()).isEqualTo(AccessMode.CENTRE_15);
        assertThat(body.statement().caseId()).isEqualTo("fr.health.samu440.DRFR154402400400055");
        assertThat(body.statement().reason()).isEqualTo(new Reason("M01.02", "inconscient, coma"));
        assertThat(body.statement().attestation()).isNull();
        assertThat(body.patient()).isEqualTo(new Ins("279035121518989", Ins.TEST));
    }

    @Test
    void brokenGlassIsReadWhole() {
        AccessBody body = Bodies.read(Bodies.BREAK_GLASS);

        assertThat(body.statement().mode()).isEqualTo(AccessMode.BRIS_DE_GLACE);
        assertThat(body.statement().attestation()).isEqualTo(new Attestation(true, true));
        assertThat(body.statement().reason()).isEqualTo(new Reason("unconscious", "trouvé au sol"));
    }

    @Test
    void whatTheLawAsksForMayBeAbsentHere() {
        AccessBody body = Bodies.read(
                "{\"mode\":\"bris_de_glace\",\"patient\":{\"ins\":{\"value\":\"1\",\"oid\":\"1.2.250.1.213.1.4.8\"}}}");

        assertThat(body.statement().reason()).isNull();
        assertThat(body.statement().attestation()).isNull();
        assertThat(body.patient()).isEqualTo(InsFault.LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "value, 279035121518989, 279035121518980, KEY",
        "value, 279035121518989, '', LENGTH",
        "value, 279035121518989, 27903512151898X, CHARACTERS",
        "oid, 1.2.250.1.213.1.4.10, 1.2.3, AUTHORITY",
        "oid, 1.2.250.1.213.1.4.10, '', AUTHORITY"
    })
    void wrongIdentifierIsReadAsTheFaultItIs(String member, String right, String wrong, InsFault fault) {
        String body = regulation("\"" + member + "\":\"" + right + "\"", "\"" + member + "\":\"" + wrong + "\"");

        assertThat(Bodies.read(body).patient()).isEqualTo(fault);
    }

    @Test
    void everythingMissingIsNamed() {
        assertThat(Bodies.wrongPlaces("{}")).containsExactlyInAnyOrder("/mode", "/patient");
        assertThat(Bodies.wrongPlaces("{\"mode\":\"centre_15\",\"patient\":{}}"))
                .containsExactly("/patient/ins");
        assertThat(Bodies.wrongPlaces("{\"mode\":\"centre_15\",\"patient\":{\"ins\":{}},\"reason\":{}}"))
                .containsExactlyInAnyOrder("/patient/ins/value", "/patient/ins/oid", "/reason/code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1e400", "true", "null", "[]", "{}", "[\"centre_15\"]"})
    void nothingButATextIsAText(String value) {
        assertThat(Bodies.wrongPlaces(regulation("\"centre_15\"", value))).containsExactly("/mode");
        assertThat(Bodies.wrongPlaces(regulation("\"fr.health.samu440.DRFR154402400400055\"", value)))
                .containsExactly("/caseId");
        assertThat(Bodies.wrongPlaces(regulation("\"M01.02\"", value))).containsExactly("/reason/code");
        assertThat(Bodies.wrongPlaces(regulation("\"inconscient, coma\"", value)))
                .containsExactly("/reason/text");
        assertThat(Bodies.wrongPlaces(regulation("\"279035121518989\"", value))).containsExactly("/patient/ins/value");
        assertThat(Bodies.wrongPlaces(regulation("\"1.2.250.1.213.1.4.10\"", value)))
                .containsExactly("/patient/ins/oid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "\"true\"", "null", "[]", "{}"})
    void nothingButTrueOrFalseIsAnAttestation(String value) {
        assertThat(Bodies.wrongPlaces(
                        replaced(Bodies.BREAK_GLASS, "\"unableToConsent\":true", "\"unableToConsent\":" + value)))
                .containsExactly("/attestation/unableToConsent");
        assertThat(Bodies.wrongPlaces(
                        replaced(Bodies.BREAK_GLASS, "\"immediateRisk\":true", "\"immediateRisk\":" + value)))
                .containsExactly("/attestation/immediateRisk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"x\"", "true", "null", "[]"})
    void nothingButAnObjectIsAnObject(String value) {
        assertThat(Bodies.wrongPlaces("{\"mode\":\"centre_15\",\"patient\":" + value + ",\"reason\":" + value
                        + ",\"attestation\":" + value + "}"))
                .containsExactlyInAnyOrder("/patient", "/reason", "/attestation");
        assertThat(Bodies.wrongPlaces("{\"mode\":\"centre_15\",\"patient\":{\"ins\":" + value + "}}"))
                .containsExactly("/patient/ins");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"mode\"', '{\"SECRET\":1,\"mode\"', ''",
        "'\"patient\":{', '\"patient\":{\"SECRET\":1,', /patient",
        "'\"ins\":{', '\"ins\":{\"SECRET\":1,', /patient/ins",
        "'\"reason\":{', '\"reason\":{\"SECRET\":1,', /reason",
        "'\"attestation\":{', '\"attestation\":{\"SECRET\":1,', /attestation"
    })
    void unknownMemberIsRefusedAtEveryLevelAndNotEchoed(String at, String with, String pointer) {
        Problem problem = Bodies.refusal(Buffer.buffer(replaced(Bodies.BREAK_GLASS, at, with)));

        assertThat(problem.errors()).singleElement().satisfies(error -> assertThat(error.pointer())
                .isEqualTo(pointer));
        assertThat(problem.toString()).doesNotContain("SECRET");
    }

    @Test
    void nothingSentIsEchoed() {
        String body = regulation("\"M01.02\"", "\"SECRET\"")
                .replace("\"centre_15\"", "\"SECRET\"")
                .replace("\"inconscient, coma\"", "\"SECRET\\u0007\"");

        assertThat(Bodies.refusal(Buffer.buffer(body)).toString()).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "CENTRE_15", "centre_15 ", "normal", "centre-15"})
    void anyOtherModeIsRefused(String mode) {
        assertThat(Bodies.wrongPlaces(regulation("\"centre_15\"", "\"" + mode + "\"")))
                .containsExactly("/mode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\n", "\\t", "\\u001b", "\\u007f", "\\u0085"})
    void controlCharactersBelongInNoText(String control) {
        assertThat(Bodies.wrongPlaces(regulation("inconscient", "inconscient" + control)))
                .containsExactly("/reason/text");
        assertThat(Bodies.wrongPlaces(regulation("DRFR1544", "DRFR1544" + control)))
                .containsExactly("/caseId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M01", "M01.02.03.04", "m01.02", "M1.2", "M01.02 ", "", "dizzy", "UNCONSCIOUS"})
    void codeThatNeitherListHasIsRefusedInBothModes(String code) {
        assertThat(Bodies.wrongPlaces(regulation("\"M01.02\"", "\"" + code + "\"")))
                .containsExactly("/reason/code");
        assertThat(Bodies.wrongPlaces(replaced(Bodies.BREAK_GLASS, "\"unconscious\"", "\"" + code + "\"")))
                .containsExactly("/reason/code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M01.02", "M01.02.03"})
    void healthMotiveIsForRegulationOnly(String code) {
        assertThat(Bodies.read(regulation("\"M01.02\"", "\"" + code + "\""))
                        .statement()
                        .reason())
                .extracting(reason -> Objects.requireNonNull(reason).code())
                .isEqualTo(code);
        assertThat(Bodies.wrongPlaces(replaced(Bodies.BREAK_GLASS, "\"unconscious\"", "\"" + code + "\"")))
                .containsExactly("/reason/code");
    }

    @Test
    void regulationMayStateAReasonOfBreakingTheGlass() {
        assertThat(Bodies.read(regulation("\"M01.02\"", "\"stroke\""))
                        .statement()
                        .reason())
                .isEqualTo(new Reason("stroke", "inconscient, coma"));
    }

    @Test
    void lengthsAreCountedInCharacters() {
        assertThat(Bodies.read(regulation("inconscient, coma", "😀".repeat(500)))
                        .statement()
                        .reason())
                .isNotNull();
        assertThat(Bodies.wrongPlaces(regulation("inconscient, coma", "a".repeat(501))))
                .containsExactly("/reason/text");
        assertThat(Bodies.wrongPlaces(regulation("fr.health", "a".repeat(100)))).containsExactly("/caseId");
        assertThat(Bodies.wrongPlaces(regulation("279035121518989", "1".repeat(65))))
                .containsExactly("/patient/ins/value");
    }

    @Test
    void bodyThatIsNoObjectIsOneFaultOfTheWhole() {
        assertThat(Bodies.wrongPlaces("[]")).containsExactly("");
        assertThat(Bodies.wrongPlaces("")).containsExactly("");
    }
}
