package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.CountedWire.Traffic;
import fr.briseglace.store.Letter;
import fr.briseglace.store.Marks;
import fr.briseglace.store.TestPatients;
import fr.briseglace.store.TestPostgres;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A masked document is of the time class of one that never existed: the same statements go to the store, and the same
 * bytes come back. Counted, because clocks of a busy machine prove nothing.
 */
class MaskedTrafficTest {
    private static final int WARM = 8;

    private final CountedWire wire = new CountedWire(TestPostgres.fresh());
    private AccessBench bench;
    private UUID window = new UUID(0, 0);

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench(wire.settings());
        bench.register(TestPatients.adult(1));
        Letter.of("1.2.3.1").deposit(bench.database.console(), Marks.NONE);
        window = given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))).id();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
        wire.close();
    }

    private void fetch(UUID document) {
        bench.node
                .on(() -> bench.node.windows().fetch(new Visit(REGULATOR, window), document))
                .await();
    }

    private void list() {
        given(bench.node
                .on(() -> bench.node.windows().list(new Visit(REGULATOR, window), null, 50))
                .await());
    }

    /** What passes once statements are prepared and the snapshot is near. */
    private Traffic traffic(Runnable asking) {
        for (int i = 0; i < WARM; i++) {
            asking.run();
        }
        return wire.during(asking);
    }

    @Test
    void fetchOfAMaskedDocumentIsTheTrafficOfOneThatNeverExisted() {
        UUID visible = Letter.of("1.2.3.2").deposit(bench.database.console(), Marks.NONE);
        UUID masked = Letter.of("1.2.3.3").deposit(bench.database.console(), new Marks(true, false, false));
        Traffic never = traffic(() -> fetch(new UUID(7, 7)));
        assertThat(traffic(() -> fetch(masked))).isEqualTo(never);
        assertThat(traffic(() -> fetch(visible))).isNotEqualTo(never);
    }

    @Test
    void listAndAccessAreTheSameTrafficWithAndWithoutMaskedDocuments() {
        Traffic listed = traffic(this::list);
        Traffic read = traffic(() -> bench.open(REGULATOR, REGULATION, TestPatients.ins(1)));
        Letter.of("1.2.3.3").deposit(bench.database.console(), new Marks(true, false, false));
        assertThat(traffic(this::list)).isEqualTo(listed);
        assertThat(traffic(() -> bench.open(REGULATOR, REGULATION, TestPatients.ins(1))))
                .isEqualTo(read);
        Letter.of("1.2.3.4").deposit(bench.database.console(), Marks.NONE);
        assertThat(traffic(this::list)).isNotEqualTo(listed);
    }
}
