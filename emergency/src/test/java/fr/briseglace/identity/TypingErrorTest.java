package fr.briseglace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypingErrorTest {
    @ParameterizedTest
    @CsvSource({
        "MARTIN, MARTINS, true",
        "MARTIN, MRTIN, true",
        "MARTIN, MARTEN, true",
        "MARTIN, MATRIN, true",
        "MARTIN, AMRTIN, true",
        "MARTIN, MARTNI, true",
        "LEA, LEO, true",
        "MARTIN, MARTIN, false",
        "MARTIN, MARITIMN, false",
        "MARTIN, NITRAM, false",
        "MARTIN, RMATNI, false",
        "LY, LI, false",
        "LEA, LE, false",
    })
    void oneSlipIsForgivenInANameOfThreeLettersOrMore(String one, String other, boolean forgiven) {
        assertThat(TypingError.between(one, other)).isEqualTo(forgiven);
    }

    /** Few letters, so that slips, and slips that cancel each other, come by themselves. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars('A', 'B').ofMaxLength(7);
    }

    @Property
    void slipsGoBothWays(@ForAll("words") String one, @ForAll("words") String other) {
        assertThat(TypingError.between(one, other)).isEqualTo(TypingError.between(other, one));
    }

    @Property
    void patternsAreTheWordAndExactlyThoseOneSlipAway(@ForAll("words") String one, @ForAll("words") String other) {
        boolean matched = TypingError.patterns(one).stream()
                .anyMatch(pattern -> Pattern.matches(pattern.replace('_', '.'), other));
        assertThat(matched).isEqualTo(one.equals(other) || TypingError.between(one, other));
    }

    @Property
    void slipIsDamerausDistanceOne(@ForAll("words") String one, @ForAll("words") String other) {
        boolean longEnough = Math.min(one.length(), other.length()) >= TypingError.SHORTEST;
        assertThat(TypingError.between(one, other)).isEqualTo(longEnough && distance(one, other) == 1);
    }

    /** The textbook's table, to hold the short cut against. */
    private static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + wrong, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }
}
