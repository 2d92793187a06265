package fr.briseglace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BlockRandomTest {
    /** Counts up, eight bytes at a time, so that what is given twice would show. */
    private static final class Counting implements RandomGenerator {
        private long next = 1;

        @Override
        public long nextLong() {
            return next++;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.remaining() >= Long.BYTES) {
                buffer.putLong(nextLong());
            }
        }
    }

    @Test
    void givesTheSourcesBytesInOrder() {
        BlockRandom random = new BlockRandom(new Counting());
        for (long i = 1; i <= 2_000; i++) {
            assertThat(random.nextLong()).isEqualTo(i);
        }
    }

    @Property
    void neverGivesTheSameBytesTwice(@ForAll @Size(max = 300) List<@IntRange(min = 1, max = 20) Integer> longs) {
        BlockRandom random = new BlockRandom(new Counting());
        long last = 0;
        for (int count : longs) {
            byte[] bytes = new byte[count * Long.BYTES];
            random.nextBytes(bytes);
            ByteBuffer given = ByteBuffer.wrap(bytes);
            while (given.hasRemaining()) {
                long value = given.getLong();
                assertThat(value).isGreaterThan(last);
                last = value;
            }
        }
    }

    @Test
    void asksTheSourceItselfForMoreThanABlock() {
        byte[] bytes = new byte[10_000];
        new BlockRandom(new Counting()).nextBytes(bytes);
        assertThat(ByteBuffer.wrap(bytes).getLong(9_992)).isEqualTo(1_250);
    }
}
