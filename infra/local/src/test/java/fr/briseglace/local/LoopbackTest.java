package fr.briseglace.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackTest {
    /** What the system gives to callers on its own, here and elsewhere. */
    private static final int CALLERS = 32_768;

    @Test
    void noCallerTakesThePortOfAServerThatHasNotStartedYet() {
        assertThat(IntStream.range(0, 200).map(unused -> Loopback.port(0)))
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(1_024, CALLERS - 1));
    }

    @Test
    void aPortThatIsWantedIsTaken() {
        assertThat(Loopback.port(8443)).isEqualTo(8443);
    }
}
