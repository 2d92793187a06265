package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResidenceTest {
    @ParameterizedTest
    @CsvSource({
        "44000 NANTES, Europe/Paris",
        "20000 AJACCIO, Europe/Paris",
        "97110 POINTE-A-PITRE, America/Guadeloupe",
        "97200 FORT-DE-FRANCE, America/Martinique",
        "97300 CAYENNE, America/Cayenne",
        "97400 SAINT-DENIS, Indian/Reunion",
        "97500 SAINT-PIERRE, America/Miquelon",
        "97600 MAMOUDZOU, Indian/Mayotte",
        "97700 SAINT-BARTHELEMY, America/St_Barthelemy",
        "97800 SAINT-MARTIN, America/Marigot",
        "98600 UVEA, Pacific/Wallis",
        "98714 PAPEETE, Pacific/Tahiti",
        "98800 NOUMEA, Pacific/Noumea",
        "98000 MONACO, Europe/Paris"
    })
    void overseasHaveTheirOwnTime(String line, String zone) {
        assertThat(Residence.zone(List.of("3 rue du Port", line, "FRANCE"))).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void nobodyKnowsWhereMeansParis() {
        assertThat(Residence.zone(List.of())).isEqualTo(NoticeFacts.PARIS);
        assertThat(Residence.zone(List.of("97400", "974000 X", "rue 97400 Y"))).isEqualTo(NoticeFacts.PARIS);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyZoneHasItsNameInEveryLanguage(Language language) {
        for (int department = 970; department < 990; department++) {
            NoticeFacts facts = new NoticeFacts(
                    "Dr Anne REGUL",
                    "doctor",
                    "SAMU 974",
                    fr.briseglace.law.AccessMode.CENTRE_15,
                    Instant.parse("2026-07-01T22:07:00Z"),
                    false,
                    language,
                    Residence.zone(List.of(department + "00 X")));
            assertThat(WordingTest.WORDING.of(facts, new Audience.Holder()).text())
                    .contains(language == Language.FR ? "(heure de " : " time)");
        }
    }
}
