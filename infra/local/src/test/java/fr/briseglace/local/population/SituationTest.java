package fr.briseglace.local.population;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SituationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<String> PERSONAS = List.of("899900000001", "899900000002", "899900000003");
    private static final Population POPULATION = Population.of(7, 1_000, TODAY, PERSONAS);

    @ParameterizedTest
    @EnumSource(Situation.class)
    void everySituationStandsAtItsIndexWhateverTheSeed(Situation situation) {
        for (long seed = -3; seed < 20; seed++) {
            assertThat(Situation.at(seed, situation.index())).isEqualTo(situation);
        }
    }

    @ParameterizedTest
    @EnumSource(Situation.class)
    void everySituationComesUpBeyondTheFixedOnes(Situation situation) {
        assertThat(IntStream.range(100, 5_000).mapToObj(POPULATION::situation)).contains(situation);
    }

    @Test
    void mostAreOrdinary() {
        assertThat(POPULATION.patients().filter(SyntheticPatient::ordinary).count())
                .isBetween(800L, 950L);
    }

    @Test
    void oppositionsAreToOneModeOrToBoth() {
        assertThat(opposed(Situation.OPPOSED_TO_REGULATION)).containsExactly(AccessMode.CENTRE_15);
        assertThat(opposed(Situation.OPPOSED_TO_BREAK_GLASS)).containsExactly(AccessMode.BRIS_DE_GLACE);
        assertThat(opposed(Situation.OPPOSED_TO_BOTH)).containsExactly(AccessMode.values());
        assertThat(opposed(Situation.ORDINARY)).isEmpty();
    }

    @Test
    void recordsAreClosedOrMissingAndPatientsDead() {
        assertThat(file(Situation.CLOSED_RECORD).recordStatus()).isEqualTo(RecordStatus.CLOSED);
        assertThat(file(Situation.NO_RECORD).recordStatus()).isEqualTo(RecordStatus.NONE);
        assertThat(file(Situation.DECEASED).deceased()).isTrue();
        assertThat(file(Situation.PROVISIONAL_IDENTITY).identity().status()).isEqualTo(IdentityStatus.PROVISIONAL);
    }

    @Test
    void theFirstWhoBlocksBlocksEveryProfessionalOfTheList() {
        assertThat(file(Situation.BLOCKED_PROFESSIONAL).rights().blocked())
                .containsExactlyInAnyOrderElementsOf(PERSONAS);
    }

    @Test
    void maskedDocumentsShowInAnEmergencyOnlyWithConsent() {
        assertThat(file(Situation.MASKED_DOCUMENT).rights().maskedInEmergency()).isFalse();
        assertThat(file(Situation.MASKED_BUT_SHOWN).rights().maskedInEmergency())
                .isTrue();
    }

    @Test
    void gpsMayBeUnknownOrWithoutSecureMail() {
        assertThat(file(Situation.WITHOUT_GP).generalPractitioner()).isNull();
        assertThat(POPULATION.directory())
                .filteredOn(
                        gp -> gp.id().equals(file(Situation.GP_WITHOUT_ADDRESS).generalPractitioner()))
                .extracting(Practitioner::secureMail)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(file(Situation.PATIENT_OF_EXAMPLE_GP).generalPractitioner()).isEqualTo("801234567897");
    }

    @Test
    void aLetterIsAllThatReachesSome() {
        Contacts contacts = file(Situation.LETTER_ONLY).contacts();
        assertThat(contacts.digital()).isFalse();
        assertThat(contacts.postalAddress()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {"MINOR", "MINOR_OVER_16", "MINOR_OVER_16_WITH_CONTACTS", "HIDDEN_FROM_REPRESENTATIVES"})
    void minorsHaveRepresentativesWhoCanBeReached(Situation situation) {
        IntStream.range(0, 3_000)
                .filter(index -> POPULATION.situation(index) == situation)
                .mapToObj(POPULATION::file)
                .forEach(file -> {
                    int age = Period.between(file.identity().birthDate(), TODAY).getYears();
                    assertThat(age)
                            .isBetween(situation == Situation.MINOR ? 1 : 16, situation == Situation.MINOR ? 15 : 17);
                    assertThat(file.representatives().getFirst().contacts().digital())
                            .isTrue();
                });
    }

    @Test
    void onlySomeOfThoseOver16HaveContactsOfTheirOwn() {
        assertThat(file(Situation.MINOR_OVER_16).contacts().digital()).isFalse();
        assertThat(file(Situation.MINOR_OVER_16_WITH_CONTACTS).contacts().digital())
                .isTrue();
    }

    @Test
    void aWardIsAnAdultWithAGuardian() {
        PatientFile ward = file(Situation.WARD);
        assertThat(ward.ward()).isTrue();
        assertThat(ward.identity().birthDate()).isBefore(TODAY.minusYears(18));
        assertThat(ward.representatives()).hasSize(1);
    }

    @Test
    void twinsShareBirthNameDateAndPlaceAlone() {
        PatientFile twin = file(Situation.TWIN);
        PatientFile sibling = POPULATION.file(Situation.TWIN.index() - 1);
        assertThat(twin.identity().birthName()).isEqualTo(sibling.identity().birthName());
        assertThat(twin.identity().birthDate()).isEqualTo(sibling.identity().birthDate());
        assertThat(twin.identity().birthPlace()).isEqualTo(sibling.identity().birthPlace());
        assertThat(twin.identity().givenNames())
                .doesNotContainAnyElementsOf(sibling.identity().givenNames());
        assertThat(twin.ins()).isNotEqualTo(sibling.ins());
    }

    @Test
    void homonymsShareNamesAndBirthDateAlone() {
        PatientFile homonym = file(Situation.HOMONYM);
        PatientFile namesake = POPULATION.file(Situation.HOMONYM.index() - 1);
        assertThat(homonym.identity().birthName()).isEqualTo(namesake.identity().birthName());
        assertThat(homonym.identity().givenNames())
                .isEqualTo(namesake.identity().givenNames());
        assertThat(homonym.identity().birthDate()).isEqualTo(namesake.identity().birthDate());
        assertThat(homonym.identity().birthPlace())
                .isNotEqualTo(namesake.identity().birthPlace());
        assertThat(homonym.ins()).isNotEqualTo(namesake.ins());
    }

    private static PatientFile file(Situation situation) {
        return POPULATION.firstWith(situation).file();
    }

    private static List<AccessMode> opposed(Situation situation) {
        return List.of(AccessMode.values()).stream()
                .filter(file(situation).rights()::opposes)
                .toList();
    }
}
