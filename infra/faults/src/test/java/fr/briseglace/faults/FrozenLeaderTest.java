package fr.briseglace.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.watch.VerifyLog;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The node that leads the public log freezes, another takes over, and the first wakes up: the log has one history. */
@InWorld
class FrozenLeaderTest {
    private final World world;

    FrozenLeaderTest(World world) {
        this.world = world;
    }

    @Test
    void logIsNotForked() throws Exception {
        Patience.until("a node leads", () -> leaders() == 1);
        Node leader = world.nodes().stream()
                .filter(FrozenLeaderTest::leads)
                .findFirst()
                .orElseThrow();
        Node other = leader == world.first() ? world.second() : world.first();
        Path before = checkpoint(other, "before");
        Bout.of(
                        world,
                        "leader of the log frozen (SIGSTOP) until another leads",
                        () -> {
                            leader.signal("STOP");
                            Patience.until("another node leads", () -> leads(other));
                            checkpoint(other, "meanwhile");
                        },
                        () -> leader.signal("CONT"))
                .holds();
        Patience.until("one node leads again", () -> leaders() == 1);
        for (Node node : world.nodes()) {
            assertThat(verified(node, before)).contains("is whole");
            assertThat(verified(node, world.home().folder().resolve("meanwhile")))
                    .contains("is whole");
        }
    }

    private long leaders() {
        return world.nodes().stream().filter(FrozenLeaderTest::leads).count();
    }

    private static boolean leads(Node node) {
        return node.metric("log_leader") == 1;
    }

    private Path checkpoint(Node node, String name) throws IOException {
        Client.Reply reply = world.regulation()
                .send(HttpMethod.GET, node.port(), "/log/checkpoint", "", "", new JsonObject())
                .await();
        assertThat(reply.status()).isEqualTo(200);
        return Files.writeString(
                world.home().folder().resolve(name), reply.body().toString(UTF_8));
    }

    /** What a stranger finds, with the program that strangers use. */
    private String verified(Node node, Path since) throws IOException, InterruptedException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                Node.classPath(),
                VerifyLog.class.getName(),
                "https://localhost:" + node.port() + "/log",
                "--ca",
                world.pki().authority().toString(),
                "--since",
                since.toString());
        Process verifier = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(verifier.getInputStream().readAllBytes(), UTF_8);
        assertThat(verifier.waitFor()).as(said).isZero();
        return said;
    }
}
