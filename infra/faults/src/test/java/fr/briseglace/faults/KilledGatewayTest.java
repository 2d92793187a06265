package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Gateways that die without a word at random instants, in turn, each while all the load is its own or comes back to the
 * other: {@code -Dfaults.kills} says how often, {@code -Dfaults.seed} makes the instants of a run that failed again.
 */
@InWorld
class KilledGatewayTest {
    private static final int KILLS = Integer.getInteger("faults.kills", 50);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    /** After the other has come back, at the latest. */
    private static final Duration LATEST = Duration.ofMillis(600);
    /** How many are answered is the balancer's affair, and the machine's; but of nothing nothing would be shown. */
    private static final double HALF = 0.5;

    private final World world;

    KilledGatewayTest(World world) {
        this.world = world;
    }

    @Test
    void takesNothingAlong() throws Exception {
        Bout.Findings found = Bout.sparsely(world, "gateway killed, %d times".formatted(KILLS), this::killInTurn);
        assertThatCode(() -> found.holds(HALF))
                .as("again with -Dfaults.kills=%d -Dfaults.seed=%d", KILLS, SEED)
                .doesNotThrowAnyException();
    }

    private void killInTurn() throws IOException {
        Random random = new Random(SEED);
        List<Node> nodes = world.nodes();
        for (int i = 0; i < KILLS; i++) {
            Node victim = nodes.get(i % nodes.size());
            nodes.get((i + 1) % nodes.size()).awaitReady();
            Patience.run(Duration.ofNanos(random.nextLong(LATEST.toNanos())));
            victim.kill();
            victim.launch();
        }
    }
}
