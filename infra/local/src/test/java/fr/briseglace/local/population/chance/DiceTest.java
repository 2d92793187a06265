package fr.briseglace.local.population.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 20).boxed().toList();

    @Property
    void theSameSeedIndexAndPurposeGiveTheSameDraws(@ForAll long seed, @ForAll long index, @ForAll String purpose) {
        assertThat(Dice.of(seed, index, purpose).uuid())
                .isEqualTo(Dice.of(seed, index, purpose).uuid());
    }

    @Test
    void neighbouringIndexesAndOtherPurposesDrawOtherwise() {
        Set<String> drawn = new HashSet<>();
        for (int index = 0; index < 1_000; index++) {
            drawn.add(Dice.of(1, index, "one").uuid());
            drawn.add(Dice.of(1, index, "two").uuid());
        }
        assertThat(drawn).hasSize(2_000);
    }

    @Property
    void aPickHasSoManyDifferentOnesInOrder(@ForAll long seed, @ForAll @IntRange(max = 25) int count) {
        assertThat(Dice.of(seed, 0, "pick").pick(NUMBERS, count))
                .hasSize(Math.min(count, NUMBERS.size()))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
