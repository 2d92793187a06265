package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Gateways that die without a word at random instants, in turn, each while all the load is its own or comes back to it,
 * and once more while it starts: {@code -Dfaults.kills} says how often, {@code -Dfaults.seed} makes the instants of a run that failed again.
 */
@InWorld
class KilledGatewayTest {
    private static final int KILLS = Integer.getInteger("faults.kills", 50);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    /** After the other has come back, at the latest. */
    private static final Duration LATEST = Duration.ofMillis(600);
    /** About as long as a gateway takes to start beside load. */
    private static final Duration START = Duration.ofSeconds(4);
    /** A machine of two processors that starts gateways all the time may leave a few requests unanswered. */
    private static final double NEARLY_ALL = 0.99;

    private final World world;

    KilledGatewayTest(World world) {
        this.world = world;
    }

    @Test
    void takesNothingAlong() throws Exception {
        Bout.Findings found = Bout.sparsely(world, "gateway killed, %d times".formatted(KILLS), this::killInTurn);
        assertThatCode(() -> found.holds(NEARLY_ALL))
                .as("again with -Dfaults.kills=%d -Dfaults.seed=%d", KILLS, SEED)
                .doesNotThrowAnyException();
    }

    private void killInTurn() throws IOException {
        Random random = new Random(SEED);
        List<Node> nodes = world.nodes();
        for (int i = 0; i < KILLS; i++) {
            Node victim = nodes.get(i / 2 % nodes.size());
            if (i % 2 == 0) {
                nodes.get((i / 2 + 1) % nodes.size()).awaitReady();
            }
            Duration most = i % 2 == 0 ? LATEST : START;
            Patience.run(Duration.ofNanos(random.nextLong(most.toNanos())));
            victim.kill();
            victim.launch();
        }
    }
}
