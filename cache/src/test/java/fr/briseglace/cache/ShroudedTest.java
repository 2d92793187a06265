package fr.briseglace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShroudedTest {
    private static final byte[] CLEAR = "Jeanne Exemple, 1954".getBytes(StandardCharsets.UTF_8);

    @Property(tries = 200)
    void whateverIsShroudedComesBack(@ForAll byte[] bytes) {
        Shrouded shrouded = Shrouded.of(bytes);
        assertThat(shrouded.clear()).isEqualTo(bytes);
        assertThat(shrouded.clear()).as("again").isEqualTo(bytes);
        assertThat(shrouded.length()).isEqualTo(bytes.length);
    }

    @Test
    void whatIsHeldIsNotWhatWasGiven() throws ReflectiveOperationException {
        byte[] given = CLEAR.clone();
        Shrouded shrouded = Shrouded.of(given);
        assertThat(held(shrouded)).hasSameSizeAs(CLEAR).isNotEqualTo(CLEAR);
        Arrays.fill(given, (byte) 0);
        assertThat(shrouded.clear()).isEqualTo(CLEAR);
    }

    @Test
    void sameBytesNeverLookTheSameTwice() throws ReflectiveOperationException {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(Arrays.toString(held(Shrouded.of(CLEAR))));
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void itsTextShowsNothing() {
        assertThat(Shrouded.of(CLEAR)).hasToString("Shrouded[" + CLEAR.length + "]");
    }

    private static byte[] held(Shrouded shrouded) throws ReflectiveOperationException {
        Field bytes = Shrouded.class.getDeclaredField("bytes");
        bytes.setAccessible(true);
        return (byte[]) bytes.get(shrouded);
    }
}
