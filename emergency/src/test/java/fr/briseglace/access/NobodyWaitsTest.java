package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.URGENTIST;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.store.Letter;
import fr.briseglace.store.Marks;
import fr.briseglace.store.TestPatients;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer that nobody waits for discloses nothing: it is given up wherever it is, and leaves no record. */
@Timeout(60)
class NobodyWaitsTest {
    private AccessBench bench;
    private UUID window;
    private UUID document;
    private UUID offer;

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
        bench.register(TestPatients.adult(1));
        document = Letter.of("1.2.3.4").by("899700000001").deposit(bench.database.console(), Marks.NONE);
        window = given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))).id();
        offer = given(bench.node
                .on(() -> bench.node.handover().offer(new Visit(REGULATOR, window), URGENTIST.id()))
                .await());
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    /** What is asked inside or about a window. */
    enum Asked {
        OPEN,
        READ,
        LIST,
        FETCH,
        OFFER,
        CLAIM
    }

    private Future<?> ask(Asked asked, Patience patience) {
        Visit visit = new Visit(REGULATOR, window, patience);
        AccessBench.Node node = bench.node;
        return node.on(() -> switch (asked) {
            case OPEN ->
                node.access()
                        .open(
                                new AccessRequest(REGULATOR, REGULATION, TestPatients.ins(1), null, patience),
                                Future.succeededFuture())
                        .map(Function.<Object>identity());
            case READ -> node.windows().read(visit).map(Function.<Object>identity());
            case LIST -> node.windows().list(visit, null, 10).map(Function.<Object>identity());
            case FETCH -> node.windows().fetch(visit, document).map(Function.<Object>identity());
            case OFFER -> node.handover().offer(visit, URGENTIST.id()).map(Function.<Object>identity());
            case CLAIM ->
                node.handover()
                        .claim(URGENTIST, offer, patience, patient -> Future.succeededFuture())
                        .map(Function.<Object>identity());
        });
    }

    /** Somebody who is gone when it is looked for the n-th time, and had not gone before. */
    private static Patience until(int looks) {
        int[] left = {looks};
        return () -> left[0]-- <= 0;
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsBegunForWhoeverIsGone(Asked asked) {
        long before = bench.count("access");
        assertThatThrownBy(() -> ask(asked, until(0)).await()).isInstanceOf(TooLate.class);
        assertThat(bench.count("access")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsRecordedForWhoeverGoesMeanwhile(Asked asked) {
        long before = bench.count("access");
        int looks = 1;
        while (ask(asked, until(looks))
                .transform(done -> Future.succeededFuture(done.failed()))
                .await()) {
            assertThat(bench.count("access")).as("after %d looks", looks).isEqualTo(before);
            looks++;
        }
        assertThat(looks).as("looked for again before the record").isGreaterThan(1);
        assertThat(bench.count("access")).isEqualTo(before + 1);
    }

    @Test
    void windowIsClosedForWhoeverHangsUp() {
        given(bench.node
                .on(() -> bench.node.windows().close(new Visit(REGULATOR, window, until(0))))
                .await());
        assertThat(bench.count("access where kind = 'closed'")).isEqualTo(1);
    }
}
