package fr.briseglace.notice;

import static fr.briseglace.notice.People.EMAIL;
import static fr.briseglace.notice.People.GP;
import static fr.briseglace.notice.People.MOBILE;
import static fr.briseglace.notice.People.PARENT_INS;
import static fr.briseglace.notice.People.TODAY;
import static fr.briseglace.notice.People.adult;
import static fr.briseglace.notice.People.aged;
import static fr.briseglace.notice.People.ward;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Representative;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told is decided on the day of what they are told of, not on that of the reading. */
class AddresseesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant BEFORE = midnight(TODAY, PARIS).minusSeconds(1);

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Representative parent(Contacts contacts, @Nullable LocalDate until) {
        return new Representative("Camille PARENT", PARENT_INS, contacts, until);
    }

    private static Addressees readBefore(PatientFile file, Instant read) {
        return Addressees.of(file, read, (then, day) -> Recipients.of(then, GP, day, false));
    }

    private static List<Kind> kinds(Addressees addressees, Instant at) {
        return addressees.at(at).stream()
                .map(Recipient::kind)
                .filter(kind -> kind != Kind.GP)
                .toList();
    }

    @Test
    void representativeIsToldUntilTheEndOfTheLastDayInFrance() {
        Addressees told = readBefore(ward(EMAIL, parent(MOBILE, TODAY.minusDays(1))), BEFORE.minusSeconds(1_800));
        assertThat(kinds(told, BEFORE)).containsExactly(Kind.REPRESENTATIVE);
        assertThat(kinds(told, BEFORE.plusSeconds(1))).containsExactly(Kind.PATIENT);
    }

    @Test
    void eachRepresentativeHasAnEndOfTheirOwn() {
        Representative first = parent(MOBILE, TODAY.minusDays(1));
        Representative second = new Representative("Luc SECOND", null, EMAIL, TODAY);
        Addressees told = readBefore(ward(Contacts.NONE, first, second), BEFORE);
        assertThat(told.at(BEFORE)).extracting(Recipient::name).contains("Camille PARENT", "Luc SECOND");
        assertThat(told.at(midnight(TODAY, PARIS)))
                .extracting(Recipient::name)
                .contains("Luc SECOND")
                .doesNotContain("Camille PARENT");
        assertThat(kinds(told, midnight(TODAY.plusDays(1), PARIS))).containsExactly(Kind.PATIENT);
    }

    @Test
    void mandateThatEndedInFranceHasEndedOverseas() {
        Contacts tahiti = new Contacts(false, "a@courriel.example", null, List.of("BP 1", "98713 PAPEETE"));
        Addressees told = readBefore(ward(tahiti, parent(MOBILE, TODAY.minusDays(1))), BEFORE);
        assertThat(kinds(told, BEFORE)).containsExactly(Kind.REPRESENTATIVE);
        assertThat(kinds(told, midnight(TODAY, PARIS))).containsExactly(Kind.PATIENT);
    }

    @ParameterizedTest
    @CsvSource({"16, 'REPRESENTATIVE', 'REPRESENTATIVE PATIENT'", "18, 'REPRESENTATIVE PATIENT', 'PATIENT'"})
    void minorComesOfAgeAtMidnight(int age, String before, String after) {
        Addressees told = readBefore(aged(age, EMAIL, parent(MOBILE, null)), BEFORE.minusSeconds(1_800));
        assertThat(kinds(told, BEFORE)).containsExactlyElementsOf(kinds(before));
        assertThat(kinds(told, BEFORE.plusSeconds(1))).containsExactlyElementsOf(kinds(after));
    }

    private static List<Kind> kinds(String words) {
        return List.of(words.split(" ")).stream().map(Kind::valueOf).toList();
    }

    @Test
    void minorComesOfAgeAtMidnightAtHome() {
        Contacts reunion = new Contacts(false, "a@courriel.example", null, List.of("97400 SAINT-DENIS"));
        ZoneId home = ZoneId.of("Indian/Reunion");
        Addressees told = readBefore(
                aged(18, reunion, parent(MOBILE, null)), midnight(TODAY, home).minusSeconds(60));
        assertThat(kinds(told, midnight(TODAY, home).minusSeconds(1))).contains(Kind.REPRESENTATIVE);
        assertThat(kinds(told, midnight(TODAY, home))).containsExactly(Kind.PATIENT);
    }

    @Test
    void minorWhoseRepresentativeHasLostTheMandateIsToldAlone() {
        Addressees told = readBefore(aged(9, EMAIL, parent(MOBILE, TODAY.minusDays(1))), BEFORE);
        assertThat(kinds(told, BEFORE.plusSeconds(1))).containsExactly(Kind.PATIENT);
    }

    @Test
    void refusalsAreToldToThoseInOfficeToo() {
        Addressees told = Addressees.of(
                ward(EMAIL, parent(MOBILE, TODAY.minusDays(1))),
                BEFORE,
                (then, day) -> Recipients.ofRefusal(then, day, false, "dpo@example.org"));
        assertThat(kinds(told, BEFORE)).containsExactly(Kind.REPRESENTATIVE, Kind.PRIVACY_OFFICER);
        assertThat(kinds(told, BEFORE.plusSeconds(1))).containsExactly(Kind.PATIENT, Kind.PRIVACY_OFFICER);
    }

    @Test
    void nothingIsKeptOfWhatDoesNotChange() {
        assertThat(readBefore(adult(EMAIL), BEFORE).turns()).hasSize(1);
        assertThat(readBefore(adult(EMAIL), BEFORE).at(Instant.EPOCH)).isNotEmpty();
        assertThat(Addressees.NOBODY.at(BEFORE)).isEmpty();
    }
}
