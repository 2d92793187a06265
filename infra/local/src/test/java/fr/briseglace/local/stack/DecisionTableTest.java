package fr.briseglace.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.population.Situation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision table from line 3 on: the first line that applies wins, and what is refused is on record. */
@OnStack
class DecisionTableTest {
    private final Stack stack;

    DecisionTableTest(Stack stack) {
        this.stack = stack;
    }

    /** Line 3: the identifier. */
    @ParameterizedTest
    @CsvSource({
        "279035121518990, 1.2.250.1.213.1.4.10, clé",
        "27903512151898, 1.2.250.1.213.1.4.10, 15 caractères",
        "2790351215189890, 1.2.250.1.213.1.4.10, 15 caractères",
        "979035121518989, 1.2.250.1.213.1.4.10, premier chiffre",
        "279135121518989, 1.2.250.1.213.1.4.10, mois",
        "27903X121518989, 1.2.250.1.213.1.4.10, caractères non admis",
        "279035121518989, 1.2.250.1.213.1.4.2, OID",
        "279035121518989, 2.16.840.1.113883.5.25, OID"
    })
    void line3IdentifierThatIsNoInsIsRefusedAndSaidWhy(String matricule, String oid, String why) throws IOException {
        for (String mode : new String[] {"centre_15", "bris_de_glace"}) {
            Answer answer = stack.as("regulateur")
                    .open(
                            mode.equals("centre_15")
                                    ? Asking.regulation(matricule, oid)
                                    : Asking.breakGlass(matricule, oid));
            Refused.recorded(answer, 422, "ins-invalid");
            assertThat(answer.json().getString("detail")).contains(why).doesNotContain(matricule);
        }
    }

    /** Line 4: nobody has it. */
    @ParameterizedTest
    @CsvSource({"regulateur, centre_15", "urgentiste, bris_de_glace"})
    void line4UnknownPatientIsRefusedAndRecorded(String name, String mode) throws IOException {
        Ins nobody = new Ins("253072B07300470", Ins.TEST);
        Refused.recorded(stack.as(name).open(Asking.in(mode, nobody)), 404, "patient-unknown");
    }

    @Test
    void line4SameMatriculeOfAnotherAuthorityIsAnotherPatient() throws IOException {
        Ins known = stack.ordinary().file().ins();
        Answer answer = stack.as("regulateur").open(Asking.regulation(known.value(), "1.2.250.1.213.1.4.8"));
        Refused.recorded(answer, 404, "patient-unknown");
    }

    /** Lines 5 and 6, in both modes. */
    @ParameterizedTest
    @CsvSource({
        "DECEASED, regulateur, centre_15, 403, patient-deceased",
        "DECEASED, infirmier, bris_de_glace, 403, patient-deceased",
        "NO_RECORD, regulateur, centre_15, 404, no-record",
        "NO_RECORD, urgentiste, bris_de_glace, 404, no-record",
        "CLOSED_RECORD, regulateur, centre_15, 403, record-closed",
        "CLOSED_RECORD, medecin-traitant, bris_de_glace, 403, record-closed"
    })
    void lines5And6RecordThatIsServedToNobody(Situation situation, String name, String mode, int status, String slug)
            throws IOException {
        Ins ins = stack.patient(situation).file().ins();
        Refused.told(stack, ins, stack.as(name).open(Asking.in(mode, ins)), status, slug);
    }

    /** Line 7: the opposition is to a mode. */
    @ParameterizedTest
    @CsvSource({
        "OPPOSED_TO_REGULATION, regulateur, centre_15, bris_de_glace",
        "OPPOSED_TO_BREAK_GLASS, regulateur, bris_de_glace, centre_15"
    })
    void line7OppositionToOneModeLeavesTheOther(Situation situation, String name, String opposed, String open)
            throws IOException {
        Ins ins = stack.patient(situation).file().ins();
        Refused.told(stack, ins, stack.as(name).open(Asking.in(opposed, ins)), 403, "opposed");
        assertThat(stack.as(name).open(Asking.in(open, ins)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"regulateur, centre_15", "urgentiste, bris_de_glace", "medecin-traitant, bris_de_glace"})
    void line7OppositionToBothModesLeavesNone(String name, String mode) throws IOException {
        Ins ins = stack.patient(Situation.OPPOSED_TO_BOTH).file().ins();
        Refused.told(stack, ins, stack.as(name).open(Asking.in(mode, ins)), 403, "opposed");
    }

    /** Line 8: a block holds in an emergency too. */
    @ParameterizedTest
    @CsvSource({
        "regulateur2, centre_15",
        "regulateur2, bris_de_glace",
        "urgentiste, bris_de_glace",
        "infirmier, bris_de_glace"
    })
    void line8BlockedProfessionalIsRefusedEvenWithAllAttestations(String name, String mode) throws IOException {
        Ins ins = stack.patient(Situation.BLOCKED_PROFESSIONAL).file().ins();
        Refused.told(stack, ins, stack.as(name).open(Asking.in(mode, ins)), 403, "blocked");
    }

    /** Line 9. */
    @ParameterizedTest
    @CsvSource({"regulateur, centre_15", "regulateur-samu75, centre_15", "medecin-traitant, bris_de_glace"})
    void line9ColleagueOfTheBlockedIsGranted(String name, String mode) throws IOException {
        Ins ins = stack.patient(Situation.BLOCKED_PROFESSIONAL).file().ins();
        assertThat(stack.as(name).open(Asking.in(mode, ins)).status()).isEqualTo(201);
    }

    @Test
    void roleIsJudgedBeforeStatementAndStatementBeforeIdentifier() throws IOException {
        JsonObject nothingRight = Asking.regulation("279035121518990", Ins.TEST);
        nothingRight.remove("caseId");
        Refused.recorded(stack.as("urgentiste").open(nothingRight), 403, "not-entitled");
        Refused.recorded(stack.as("regulateur").open(nothingRight), 422, "case-missing");
    }

    @Test
    void roleAndStatementAreJudgedBeforeThePatient() throws IOException {
        Ins dead = stack.patient(Situation.DECEASED).file().ins();
        Refused.told(stack, dead, stack.as("arm").open(Asking.regulation(dead)), 403, "not-entitled");
        JsonObject incomplete = Asking.breakGlass(dead);
        incomplete.remove("attestation");
        Refused.told(stack, dead, stack.as("urgentiste").open(incomplete), 422, "attestation-missing");
    }

    @ParameterizedTest
    @CsvSource({"DECEASED, patient-deceased", "CLOSED_RECORD, record-closed", "NO_RECORD, no-record"})
    void stateOfTheRecordIsJudgedBeforeWhatThePatientDecided(Situation situation, String slug) throws IOException {
        Ins ins = stack.patient(situation).file().ins();
        Caller portal = stack.as("portal");
        JsonObject opposed = new JsonObject().put("regulationOpposed", true);
        assertThat(portal.decide(ins, opposed).status()).isEqualTo(200);
        assertThat(stack.as("regulateur").open(Asking.regulation(ins)).slug()).isEqualTo(slug);
        assertThat(portal.decide(ins, opposed.put("regulationOpposed", false)).status())
                .isEqualTo(200);
    }

    @Test
    void oppositionIsJudgedBeforeTheBlock() throws IOException {
        Ins ins = stack.ordinary().file().ins();
        JsonObject both = new JsonObject()
                .put("regulationOpposed", true)
                .put("blocked", new JsonArray().add(stack.as("regulateur").nationalId()));
        assertThat(stack.holder(ins).decide(ins, both).status()).isEqualTo(200);
        Refused.told(stack, ins, stack.as("regulateur").open(Asking.regulation(ins)), 403, "opposed");
        Refused.told(stack, ins, stack.as("regulateur").open(Asking.breakGlass(ins)), 403, "blocked");
    }
}
