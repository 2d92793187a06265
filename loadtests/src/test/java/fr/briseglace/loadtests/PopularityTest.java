package fr.briseglace.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PopularityTest {
    private static final int DRAWS = 100_000;

    private static double[] shares(int count, double exponent) {
        Popularity popularity = new Popularity(count, exponent);
        Random random = new Random(1);
        double[] shares = new double[count];
        for (int i = 0; i < DRAWS; i++) {
            shares[popularity.next(random)] += 1.0 / DRAWS;
        }
        return shares;
    }

    @Test
    void theSecondIsAskedForHalfAsOftenAsTheFirst() {
        double[] shares = shares(100, 1);
        assertThat(shares[0]).isCloseTo(0.193, within(0.01));
        assertThat(shares[1] / shares[0]).isCloseTo(0.5, within(0.03));
        assertThat(shares[9] / shares[0]).isCloseTo(0.1, within(0.02));
    }

    @Test
    void withoutAnExponentAllAreAlike() {
        assertThat(Arrays.stream(shares(10, 0)).boxed()).allMatch(share -> Math.abs(share - 0.1) < 0.01);
    }

    @Property
    void whoeverIsAskedForExists(
            @ForAll @IntRange(min = 1, max = 1_000) int count,
            @ForAll @DoubleRange(min = 0, max = 3) double exponent,
            @ForAll Random random) {
        assertThat(new Popularity(count, exponent).next(random)).isBetween(0, count - 1);
    }

    @Test
    void nobodyIsNotAPopulation() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Popularity(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Popularity(1, -1));
    }
}
