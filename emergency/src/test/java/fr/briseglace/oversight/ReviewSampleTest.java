package fr.briseglace.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cache.KeyRing;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewSampleTest {
    private static ReviewSample keyed(int key) {
        byte[] naming = new byte[KeyRing.SECRET_BYTES];
        naming[0] = (byte) key;
        KeyRing ring =
                KeyRing.of(naming, List.of(new KeyRing.Key(0, new byte[KeyRing.SECRET_BYTES])), new SecureRandom());
        return new ReviewSample(text -> ring.name("", text));
    }

    private static List<UUID> ids() {
        Random random = new Random(5);
        return random.longs(40_000)
                .mapToObj(n -> new UUID(n, random.nextLong()))
                .toList();
    }

    @Test
    void oneInTwentyIsDrawnAndTheSameEveryTime() {
        List<UUID> drawn = ids().stream().filter(keyed(1)::draws).toList();
        // Four standard deviations of 40,000 draws of one in twenty are 175.
        assertThat(drawn.size()).isBetween(2_000 - 175, 2_000 + 175);
        assertThat(ids().stream().filter(keyed(1)::draws).toList()).isEqualTo(drawn);
    }

    @Test
    void whoeverHasAnotherKeyDrawsOthers() {
        List<UUID> drawn = ids().stream().filter(keyed(1)::draws).toList();
        // As by chance: one in twenty of them.
        assertThat(drawn.stream().filter(keyed(2)::draws).count()).isBetween(50L, 155L);
    }
}
