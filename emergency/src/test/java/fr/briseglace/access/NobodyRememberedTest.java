package fr.briseglace.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.store.TestPatients;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the store does not know a patient is remembered for a moment, and no longer than until somebody says otherwise. */
class NobodyRememberedTest {
    private static final Ins NOBODY = TestPatients.ins(7);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private AccessBench bench;
    private CachedSnapshots snapshots;

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
        SnapshotLoader store = (ins, author) -> {
            asked.incrementAndGet();
            return Future.succeededFuture(Optional.empty());
        };
        snapshots = new CachedSnapshots(bench.cache(), store, bench.told(), nanos::get);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void askingForTheSameNobodyAgainReadsNothing() {
        assertThat(look().found()).isNull();
        assertThat(look().found()).isNull();
        assertThat(asked).hasValue(1);
    }

    @Test
    void afterAMomentTheStoreIsAskedAgain() {
        look();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        look();
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoComesIntoTheStoreIsAskedForAtOnceWhereThatIsHeard() {
        look();
        snapshots.heard(new Change(NOBODY, 1)).await();
        look();
        assertThat(asked).hasValue(2);
    }

    private Sighting look() {
        return snapshots.of(NOBODY).await();
    }
}
