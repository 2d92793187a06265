package fr.briseglace.local.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.NationalId;
import fr.briseglace.local.idp.Standing.HealthProfessional;
import fr.briseglace.local.idp.Standing.Patient;
import fr.briseglace.local.idp.Standing.Role;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaTest {
    private static Persona persona(String name) {
        return Objects.requireNonNull(Persona.named(name));
    }

    @ParameterizedTest
    @CsvSource({
        "regulateur,        samu44,        10, SM59, true",
        "regulateur2,       samu44,        10, SM59, true",
        "regulateur-samu75, samu75,        10, SM59, true",
        "urgentiste,        chu-nantes,    10, SM59, false",
        "infirmier,         chu-nantes,    60, '',   false",
        "medecin-traitant,  cabinet,       10, SM26, false",
        "medecin-travail,   sante-travail, 10, SM25, false"
    })
    void professionalsAreWhoTheContractSays(
            String name, String structure, String profession, String specialty, boolean regulates) {
        assertThat(persona(name).structure().certificateName()).isEqualTo(structure);
        assertThat(persona(name).standing()).isInstanceOfSatisfying(HealthProfessional.class, professional -> {
            assertThat(professional.profession()).isEqualTo(profession);
            assertThat(professional.specialty()).isEqualTo(specialty);
            assertThat(professional.regulates()).isEqualTo(regulates);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "arm,             samu44,       regulation-assistant",
        "portal,          portail,      portal",
        "privacy-officer, dpo,          privacy-officer",
        "operator,        exploitation, operator"
    })
    void theOthersHaveARoleInstead(String name, String structure, String role) {
        assertThat(persona(name).structure().certificateName()).isEqualTo(structure);
        assertThat(persona(name).standing()).isEqualTo(new Role(role));
    }

    @Test
    void theExampleGpHasTheIdOfTheExampleDocuments() {
        assertThat(persona("medecin-traitant").standing())
                .isInstanceOfSatisfying(HealthProfessional.class, gp -> assertThat(gp.nationalId())
                        .isEqualTo("801234567897"));
    }

    @Test
    void aPatientIsBoundToThePortal() {
        Ins ins = new Ins("279035121518989", Ins.TEST);

        Persona patient = Persona.patient(ins);

        assertThat(patient.structure().certificateName()).isEqualTo("portail");
        assertThat(patient.standing()).isEqualTo(new Patient(ins));
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "nobody", "", "regulateur-0000", "regulateur-1", "regulateur-00001"})
    void otherNamesAreNobodys(String name) {
        assertThat(Persona.named(name)).isNull();
    }

    @Test
    void noTwoProfessionalsShareAnId() {
        Stream<Persona> named = Stream.of(
                        "regulateur",
                        "regulateur2",
                        "regulateur-samu75",
                        "urgentiste",
                        "infirmier",
                        "medecin-traitant",
                        "medecin-travail")
                .map(PersonaTest::persona);
        Stream<Persona> generated = IntStream.rangeClosed(1, 9_999).mapToObj(Persona::generated);

        assertThat(Stream.concat(named, generated)
                        .map(persona -> ((HealthProfessional) persona.standing()).nationalId()))
                .doesNotHaveDuplicates()
                .allMatch(NationalId::isValid);
    }

    @ParameterizedTest
    @CsvSource({"1, regulateur-0001", "42, regulateur-0042", "9999, regulateur-9999"})
    void aGeneratedRegulatorIsFoundByName(int number, String name) {
        assertThat(Persona.generated(number).name()).isEqualTo(name);
        assertThat(Persona.named(name)).isEqualTo(Persona.generated(number));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10_000})
    void aGeneratedRegulatorHasAFourDigitNumber(int number) {
        assertThatThrownBy(() -> Persona.generated(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProfessionalNeedsAValidId() {
        assertThatThrownBy(() -> new HealthProfessional("801234567890", "A", "B", "10", "", "SA01", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("801234567890");
    }
}
