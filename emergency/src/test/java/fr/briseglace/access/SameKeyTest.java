package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.URGENTIST;
import static fr.briseglace.access.AccessBench.given;
import static fr.briseglace.access.AccessBench.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Outcome.Ended;
import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.KeyMismatch;
import fr.briseglace.access.Outcome.Missing;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.Refusal;
import fr.briseglace.store.TestPatients;
import fr.briseglace.trail.RepeatKey;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of one key are one record, and answered as the first of them, as long as the law has not changed its mind. */
class SameKeyTest {
    private static final RepeatKey KEY = new RepeatKey(bytes(1), bytes(2));

    private AccessBench bench;
    private UUID patient;

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
        patient = bench.register(TestPatients.adult(1));
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private static byte[] bytes(int filler) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filler);
        return bytes;
    }

    @Test
    void sameKeyGivesTheSameAccessAndOneRecord() {
        AccessRequest request = new AccessRequest(REGULATOR, REGULATION, TestPatients.ins(1), KEY);
        Opened first = given(bench.node.ask(request).await());
        Opened elsewhere = given(bench.node().ask(request).await());
        assertThat(elsewhere.id()).isEqualTo(first.id());
        assertThat(elsewhere.before()).isFalse();
        assertThat(bench.count("access")).isEqualTo(1);
    }

    @Test
    void sameKeyOfALookIsALookAndOneRecordToo() {
        UUID open =
                given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))).id();
        AccessRequest request = new AccessRequest(REGULATOR, REGULATION, TestPatients.ins(1), KEY);
        for (AccessBench.Node node : List.of(bench.node, bench.node, bench.node())) {
            Opened look = given(node.ask(request).await());
            assertThat(look.id()).isEqualTo(open);
            assertThat(look.before()).isTrue();
        }
        assertThat(bench.count("access")).isEqualTo(2);
    }

    @Test
    void sameKeyForSomethingElseIsAMismatch() {
        bench.register(TestPatients.adult(2));
        bench.node
                .ask(new AccessRequest(REGULATOR, REGULATION, TestPatients.ins(1), KEY))
                .await();
        assertThat(bench.node
                        .ask(new AccessRequest(
                                REGULATOR, REGULATION, TestPatients.ins(2), new RepeatKey(bytes(1), bytes(3))))
                        .await())
                .isInstanceOf(KeyMismatch.class);
        assertThat(bench.count("access")).isEqualTo(1);
    }

    @Test
    void sameKeyOfARefusalIsOneRecordToo() {
        AccessRequest request = new AccessRequest(URGENTIST, REGULATION, TestPatients.ins(1), KEY);
        Outcome<Opened> first = bench.node.ask(request).await();
        assertThat(bench.node.ask(request).await()).isEqualTo(first);
        assertThat(bench.count("access")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sameKeyAtOnceIsOneRecordOnWhateverNodeAndHoweverItIsDecided(boolean granted) {
        AccessRequest request =
                new AccessRequest(granted ? REGULATOR : URGENTIST, REGULATION, TestPatients.ins(1), KEY);
        List<AccessBench.Node> nodes = List.of(bench.node(), bench.node(), bench.node(), bench.node());
        List<Future<Outcome<Opened>>> asked = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            asked.add(nodes.get(i % nodes.size()).ask(request));
        }
        Set<UUID> known = new HashSet<>();
        asked.forEach(one -> known.add(
                switch (one.await()) {
                    case Given<Opened> given -> given.value().id();
                    case Outcome.Shut<Opened> shut -> shut.id();
                    case Ended<Opened> ended -> throw new AssertionError("ended");
                    case Missing<Opened> missing -> throw new AssertionError("missing");
                    case KeyMismatch<Opened> mismatch -> throw new AssertionError("mismatch");
                }));
        assertThat(known).hasSize(1);
        assertThat(bench.count("access")).isEqualTo(1);
    }

    @Test
    void keyDoesNotReplayAnAccessThatWasOpposedSince() {
        AccessRequest request = new AccessRequest(REGULATOR, REGULATION, TestPatients.ins(1), KEY);
        bench.node.ask(request).await();
        bench.desk
                .changeRights(patient, AccessBench.HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(refusal(bench.node.ask(request).await())).isEqualTo(Refusal.OPPOSED);
    }

    @Test
    void keyDoesNotReopenAWindowThatWasClosedSince() {
        AccessRequest request = new AccessRequest(REGULATOR, REGULATION, TestPatients.ins(1), KEY);
        Opened opened = given(bench.node.ask(request).await());
        given(bench.node
                .on(() -> bench.node.windows().close(new Visit(REGULATOR, opened.id())))
                .await());
        assertThat(bench.node.ask(request).await()).isInstanceOf(Ended.class);
    }
}
