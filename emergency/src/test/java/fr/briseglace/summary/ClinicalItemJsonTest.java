package fr.briseglace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicalItemJsonTest {
    @Property
    void whatIsWrittenIsReadAgain(@ForAll("items") ClinicalItem item) {
        assertThat(ClinicalItemJson.read(ClinicalItemJson.write(item))).isEqualTo(item);
    }

    @Provide
    Arbitrary<ClinicalItem> items() {
        Arbitrary<String> words = Arbitraries.strings().ofMinLength(1).filter(text -> !text.isBlank());
        Arbitrary<List<Coding>> codings = Combinators.combine(words, words, words.injectNull(0.3))
                .as(Coding::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<@Nullable ClinicalDate> dates = Arbitraries.of(
                        "2019", "2019-08", "2019-08-11", "2019-08-11T09:49:14+02:00")
                .map(ClinicalDate::new)
                .injectNull(0.4);
        Arbitrary<ItemValue> measures = Combinators.combine(
                        Arbitraries.bigDecimals().between(new BigDecimal("-1e6"), new BigDecimal("1e6")),
                        words.injectNull(0.5))
                .as(Measure::new);
        Arbitrary<@Nullable ItemValue> values = Arbitraries.oneOf(
                        measures, Arbitraries.of(true, false).map(Answer::new))
                .injectNull(0.3);
        Arbitrary<@Nullable ItemStatus> statuses =
                Arbitraries.of(ItemStatus.class).injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.of(SectionKind.class),
                        words,
                        codings,
                        codings,
                        statuses,
                        dates,
                        words.injectNull(0.4),
                        values)
                .as((section, label, codes, traits, status, date, detail, value) -> new ClinicalItem(
                        section,
                        label,
                        codes,
                        traits,
                        codes,
                        status,
                        date,
                        date,
                        detail,
                        detail,
                        value,
                        label.length() % 2 == 0));
    }

    @Test
    void zerosOfANumberSurvive() {
        ClinicalItem item =
                Facts.valued(Facts.item(SectionKind.RESULTS, "TSH"), new Measure(new BigDecimal("1.950"), "mU/L"));
        assertThat(ClinicalItemJson.read(ClinicalItemJson.write(item)).value())
                .isEqualTo(new Measure(new BigDecimal("1.950"), "mU/L"));
    }

    @Test
    void fieldsOfALaterReleaseAreSkipped() {
        assertThat(ClinicalItemJson.read("{\"later\":{\"a\":[1]},\"label\":\"x\",\"section\":\"alerts\"}"))
                .isEqualTo(Facts.item(SectionKind.ALERTS, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"label\":\"x\"}",
                "{\"label\":\"secret\",\"section\":\"nowhere\"}",
                "{\"label\":"
            })
    void whatIsNoItemIsRefusedWithoutQuotingIt(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClinicalItemJson.read(json))
                .withMessage("not a stored item");
    }
}
