package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.URGENTIST;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.store.TestPatients;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node's clock is ahead of the store's: whoever has to be told is told at once all the same. */
class ClockAheadTest extends OutageBench {
    /** Less than what is honoured without the store is old. */
    private static final Duration AHEAD = Duration.ofMinutes(4);

    @BeforeEach
    void set() {
        journal.close().await();
        clock = () -> Instant.now().plus(AHEAD);
        start();
    }

    @Test
    void noticesOfAnAccessAreDue() {
        given(ask());
        allAreDue();
    }

    @Test
    void noticesOfAnAccessWithoutTheStoreAreDueOnceItIsBack() {
        node.ask(URGENTIST, AccessBench.GLASS, TestPatients.ins(1)).await();
        cable.cut();
        assertThat(given(node.ask(REGULATOR, REGULATION, TestPatients.ins(1)).await())
                        .degraded())
                .isTrue();
        replay();
        allAreDue();
    }

    private void allAreDue() {
        assertThat(bench.count("notice")).isPositive();
        assertThat(bench.count("notice where next_attempt_at > now()")).isZero();
    }
}
