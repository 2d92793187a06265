package fr.briseglace.store;

import static fr.briseglace.store.SearchBench.BORN;
import static fr.briseglace.store.SearchBench.identity;
import static fr.briseglace.store.SearchBench.traits;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.Sex;
import fr.briseglace.identity.Traits;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.patient.Contacts;
import fr.briseglace.search.Candidate;
import fr.briseglace.search.SearchOutcome.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitSearchTest {
    private final SearchBench bench = new SearchBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static List<Double> scores(Found found) {
        return found.candidates().stream().map(Candidate::score).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "LE GOFF, ANNE-LISE, 1.0",
        "le  goff, Anne Lise, 1.0",
        "Le Goff, zoe, 0.95",
        "d’arc, ANNE-LISE, 0.9",
        "LE GOF, ANNE-LISE, 0.8",
        "EL GOFF, ANNE-LISE, 0.8",
        "LE GOFFF, ANNE-LISE, 0.8",
        "LE GOFE, ANNE-LISE, 0.8",
        "LE GOFF, ANNE-LIZE, 0.8",
        "D'ARK, ANNE-LISE, 0.72",
    })
    void nameIsFoundHoweverItIsWritten(String birthName, String givenName, double score) {
        Ins ins = bench.register(identity("LE GOFF", "D'ARC", BORN, Sex.F, "2A004", "ANNE-LISE", "ZOÉ"), Contacts.NONE);
        Found found = bench.find(traits(birthName, givenName));
        assertThat(bench.patients(found)).containsExactly(ins);
        assertThat(scores(found)).containsExactly(score);
        assertThat(found.truncated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "COEURET, Cœuret",
        "Lætitia-Æsa, LAETITIA AESA",
        "Strauss, STRAUß",
        "Łukasz, LUKASZ",
        "HÉLÈNE, HELENE",
        "Nguyên, N'GUYEN"
    })
    void lettersWithMarksAreFoundWithoutThemAndTheOtherWayRound(String registered, String asked) {
        Ins ins = bench.register(registered, "ÉLOÏSE");
        assertThat(bench.patients(bench.find(traits(asked, "eloise")))).containsExactly(ins);
    }

    @Test
    void dayAndMonthTheWrongWayRoundAreFoundForLess() {
        Ins ins = bench.register("ROY", "JULIE");
        Found found = bench.find(traits("ROY", "JULIE", LocalDate.of(1979, 8, 3)));
        assertThat(bench.patients(found)).containsExactly(ins);
        assertThat(scores(found)).containsExactly(0.8);
    }

    @Test
    void anyOtherTraitThatIsWrongFindsNobody() {
        bench.register("ROY", "JULIE");
        assertThat(bench.find(traits("ROYER", "JULIE")).matched()).isZero();
        assertThat(bench.find(traits("ROY", "MARIE")).matched()).isZero();
        assertThat(bench.find(traits("ROY", "JULIE", BORN.plusDays(1))).matched())
                .isZero();
        assertThat(bench.find(traits("R_Y", "JULIE")).matched()).isZero();
        assertThat(bench.find(traits("R%Y", "JULIE")).matched()).isZero();
    }

    @Test
    void sexAndBirthPlaceNarrow() {
        Ins here = bench.register(identity("ROY", null, BORN, Sex.F, "44109", "CAMILLE"), Contacts.NONE);
        Ins there = bench.register(identity("ROY", null, BORN, Sex.M, "20004", "CAMILLE"), Contacts.NONE);
        Ins unknown = bench.register(identity("ROY", null, BORN, Sex.U, null, "CAMILLE"), Contacts.NONE);
        assertThat(bench.patients(bench.find(traits("ROY", "CAMILLE"))))
                .containsExactlyInAnyOrder(here, there, unknown);
        assertThat(bench.patients(bench.find(new Traits("ROY", null, "CAMILLE", BORN, Sex.M, null))))
                .containsExactlyInAnyOrder(there, unknown);
        assertThat(bench.patients(bench.find(new Traits("ROY", null, "CAMILLE", BORN, null, "2A004"))))
                .containsExactlyInAnyOrder(there, unknown);
    }

    @Test
    void twinsAreBothShownAndTheOneNamedComesFirst() {
        Ins julien = bench.register(identity("ROY", null, BORN, Sex.M, "44109", "JULIEN"), Contacts.NONE);
        Ins julie = bench.register("ROY", "JULIE");
        Found found = bench.find(traits("ROY", "JULIE"));
        assertThat(bench.patients(found)).containsExactly(julie, julien);
        assertThat(scores(found)).containsExactly(1.0, 0.8);
    }

    @Test
    void homonymsBornOnOneDayAreAllShownAlike() {
        Ins one = bench.register("MARTIN", "MARIE");
        Ins other = bench.register("MARTIN", "MARIE", "ANNE");
        Found found = bench.find(traits("MARTIN", "MARIE"));
        assertThat(bench.patients(found)).containsExactlyInAnyOrder(one, other);
        assertThat(scores(found)).containsExactly(1.0, 1.0);
    }

    @Test
    void fiveAreShownAndSixAreTooMany() {
        for (int i = 0; i < 5; i++) {
            bench.register("MARTIN", "MARIE");
        }
        Found five = bench.find(traits("MARTIN", "MARIE"));
        assertThat(five.candidates()).hasSize(5);
        assertThat(five.truncated()).isFalse();
        bench.register("MARTIN", "MARIE");
        Found six = bench.find(traits("MARTIN", "MARIE"));
        assertThat(six.candidates()).isEmpty();
        assertThat(six.truncated()).isTrue();
    }

    @Test
    void whatAPatientDecidedDoesNotHideThemAndDeathDoes() {
        PatientRights opposed = new PatientRights(true, true, false, Set.of(SearchBench.REGULATOR.id()));
        bench.register(identity("ROY", null, BORN, Sex.F, null, "A"), Contacts.NONE, RecordStatus.OPEN, false, opposed);
        for (RecordStatus status : List.of(RecordStatus.NONE, RecordStatus.CLOSED)) {
            bench.register(
                    identity("ROY", null, BORN, Sex.F, null, "A"), Contacts.NONE, status, false, PatientRights.NONE);
        }
        bench.register(
                identity("ROY", null, BORN, Sex.F, null, "A"),
                Contacts.NONE,
                RecordStatus.OPEN,
                true,
                PatientRights.NONE);
        assertThat(bench.find(traits("ROY", "A")).matched()).isEqualTo(3);
    }

    @Test
    void correctedIdentityIsFoundByItsNewTraitsOnly() {
        Ins ins = bench.register("ROY", "JULIE");
        bench.rows("update patient set birth_name = 'DUPRÉ', used_name = 'ROI', birth_date = '1980-01-02' where true");
        assertThat(bench.find(traits("ROY", "JULIE")).matched()).isZero();
        LocalDate corrected = LocalDate.of(1980, 1, 2);
        assertThat(bench.patients(bench.find(traits("dupre", "JULIE", corrected))))
                .containsExactly(ins);
        assertThat(bench.patients(bench.find(traits("ROI", "JULIE", corrected))))
                .containsExactly(ins);
    }
}
