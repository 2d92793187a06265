package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that cannot listen ends, and says why in a sentence. */
@InWorld
class TakenPortTest {
    private final World world;

    TakenPortTest(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"public.port", "ops.port"})
    void nodeWhosePortIsTakenEndsAndSaysSo(String setting) throws IOException {
        try (Node late = world.another("late");
                ServerSocket taken = new ServerSocket(
                        setting.equals("ops.port") ? late.operations() : late.port(),
                        1,
                        InetAddress.getLoopbackAddress())) {
            late.launch();
            assertThat(late.awaitEnd()).isEqualTo(1);
            assertThat(late.lastWords())
                    .contains(
                            "brise-glace: " + setting + " " + taken.getLocalPort() + " cannot be listened on: ",
                            "in use")
                    .doesNotContain("\tat ");
        }
    }
}
