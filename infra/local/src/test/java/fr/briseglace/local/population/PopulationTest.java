package fr.briseglace.local.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.identity.Ins;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.patient.Representative;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final long SEED = 15;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<String> PERSONAS = List.of("899900000001", "899900000002", "899900000003");
    private static final Population POPULATION = Population.of(SEED, 1_000, TODAY, PERSONAS);

    @Test
    void everyInsIsValidAndNobodyElsesAmongTwentyThousandPatientsAndTheirRepresentatives() {
        Set<String> seen = new HashSet<>();
        IntStream.range(0, 20_000)
                .mapToObj(POPULATION::file)
                .flatMap(PopulationTest::identifiers)
                .forEach(ins -> {
                    assertThat(Ins.read(ins.value(), Ins.TEST)).isEqualTo(ins);
                    assertThat(seen.add(ins.value())).isTrue();
                });
        assertThat(seen).hasSizeGreaterThan(20_000).doesNotContain("279035121518989");
    }

    @Test
    void noInsComesBackWhenIndexesHaveRunThroughAllPlacesAndRanks() {
        int stride = 47_310;
        Set<String> seen = new HashSet<>();
        for (int index = 40; index < 240; index++) {
            for (int round = index; round < Population.CAPACITY; round += stride) {
                assertThat(seen.add(POPULATION.file(round).ins().value())).isTrue();
            }
        }
    }

    @Test
    void theInsSaysTheSexTheBirthAndThePlace() {
        IntStream.range(0, 2_000).mapToObj(POPULATION::file).forEach(file -> {
            String expected = String.format(
                    "%d%02d%02d%s",
                    file.identity().sex() == fr.briseglace.identity.Sex.F ? 2 : 1,
                    file.identity().birthDate().getYear() % 100,
                    file.identity().birthDate().getMonthValue(),
                    file.identity().birthPlace());
            assertThat(file.ins().value()).startsWith(expected);
        });
    }

    @Test
    void someAreBornInCorsicaAndSomeAbroad() {
        List<String> places = IntStream.range(0, 1_000)
                .mapToObj(POPULATION::file)
                .map(file -> Objects.requireNonNull(file.identity().birthPlace()))
                .toList();
        assertThat(places).anyMatch(place -> place.startsWith("2A"));
        assertThat(places).anyMatch(place -> place.startsWith("2B"));
        assertThat(places).anyMatch(place -> place.startsWith("99"));
    }

    @Test
    void aSmallPopulationIsTheBeginningOfALargeOne() {
        List<PatientFile> small = Population.of(SEED, 50, TODAY, PERSONAS)
                .patients()
                .map(SyntheticPatient::file)
                .toList();
        List<PatientFile> large = Population.of(SEED, 5_000, TODAY, PERSONAS)
                .patients()
                .limit(50)
                .map(SyntheticPatient::file)
                .toList();
        assertThat(large).isEqualTo(small).hasSize(50);
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        assertThat(Population.of(16, 1, TODAY, PERSONAS).file(0).ins())
                .isNotEqualTo(POPULATION.file(0).ins());
    }

    @Test
    void thereIsNoPopulationBeyondTheCapacity() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Population.of(SEED, Population.CAPACITY + 1, TODAY, PERSONAS));
    }

    @Test
    void everyGpIsInTheDirectoryAndSomeOfThemHaveNoSecureMail() {
        List<Practitioner> directory = POPULATION.directory();
        assertThat(directory)
                .extracting(Practitioner::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("8\\d{11}"));
        assertThat(directory).anyMatch(gp -> gp.secureMail() == null);
        assertThat(directory)
                .filteredOn(gp -> gp.id().equals("801234567897"))
                .singleElement()
                .satisfies(gp -> assertThat(gp.secureMail()).endsWith("@medecin.mssante.fr"));
        Set<String> ids = new HashSet<>(directory.stream().map(Practitioner::id).toList());
        IntStream.range(0, 1_000)
                .mapToObj(POPULATION::file)
                .map(PatientFile::generalPractitioner)
                .filter(Objects::nonNull)
                .forEach(id -> assertThat(ids).contains(id));
    }

    private static Stream<Ins> identifiers(PatientFile file) {
        return Stream.concat(
                Stream.of(file.ins()),
                file.representatives().stream().map(Representative::ins).filter(Objects::nonNull));
    }
}
