package fr.briseglace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitMatchTest {
    private static final LocalDate BORN = LocalDate.of(1979, 3, 8);
    private static final PatientIdentity PATIENT =
            patient("LE GOFF", "D'ARC", List.of("ANNE-LISE", "ZOÉ"), BORN, Sex.F, "2A004");

    private static PatientIdentity patient(
            String birthName, @Nullable String usedName, List<String> given, LocalDate born, Sex sex, String place) {
        return new PatientIdentity(birthName, given, usedName, born, sex, place, IdentityStatus.QUALIFIED);
    }

    private static double score(String birthName, String givenName, LocalDate born) {
        return TraitMatch.score(new Traits(birthName, null, givenName, born, null, null), PATIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "LE GOFF, ANNE-LISE, 1.0",
        "le-goff, anne lise, 1.0",
        "LEGOFF, Annelise Zoe, 1.0",
        "LE GOFF, zoé, 0.95",
        "LE GOFF, ANNE, 0.95",
        "LE GOFF, LISE, 0.95",
        "d’Arc, ANNE-LISE, 0.9",
        "LE GOF, ANNE-LISE, 0.8",
        "LE GOFF, ANEN-LISE, 0.8",
        "LE GOFF, ZOO, 0.76",
        "DARK, ANNE-LISE, 0.72",
        "LE GOF, ANEN-LISE, 0",
        "LE GO, ANNE-LISE, 0",
        "LE GOFF, MARIE, 0",
        "LE GOFF, ZOÉ ANNE, 0",
        "MARTIN, ANNE-LISE, 0",
    })
    void namesAreWorth(String birthName, String givenName, double score) {
        assertThat(score(birthName, givenName, BORN)).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"1979-03-08, 1.0", "1979-08-03, 0.8", "1979-03-09, 0", "1978-03-08, 0"})
    void birthDateIsExactOrExchanged(LocalDate born, double score) {
        assertThat(score("LE GOFF", "ZOÉ ", born)).isEqualTo(Math.round(95 * score) / 100.0);
    }

    @Test
    void exchangeAndTypingErrorAreBothForgivenForLess() {
        assertThat(score("LE GOF", "ANNE-LISE", LocalDate.of(1979, 8, 3))).isEqualTo(0.64);
    }

    @ParameterizedTest
    @CsvSource({"F, 1.0", "U, 1.0", "M, 0"})
    void sexExcludesWhereBothKnowIt(Sex sex, double score) {
        assertThat(TraitMatch.score(new Traits("LE GOFF", null, "ANNE-LISE", BORN, sex, null), PATIENT))
                .isEqualTo(score);
        PatientIdentity undetermined = patient("LE GOFF", null, List.of("ANNE-LISE"), BORN, Sex.U, "2A004");
        assertThat(TraitMatch.score(new Traits("LE GOFF", null, "ANNE-LISE", BORN, sex, null), undetermined))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2A004, 1.0", "20004, 1.0", "2B004, 0", "20005, 0", "44109, 0", "24004, 0"})
    void birthPlaceExcludesAndCorsicaIsOnePlaceBeforeAndAfterItsDivision(String place, double score) {
        assertThat(TraitMatch.score(new Traits("LE GOFF", null, "ANNE-LISE", BORN, null, place), PATIENT))
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"D'ARC, 1.0", "DARC, 1.0", "LE GOFF, 1.0", "MARTIN, 0.7"})
    void otherNameInUseLowersTheScore(String usedName, double score) {
        assertThat(TraitMatch.score(new Traits("LE GOFF", usedName, "ANNE-LISE", BORN, null, null), PATIENT))
                .isEqualTo(score);
    }

    @Test
    void twinsAreToldApartByTheirGivenNames() {
        PatientIdentity julie = patient("ROY", null, List.of("JULIE"), BORN, Sex.F, "44109");
        PatientIdentity julien = patient("ROY", null, List.of("JULIEN"), BORN, Sex.M, "44109");
        Traits asked = new Traits("Roy", null, "Julien", BORN, null, null);
        assertThat(TraitMatch.score(asked, julien)).isGreaterThan(TraitMatch.score(asked, julie));
    }

    @Property
    void everybodyIsThemselves(
            @ForAll @IntRange(min = 1, max = 12) int month, @ForAll @IntRange(min = 1, max = 28) int day) {
        LocalDate born = LocalDate.of(1990, month, day);
        PatientIdentity patient = patient("ROY", null, List.of("JULIE"), born, Sex.F, "44109");
        Traits asked = new Traits("ROY", null, "JULIE", born, Sex.F, "44109");
        assertThat(TraitMatch.score(asked, patient)).isEqualTo(1);
        for (LocalDate other : asked.birthDates()) {
            assertThat(new Traits("ROY", null, "JULIE", other, null, null).birthDates())
                    .contains(born);
        }
    }
}
