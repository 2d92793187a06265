package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Outcome.Ended;
import fr.briseglace.access.Outcome.Given;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Reason;
import fr.briseglace.store.TestPatients;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a node remembers of windows saves it a question, and is never trusted. */
@Timeout(60)
class KnownWindowsTest {
    private AccessBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
        bench.register(TestPatients.adult(1));
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private Opened window(AccessBench.Node node) {
        return given(node.ask(REGULATOR, REGULATION, TestPatients.ins(1)).await());
    }

    @Test
    void windowThatIsKnownIsLookedThroughWithoutAskingForIt() {
        Opened first = window(bench.node);
        bench.database.lookups().close().await();
        Opened again = window(bench.node);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.before()).isTrue();
        assertThat(again.leaf()).isEqualTo(first.leaf());
        assertThat(bench.count("access where kind = 'read'")).isEqualTo(1);
    }

    static List<Reason> reasons() {
        return Arrays.asList(null, new Reason("M01.02", null), new Reason("M01.02", "inconscient\n\ncoma\n"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void windowIsRememberedAsItWas(@Nullable Reason reason) {
        Instant now = Instant.parse("2026-11-28T10:00:00Z");
        UUID id = new UUID(1, 2);
        AccessWindow window = new AccessWindow(
                id,
                new UUID(3, 4),
                TestPatients.ins(1),
                AccessMode.CENTRE_15,
                "case",
                reason,
                "810001234567",
                now,
                now.plusSeconds(60),
                false,
                new byte[] {1});
        KnownWindows known = new KnownWindows(10);
        known.opened(window);
        assertThat(known.of("810001234567", new UUID(3, 4), AccessMode.CENTRE_15, "case", now))
                .isEqualTo(window);
    }

    @Test
    void windowClosedOnAnotherNodeGivesWayToANewOne() {
        Opened first = window(bench.node);
        AccessBench.Node other = bench.node();
        assertThat(other.on(() -> other.windows().close(new Visit(REGULATOR, first.id())))
                        .await())
                .isInstanceOf(Given.class);
        Opened second = window(bench.node);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.before()).isFalse();
        assertThat(bench.count("access where kind = 'read'")).isZero();
        assertThat(window(bench.node).id()).isEqualTo(second.id());
    }

    @Test
    void windowReopenedOnAnotherNodeIsTheOneThatIsGiven() {
        Opened first = window(bench.node);
        AccessBench.Node other = bench.node();
        other.on(() -> other.windows().close(new Visit(REGULATOR, first.id()))).await();
        Opened second = window(other);
        Opened third = window(bench.node);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(third.id()).isEqualTo(second.id());
        assertThat(third.before()).isTrue();
    }

    @Test
    void windowThatEndedMeanwhileGivesWayToANewOne() {
        Opened first = window(bench.node);
        bench.database
                .console()
                .query("update access_window set expires_at = opened_at")
                .execute()
                .await();
        assertThat(window(bench.node).id()).isNotEqualTo(first.id());
    }

    @Test
    void lookThatACloseOvertakesIsNeitherRecordedNorGiven() {
        UUID window = window(bench.node).id();
        Future<Outcome<UUID>> closed = bench.node.on(() -> bench.node.windows().close(new Visit(REGULATOR, window)));
        Future<Outcome<Opened>> read = bench.node.on(() -> bench.node.windows().read(new Visit(REGULATOR, window)));
        assertThat(closed.await()).isInstanceOf(Given.class);
        Outcome<Opened> outcome = read.await();
        assertThat(bench.count("access where kind = 'read'")).isEqualTo(outcome instanceof Given ? 1 : 0);
        assertThat(bench.node
                        .on(() -> bench.node.windows().read(new Visit(REGULATOR, window)))
                        .await())
                .isInstanceOf(Ended.class);
    }

    @Test
    void closingTwiceIsRecordedOnce() {
        UUID window = window(bench.node).id();
        AccessBench.Node other = bench.node();
        Future<Outcome<UUID>> one = bench.node.on(() -> bench.node.windows().close(new Visit(REGULATOR, window)));
        Future<Outcome<UUID>> two = other.on(() -> other.windows().close(new Visit(REGULATOR, window)));
        Future.join(one, two).await();
        assertThat(bench.count("access where kind = 'closed'")).isEqualTo(1);
    }
}
