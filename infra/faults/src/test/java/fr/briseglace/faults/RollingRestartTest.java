package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.local.pki.LocalStructure;
import io.vertx.core.http.HttpVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every node is stopped as an orchestrator stops it, and started again, one after the other: no request is lost. */
@InWorld
class RollingRestartTest {
    private static final int TERMINATED = 128 + 15;

    private final World world;

    RollingRestartTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void losesNoRequest(HttpVersion version) throws Exception {
        try (Client client = new Client(world.vertx(), world.pki(), LocalStructure.SAMU_44, version)) {
            Bout.Findings found =
                    Bout.strictly(world, "rolling restart, " + version.alpnName(), client, this::restartAll);
            assertThat(found.log().asked())
                    .as("not answered")
                    .filteredOn(asked -> asked.status() == 0)
                    .isEmpty();
            found.holds(1);
        }
    }

    private void restartAll() throws Exception {
        for (Node node : world.nodes()) {
            node.signal("TERM");
            assertThat(node.awaitEnd()).isEqualTo(TERMINATED);
            node.start();
        }
    }
}
