package fr.briseglace.law;

import static fr.briseglace.law.AccessMode.BRIS_DE_GLACE;
import static fr.briseglace.law.AccessMode.CENTRE_15;
import static fr.briseglace.law.Refusal.ATTESTATION_MISSING;
import static fr.briseglace.law.Refusal.BLOCKED;
import static fr.briseglace.law.Refusal.CASE_MISSING;
import static fr.briseglace.law.Refusal.INS_INVALID;
import static fr.briseglace.law.Refusal.NOT_ENTITLED;
import static fr.briseglace.law.Refusal.NO_RECORD;
import static fr.briseglace.law.Refusal.OPPOSED;
import static fr.briseglace.law.Refusal.PATIENT_DECEASED;
import static fr.briseglace.law.Refusal.PATIENT_UNKNOWN;
import static fr.briseglace.law.Refusal.REASON_MISSING;
import static fr.briseglace.law.Refusal.RECORD_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.InsReading;
import fr.briseglace.law.Decision.Granted;
import fr.briseglace.law.Decision.Refused;
import fr.briseglace.law.PatientStanding.Known;
import fr.briseglace.law.PatientStanding.Unknown;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision table of the rules, line by line and role by role. */
class AccessPolicyTest {
    private static final InsReading INS = new Ins("279035121518989", Ins.TEST);
    private static final Attestation BOTH = new Attestation(true, true);
    private static final Reason WHY = new Reason("unconscious", "retrouvé inconscient");
    private static final Statement REGULATION = new Statement(CENTRE_15, "fr.health.samu440.DRFR1544", null, null);
    private static final Statement GLASS = new Statement(BRIS_DE_GLACE, null, WHY, BOTH);
    private static final Known OPEN = standing(PatientRights.NONE);
    private static final AccessPolicy POLICY = new AccessPolicy(LawSettings.DEFAULT);

    private static Caller caller(Role role, StructureKind kind, boolean regulation) {
        return new Caller(
                role, "810001234567", "Dr Exemple", Set.of("SM26"), regulation, new Structure("1440000001", "S", kind));
    }

    private static final Caller REGULATOR = caller(Role.DOCTOR, StructureKind.SAMU, true);
    private static final Caller EMERGENCY_DOCTOR = caller(Role.DOCTOR, StructureKind.HOSPITAL, false);

    private static Known standing(PatientRights rights) {
        return new Known(false, RecordStatus.OPEN, rights);
    }

    private static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }

    @Nested
    @DisplayName("Line 1: the role and the mode")
    class RoleAndMode {
        @Test
        void regulatorOpensForFourHours() {
            assertThat(POLICY.decide(REGULATION, REGULATOR, INS, OPEN)).isEqualTo(new Granted(Duration.ofHours(4)));
        }

        @Test
        void emergencyDoctorBreaksTheGlassForOneHour() {
            assertThat(POLICY.decide(GLASS, EMERGENCY_DOCTOR, INS, OPEN)).isEqualTo(new Granted(Duration.ofHours(1)));
        }

        @ParameterizedTest(name = "{0} in {1}, entitled {2}: regulates {3}, breaks the glass {4}")
        @CsvSource({
            "DOCTOR, SAMU, true, true, true",
            "DOCTOR, SAMU, false, false, true",
            "DOCTOR, HOSPITAL, true, false, true",
            "DOCTOR, HOSPITAL, false, false, true",
            "DOCTOR, PRACTICE, false, false, true",
            "DOCTOR, OCCUPATIONAL, true, false, false",
            "DOCTOR, INSURER, true, false, false",
            "DOCTOR, EMPLOYER, true, false, false",
            "DOCTOR, PORTAL, true, false, false",
            "DOCTOR, OPERATIONS, true, false, false",
            "DOCTOR, UNKNOWN, true, false, false",
            "MIDWIFE, HOSPITAL, false, false, true",
            "MIDWIFE, SAMU, true, false, true",
            "NURSE, HOSPITAL, false, false, true",
            "NURSE, SAMU, true, false, true",
            "NURSE, OCCUPATIONAL, false, false, false",
            "PHARMACIST, HOSPITAL, false, false, true",
            "PHARMACIST, PRACTICE, false, false, false",
            "OTHER_PROFESSIONAL, HOSPITAL, true, false, false",
            "REGULATION_ASSISTANT, SAMU, true, false, false",
            "HOLDER, PORTAL, true, false, false",
            "PORTAL, PORTAL, true, false, false",
            "PRIVACY_OFFICER, OVERSIGHT, true, false, false",
            "OPERATOR, OPERATIONS, true, false, false",
            "NONE, SAMU, true, false, false",
            "NONE, HOSPITAL, true, false, false",
        })
        void onlyTheseMay(Role role, StructureKind kind, boolean entitled, boolean regulates, boolean breaksGlass) {
            Caller caller = caller(role, kind, entitled);
            assertThat(POLICY.decide(REGULATION, caller, INS, OPEN) instanceof Granted)
                    .isEqualTo(regulates);
            assertThat(POLICY.decide(GLASS, caller, INS, OPEN) instanceof Granted)
                    .isEqualTo(breaksGlass);
        }

        @ParameterizedTest
        @EnumSource(AccessMode.class)
        void occupationalDoctorIsRefusedWhereverTheySit(AccessMode mode) {
            Caller caller = new Caller(
                    Role.DOCTOR, "8", "Dr", Set.of("SM26", "SM25"), true, new Structure("1", "S", StructureKind.SAMU));
            assertThat(AccessPolicy.mayUse(mode, caller)).isFalse();
        }

        @Test
        void wrongRoleIsNamedBeforeAnythingElseThatIsWrong() {
            Statement empty = new Statement(CENTRE_15, null, null, null);
            Decision decision = POLICY.decide(empty, EMERGENCY_DOCTOR, InsFault.KEY, new Unknown());
            assertThat(decision).isEqualTo(refused(NOT_ENTITLED));
        }
    }

    @Nested
    @DisplayName("Line 2: the statement")
    class Stated {
        @Test
        void breakingTheGlassNeedsBothAttestations() {
            for (Attestation half : new Attestation[] {
                null, new Attestation(true, false), new Attestation(false, true), new Attestation(false, false)
            }) {
                Statement statement = new Statement(BRIS_DE_GLACE, null, WHY, half);
                assertThat(POLICY.decide(statement, EMERGENCY_DOCTOR, INS, OPEN))
                        .isEqualTo(refused(ATTESTATION_MISSING));
            }
        }

        @Test
        void breakingTheGlassNeedsAReasonInWords() {
            for (Reason silent : new Reason[] {null, new Reason("shock", null), new Reason("shock", "  a  ")}) {
                Statement statement = new Statement(BRIS_DE_GLACE, null, silent, BOTH);
                assertThat(POLICY.decide(statement, EMERGENCY_DOCTOR, INS, OPEN))
                        .isEqualTo(refused(REASON_MISSING));
            }
        }

        @Test
        void regulationNeedsItsCase() {
            for (String none : new String[] {null, "", "  "}) {
                Statement statement = new Statement(CENTRE_15, none, null, null);
                assertThat(POLICY.decide(statement, REGULATOR, INS, OPEN)).isEqualTo(refused(CASE_MISSING));
            }
        }

        @Test
        void regulationNeedsNeitherReasonNorAttestation() {
            assertThat(POLICY.decide(REGULATION, REGULATOR, INS, OPEN)).isInstanceOf(Granted.class);
        }

        @Test
        void statementIsNamedBeforeTheIdentifier() {
            Statement statement = new Statement(CENTRE_15, null, null, null);
            assertThat(POLICY.decide(statement, REGULATOR, InsFault.KEY, new Unknown()))
                    .isEqualTo(refused(CASE_MISSING));
        }
    }

    @Nested
    @DisplayName("Line 3: the identifier")
    class Identifier {
        @ParameterizedTest
        @EnumSource(InsFault.class)
        void everyFaultRefuses(InsFault fault) {
            assertThat(POLICY.decide(REGULATION, REGULATOR, fault, new Unknown()))
                    .isEqualTo(refused(INS_INVALID));
        }
    }

    @Nested
    @DisplayName("Lines 4 to 6: the patient and the record")
    class PatientAndRecord {
        @Test
        void unknownPatient() {
            assertThat(POLICY.decide(REGULATION, REGULATOR, INS, new Unknown())).isEqualTo(refused(PATIENT_UNKNOWN));
        }

        @Test
        void deceasedComesBeforeAClosedOrMissingRecord() {
            for (RecordStatus status : RecordStatus.values()) {
                assertThat(POLICY.decide(REGULATION, REGULATOR, INS, new Known(true, status, PatientRights.NONE)))
                        .isEqualTo(refused(PATIENT_DECEASED));
            }
        }

        @Test
        void noRecordAndClosedRecordComeBeforeOppositions() {
            PatientRights opposed = new PatientRights(true, true, false, Set.of(REGULATOR.id()));
            assertThat(POLICY.decide(REGULATION, REGULATOR, INS, new Known(false, RecordStatus.NONE, opposed)))
                    .isEqualTo(refused(NO_RECORD));
            assertThat(POLICY.decide(REGULATION, REGULATOR, INS, new Known(false, RecordStatus.CLOSED, opposed)))
                    .isEqualTo(refused(RECORD_CLOSED));
        }
    }

    @Nested
    @DisplayName("Lines 7 to 9: the patient's will")
    class Will {
        @Test
        void oppositionToRegulationStopsRegulationAlone() {
            Known patient = standing(new PatientRights(true, false, false, Set.of()));
            assertThat(POLICY.decide(REGULATION, REGULATOR, INS, patient)).isEqualTo(refused(OPPOSED));
            assertThat(POLICY.decide(GLASS, EMERGENCY_DOCTOR, INS, patient)).isInstanceOf(Granted.class);
        }

        @Test
        void oppositionToBreakingTheGlassStopsThatAlone() {
            Known patient = standing(new PatientRights(false, true, false, Set.of()));
            assertThat(POLICY.decide(GLASS, EMERGENCY_DOCTOR, INS, patient)).isEqualTo(refused(OPPOSED));
            assertThat(POLICY.decide(REGULATION, REGULATOR, INS, patient)).isInstanceOf(Granted.class);
        }

        @Test
        void blockedProfessionalIsRefusedEvenWithAllAttestations() {
            Known patient = standing(new PatientRights(false, false, false, Set.of(EMERGENCY_DOCTOR.id())));
            assertThat(POLICY.decide(GLASS, EMERGENCY_DOCTOR, INS, patient)).isEqualTo(refused(BLOCKED));
        }

        @Test
        void blockOfSomebodyElseDoesNotCount() {
            Known patient = standing(new PatientRights(false, false, false, Set.of("899999999999")));
            assertThat(POLICY.decide(GLASS, EMERGENCY_DOCTOR, INS, patient)).isInstanceOf(Granted.class);
        }

        @Test
        void oppositionComesBeforeTheBlock() {
            Known patient = standing(new PatientRights(true, false, false, Set.of(REGULATOR.id())));
            assertThat(POLICY.decide(REGULATION, REGULATOR, INS, patient)).isEqualTo(refused(OPPOSED));
        }

        @Test
        void blockYieldsWhereTheOperatorSwitchedItOff() {
            AccessPolicy yielding = new AccessPolicy(new LawSettings(false, Duration.ofHours(4), Duration.ofHours(1)));
            Known patient = standing(new PatientRights(false, false, false, Set.of(REGULATOR.id())));
            assertThat(yielding.decide(REGULATION, REGULATOR, INS, patient)).isInstanceOf(Granted.class);
        }
    }

    @Nested
    @DisplayName("Inside a window: the role and the patient again")
    class Again {
        @Test
        void whatWasStatedNeedNotBeStatedAgain() {
            assertThat(POLICY.again(CENTRE_15, REGULATOR, OPEN)).isInstanceOf(Granted.class);
            assertThat(POLICY.again(BRIS_DE_GLACE, EMERGENCY_DOCTOR, OPEN)).isInstanceOf(Granted.class);
        }

        @Test
        void roleAndPatientDecideAnew() {
            Known opposed = standing(new PatientRights(true, false, false, Set.of()));
            assertThat(POLICY.again(CENTRE_15, EMERGENCY_DOCTOR, OPEN)).isEqualTo(refused(NOT_ENTITLED));
            assertThat(POLICY.again(CENTRE_15, REGULATOR, opposed)).isEqualTo(refused(OPPOSED));
            assertThat(POLICY.again(CENTRE_15, REGULATOR, new Unknown())).isEqualTo(refused(PATIENT_UNKNOWN));
        }
    }
}
