package fr.briseglace.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clock of one node jumps, while those of the other and of the store go on: what it does meanwhile holds. */
@InWorld
class ClockFaultsTest {
    /** Longer than anything is honoured without the store, and shorter than tokens have room for. */
    private static final int JUMP_MINUTES = 20;

    private static final Duration NEAR = Duration.ofMinutes(1);
    /** Beside those of all bouts. */
    private static final String CASES = "fr.health.samu440.DRFR1544999";

    private final World world;
    private final Path time;
    private int cases;

    ClockFaultsTest(World world) {
        this.world = world;
        this.time = world.home().folder().resolve("clock");
    }

    @BeforeAll
    void giveTheNodeAClockOfItsOwn() throws IOException {
        Optional<Path> library = library();
        assumeTrue(library.isPresent(), "no clock jumps without libfaketime: install the Debian package faketime");
        jump("+0");
        world.second().environment("LD_PRELOAD", library.orElseThrow().toString());
        world.second().environment("FAKETIME_TIMESTAMP_FILE", time.toString());
        // How long a jump goes unnoticed, in seconds; and the clocks that only go forward are left alone, and who waits
        // by them.
        world.second().environment("FAKETIME_CACHE_DURATION", "1");
        world.second().environment("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        world.second().environment("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        restart();
    }

    @AfterAll
    void giveItTheOthersClock() throws IOException {
        if (library().isPresent()) {
            world.second().plainEnvironment();
            restart();
        }
    }

    @Test
    void forward() throws Exception {
        Bout.of(world, "clock of a node 20 minutes ahead", () -> jumps(JUMP_MINUTES), () -> jump("+0"))
                .holds();
    }

    @Test
    void back() throws Exception {
        Bout.of(world, "clock of a node 20 minutes behind", () -> jumps(-JUMP_MINUTES), () -> jump("+0"))
                .holds();
    }

    /** And the node says that it has seen it. */
    private void jumps(int minutes) throws IOException {
        jump("%+dm".formatted(minutes));
        Patience.until(
                "the node sees another time",
                () -> Duration.between(Instant.now(), timeOfNode())
                                .minusMinutes(minutes)
                                .abs()
                                .compareTo(NEAR)
                        < 0);
    }

    /** When an access through the node was opened, by its own clock. */
    private Instant timeOfNode() {
        JsonObject opening = Load.opening(world.patients().getFirst(), CASES + "%06d".formatted(cases++));
        return world.regulation()
                .send(
                        HttpMethod.POST,
                        world.second().port(),
                        "/v1/emergency-accesses",
                        world.tokens().getFirst(),
                        "",
                        opening)
                .map(reply -> Instant.parse(reply.body().toJsonObject().getString("openedAt")))
                .await();
    }

    /** Whole or not at all, for the node reads it at any time. */
    private void jump(String offset) throws IOException {
        Path next = Files.writeString(time.resolveSibling("clock.next"), offset + "\n");
        Files.move(next, time, StandardCopyOption.ATOMIC_MOVE);
    }

    private void restart() throws IOException {
        world.second().kill();
        world.second().start();
    }

    private static Optional<Path> library() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }
}
