package fr.briseglace.gateway.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places();

    @Property
    void noEmergencyIsTurnedAwayForWhatIsLessUrgent(
            @ForAll List<Partition> partitions,
            @ForAll List<Boolean> comings,
            @ForAll @IntRange(min = 1, max = 20) int limit) {
        Places any = new Places();
        for (int i = 0; i < Math.min(partitions.size(), comings.size()); i++) {
            Partition partition = partitions.get(i);
            if (!comings.get(i)) {
                if (any.taken(partition) > 0) {
                    any.giveBack(partition);
                }
                continue;
            }
            int emergencies = any.taken(Partition.EMERGENCY);
            int before = any.taken(partition);
            boolean taken = any.take(partition, limit);
            assertThat(any.taken(partition)).isEqualTo(taken ? before + 1 : before);
            if (partition == Partition.EMERGENCY) {
                assertThat(taken).isEqualTo(emergencies < limit);
            }
        }
    }

    @Test
    void theLessUrgentItIsTheSoonerItIsTurnedAway() {
        assertThat(fill(Partition.CONSOLE)).isEqualTo(5);
        assertThat(fill(Partition.SEARCH)).isEqualTo(7);
        assertThat(fill(Partition.EMERGENCY)).isEqualTo(10);
        assertThat(places.take(Partition.SEARCH, 10)).isFalse();
        places.giveBack(Partition.CONSOLE);
        assertThat(places.take(Partition.CONSOLE, 10)).isFalse();
    }

    @Test
    void eachPartitionKeepsOnePlace() {
        fill(Partition.EMERGENCY);
        assertThat(fill(Partition.SEARCH)).isEqualTo(1);
        assertThat(fill(Partition.CONSOLE)).isEqualTo(1);
    }

    @Test
    void limitThatShrinksTurnsAwayUntilThereIsRoomAgain() {
        fill(Partition.EMERGENCY);
        assertThat(places.take(Partition.EMERGENCY, 5)).isFalse();
        for (int i = 0; i < 6; i++) {
            places.giveBack(Partition.EMERGENCY);
        }
        assertThat(places.take(Partition.EMERGENCY, 5)).isTrue();
        assertThat(places.take(Partition.EMERGENCY, 5)).isFalse();
    }

    private int fill(Partition partition) {
        int taken = 0;
        while (places.take(partition, 10)) {
            taken++;
        }
        return taken;
    }
}
