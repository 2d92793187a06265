package fr.briseglace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed or scanned, reading answers with an identity or a fault, and never throws. */
class IdentityFuzzTest {
    private static final String MATRICULE = "279035121518989";
    private static final String SYMBOL = "IS01000000S1" + MATRICULE + "S2" + Ins.TEST
            + "\u001DS3DOMINIQUE MARIE-LOUISE\u001DS4PAT-TROIS\u001DS5FS628-03-1979S751215";
    private static final List<String> PIECES = List.of(
            "S1",
            "S2",
            "S3",
            "S4",
            "S5",
            "S6",
            "S7",
            "S8",
            "S0",
            "\u001D",
            "\u001E",
            "\u0000",
            "00-00-0000",
            "99",
            "-",
            "2A",
            "2B",
            "A",
            "١",
            "\uD800",
            "é",
            "",
            "S1S2S3");

    private static void isAnswered(String content) {
        DatamatrixReading reading = InsDatamatrix.read(content);
        assertThat(reading).isInstanceOfAny(InsDatamatrix.class, InsFault.class);
        assertThat(reading.toString()).doesNotContain("2790", "PAT-TROIS");
    }

    @Property(tries = 10_000)
    void anyTextIsAMatriculeOrAFault(@ForAll String text, @ForAll("authorities") String oid) {
        assertThat(Ins.read(text, oid)).isInstanceOfAny(Ins.class, InsFault.class);
    }

    @Property(tries = 12_000)
    void aDamagedMatriculeIsAMatriculeOrAFault(
            @ForAll @IntRange(max = 15) int from,
            @ForAll @IntRange(max = 4) int length,
            @ForAll("pieces") String piece) {
        String damaged = damaged(MATRICULE, from, length, piece);
        if (Ins.read(damaged, Ins.TEST) instanceof Ins ins) {
            assertThat(Ins.key(ins.value()))
                    .isEqualTo(Integer.parseInt(ins.value().substring(13)));
        }
    }

    @Property(tries = 6_000)
    void anyTextIsASymbolOrAFault(@ForAll String text) {
        isAnswered(text);
    }

    @Property(tries = 16_000)
    void aDamagedSymbolIsASymbolOrAFault(
            @ForAll @IntRange(max = 200) int from,
            @ForAll @IntRange(max = 20) int length,
            @ForAll("pieces") String piece) {
        isAnswered(damaged(SYMBOL, from, length, piece));
    }

    @Property(tries = 4_000)
    void anyNameFoldsToLettersAndDigits(@ForAll String name) {
        assertThat(FoldedName.of(name).key()).matches("[A-Z0-9]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "S1", "S3", "S1279035121518989", "\u001D", "S3 \u001D", "S4é", "0"})
    void aLongTextKeepsNobodyWaiting(String part) {
        String content = part.repeat(200_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> isAnswered(content));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Ins.read(content, Ins.TEST));
    }

    private static String damaged(String sound, int from, int length, String piece) {
        int start = from % (sound.length() + 1);
        return sound.substring(0, start) + piece + sound.substring(Math.min(sound.length(), start + length));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    @Provide
    Arbitrary<String> authorities() {
        return Arbitraries.oneOf(Arbitraries.of(Ins.NIR, Ins.NIA, Ins.TEST, Ins.DEMO), Arbitraries.strings());
    }
}
