package fr.briseglace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TongueTest {
    @Test
    void frenchUnlessAskedOtherwise() {
        assertThat(Tongue.of(null)).isEqualTo(Tongue.FRENCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "en-GB", "en-US,en;q=0.5", "de, en;q=0.5", "fr;q=0.2, en;q=0.9", "it,en-GB,fr"})
    void englishWhereItIsPreferred(String header) {
        assertThat(Tongue.of(header)).isEqualTo(Tongue.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fr",
                "fr-CA",
                "de",
                "*",
                "fr, en",
                "en;q=0.2, fr;q=0.9",
                "en;q=0",
                "de, en;q=0",
                "en;q=9",
                "en;q=x",
                ";;;",
                "-",
                "é",
                "english"
            })
    void frenchOtherwise(String header) {
        assertThat(Tongue.of(header)).isEqualTo(Tongue.FRENCH);
    }

    @Test
    void headerOfUnreasonableLengthIsNotRead() {
        assertThat(Tongue.of("en," + "x".repeat(200))).isEqualTo(Tongue.FRENCH);
    }

    @Property
    void anyHeaderHasAnAnswer(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = 'a', to = 'z')
                    @Chars({',', ';', '=', 'q', '-', '*', '.', '0', '1', ' ', '\t'})
                    String header) {
        assertThat(Tongue.of(header)).isNotNull();
    }
}
