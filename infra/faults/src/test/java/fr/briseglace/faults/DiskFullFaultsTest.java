package fr.briseglace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Neither the store nor the nodes' own disks take a record: nothing is disclosed, until one of them does again. */
@InWorld
class DiskFullFaultsTest {
    private static final int CANNOT = 503;

    private final World world;

    DiskFullFaultsTest(World world) {
        this.world = world;
    }

    @Test
    void nothingIsDisclosedThatNoDiskTakes() throws Exception {
        AtomicLong full = new AtomicLong();
        AtomicLong mended = new AtomicLong();
        Bout.Findings found = Bout.of(
                world,
                "PostgreSQL killed and the nodes' disks full",
                () -> {
                    disks(false);
                    killStore();
                    full.set(System.nanoTime());
                },
                () -> {
                    mended.set(System.nanoTime());
                    disks(true);
                    world.startPostgres();
                });
        found.holds(0);
        List<Asked> meanwhile = found.log().asked().stream()
                .filter(asked -> asked.sent() > full.get() && asked.done() < mended.get())
                .toList();
        assertThat(meanwhile).isNotEmpty().allSatisfy(asked -> assertThat(asked.status())
                .isEqualTo(CANNOT));
        assertThat(meanwhile).extracting(DiskFullFaultsTest::why).contains("store-unavailable");
        assertThat(found.log().asked()).as("once all is back").anySatisfy(asked -> assertThat(
                        asked.disclosed() && asked.sent() > mended.get())
                .isTrue());
    }

    private static String why(Asked asked) {
        return asked.answer().map(Asked.Answer::slug).orElse("");
    }

    /** And whatever of it could still take a record. */
    private void killStore() throws IOException {
        ProcessHandle postmaster = world.postmaster();
        List<ProcessHandle> all =
                Stream.concat(postmaster.descendants(), Stream.of(postmaster)).toList();
        Signals.sendToAll("KILL", postmaster);
        all.forEach(process -> process.onExit().join());
    }

    private void disks(boolean room) throws IOException {
        for (Node node : world.nodes()) {
            node.disk(room);
        }
    }
}
