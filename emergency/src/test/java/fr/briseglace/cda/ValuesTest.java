package fr.briseglace.cda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.summary.Answer;
import fr.briseglace.summary.ClinicalItem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private static ClinicalItem only(String code, String text, String entry) {
        List<ClinicalItem> items = Cda.items(Cda.section(code, "Titre", text, entry));
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<value xsi:type=\"ST\">trace</value> | trace",
                "<value xsi:type=\"ED\">&lt;1.0 mg/L</value> | <1.0 mg/L",
                "<value xsi:type=\"CD\" code=\"1\" codeSystem=\"2\" displayName=\"positif\"/> | positif",
                "<value xsi:type=\"RTO_PQ_PQ\"><numerator value=\"1\" unit=\"mg\"/><denominator value=\"2\" unit=\"mL\"/></value>"
                        + " | 1 mg par 2 mL",
                "<value xsi:type=\"IVL_PQ\"><low value=\"2\"/><high value=\"4\"/></value> | 2 à 4",
                "<value xsi:type=\"TS\" value=\"20260301\"/> | 01/03/2026"
            })
    void valuesOfEveryTypeAreSaid(String value, String words) {
        assertThat(only("30954-2", "", Cda.observation("1-8", Cda.LOINC, "Examen", value))
                        .detail())
                .contains(words);
    }

    @Test
    void anEnormousExponentIsWordsAndNotANumber() {
        ClinicalItem item = only(
                "30954-2",
                "",
                Cda.observation("1-8", Cda.LOINC, "Examen", "<value xsi:type=\"PQ\" value=\"1e999999999\"/>"));
        assertThat(item.value()).isNull();
        assertThat(item.detail()).contains("1e999999999");
    }

    @Test
    void aDirectiveIsAnAnswerAndAnEmptyAnswerIsNone() {
        String yes = Cda.observation("75779-9", Cda.LOINC, "Réanimation", "<value xsi:type=\"BL\" value=\"false\"/>");
        String silent =
                Cda.observation("75779-9", Cda.LOINC, "Réanimation", "<value xsi:type=\"BL\" nullFlavor=\"UNK\"/>");
        assertThat(only("42348-3", "", yes).value()).isEqualTo(new Answer(false));
        assertThat(only("42348-3", "", silent).value()).isNull();
    }
}
