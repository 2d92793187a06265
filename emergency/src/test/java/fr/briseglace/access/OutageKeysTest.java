package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.GLASS;
import static fr.briseglace.access.AccessBench.HOLDER;
import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.URGENTIST;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.KeyMismatch;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.law.PatientRights;
import fr.briseglace.store.PgKeptRecords;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.TestPatients;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.OutageJournal.Waiting;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RepeatKey;
import io.vertx.core.Future;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of one key that a node answers without the store, while they are or were sent to another that reaches it. */
class OutageKeysTest extends OutageBench {
    private final AccessRequest request = request(0);

    private static AccessRequest request(int body) {
        return new AccessRequest(
                REGULATOR, REGULATION, TestPatients.ins(1), new RepeatKey(new byte[32], new byte[] {(byte) body}));
    }

    @BeforeEach
    void warm() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
    }

    private Opened here() {
        Opened opened = given(node.ask(request).await());
        assertThat(opened.degraded()).isTrue();
        return opened;
    }

    private Opened elsewhere() {
        return given(bench.node.ask(request).await());
    }

    private long records(String which) {
        return bench.count("access where professional_id = '" + REGULATOR.id() + "' and " + which);
    }

    @Test
    void requestThatAnotherNodeOpenedWhileThisOneHungIsOneOpeningAndALook() {
        cable.hold();
        Future<Outcome<Opened>> hangs = node.ask(request);
        Opened opened = elsewhere();
        Opened late = given(hangs.await());
        assertThat(late.degraded()).isTrue();
        cable.cut();
        replay();
        assertThat(records("kind = 'opened' and access_id = '%s'".formatted(opened.id())))
                .isEqualTo(1);
        assertThat(records("kind = 'read' and degraded and access_id = '%s' and record_id = '%s'"
                        .formatted(opened.id(), late.id())))
                .isEqualTo(1);
        assertThat(records("true")).isEqualTo(2);
        assertThat(bench.count("notice")).isEqualTo(4);
        assertThat(bench.count("outage_finding")).isZero();
        assertThat(elsewhere().id()).isEqualTo(opened.id());
    }

    @Test
    void leafOfTheLookIsThatOfWhatIsKept() {
        cable.cut();
        Opened late = here();
        byte[] salt = waiting().getFirst().leaf().salt();
        Opened opened = elsewhere();
        replay();
        KeptRecord kept = (KeptRecord) new PgKeptRecords(bench.database.lookups())
                .find(opened.id(), late.id())
                .await()
                .orElseThrow();
        String leaf = HexFormat.of().formatHex(Leaf.of(salt, kept.record()).hash());
        assertThat(records("record_id = '%s' and leaf = '\\x%s'".formatted(late.id(), leaf)))
                .isEqualTo(1);
        assertThat(kept.record().at()).isEqualTo(late.openedAt());
    }

    @Test
    void looksThroughTheWindowOfARepetitionAreLooksThroughTheOther() {
        cable.cut();
        Opened late = here();
        given(node.on(() -> node.windows().read(new Visit(REGULATOR, late.id())))
                .await());
        Opened opened = elsewhere();
        replay();
        assertThat(records("kind = 'opened'")).isEqualTo(1);
        assertThat(records("kind = 'read' and access_id = '%s'".formatted(opened.id())))
                .isEqualTo(2);
    }

    @Test
    void looksThatComeInLaterAreLooksThroughTheOtherAsWell() {
        cable.cut();
        Opened late = here();
        given(node.on(() -> node.windows().read(new Visit(REGULATOR, late.id())))
                .await());
        Opened opened = elsewhere();
        for (RecordEntry one : waiting()) {
            assertThat(store().take(List.of(one)).await()).isEqualTo(1);
        }
        assertThat(records("kind = 'read' and access_id = '%s'".formatted(opened.id())))
                .isEqualTo(2);
    }

    @Test
    void repetitionThatIsBroughtTwiceIsOneLook() {
        cable.cut();
        Opened late = here();
        given(node.on(() -> node.windows().read(new Visit(REGULATOR, late.id())))
                .await());
        elsewhere();
        assertThat(store().take(waiting()).await()).isEqualTo(2);
        assertThat(store().take(waiting()).await()).isZero();
        replay();
        assertThat(records("kind = 'read'")).isEqualTo(2);
        assertThat(records("kind = 'opened'")).isEqualTo(1);
    }

    @Test
    void keyThatStandsForSomethingElseThereLeavesBothOpenings() {
        cable.cut();
        here();
        given(bench.node.ask(request(1)).await());
        replay();
        assertThat(records("kind = 'opened'")).isEqualTo(2);
        assertThat(bench.count("notice")).isEqualTo(6);
    }

    @Test
    void keyOfTenMinutesAgoLeavesBothOpenings() {
        cable.cut();
        elsewhere();
        here();
        bench.database
                .console()
                .query("update repeat_key set at = at - interval '10 minutes'")
                .execute()
                .await();
        replay();
        assertThat(records("kind = 'opened'")).isEqualTo(2);
    }

    @Test
    void repetitionThatAnOppositionForbadeIsFound() {
        cable.cut();
        elsewhere();
        oppose();
        Opened late = here();
        replay();
        assertThat(bench.count("outage_finding where cause = 'opposed' and record_id = '" + late.id() + "'"))
                .isEqualTo(1);
        assertThat(records("kind = 'opened'")).isEqualTo(1);
    }

    @Test
    void whatWasShownHereThoughItWasRefusedElsewhereIsAnOpening() {
        cable.cut();
        oppose();
        assertThat(bench.node.ask(request).await()).isInstanceOf(Shut.class);
        Opened late = here();
        replay();
        assertThat(records("kind = 'opened' and access_id = '%s'".formatted(late.id())))
                .isEqualTo(1);
        assertThat(records("kind = 'refused'")).isEqualTo(1);
        assertThat(bench.count("outage_finding where cause = 'opposed'")).isEqualTo(1);
    }

    @Test
    void repetitionThatIsRefusedHereIsARefusalOfItsOwn() {
        changes.listen().await();
        cable.cut();
        Opened first = here();
        cable.mend();
        oppose();
        changes.listen().await();
        cable.cut();
        Shut<Opened> refused = (Shut<Opened>) node.ask(request).await();
        assertThat(refused.id()).isNotEqualTo(first.id());
        assertThat(((Shut<Opened>) node.ask(request).await()).id()).isEqualTo(refused.id());
        replay();
        assertThat(records("kind = 'opened' and access_id = '%s'".formatted(first.id())))
                .isEqualTo(1);
        assertThat(records("kind = 'refused' and access_id = '%s'".formatted(refused.id())))
                .isEqualTo(1);
        assertThat(records("true")).isEqualTo(2);
    }

    private void oppose() {
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
    }

    private List<RecordEntry> waiting() {
        return journal.first(10).await().stream().map(Waiting::entry).toList();
    }

    private PgRecordStore store() {
        return new PgRecordStore(bench.database.records(), bench::id);
    }

    @Test
    void sameKeyInTheOutageIsOneAccess() {
        cable.cut();
        Opened first = given(node.ask(request).await());
        Opened second = given(node.ask(request).await());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(node.ask(request(1)).await()).isInstanceOf(KeyMismatch.class);
        assertThat(journal.waiting()).isEqualTo(1);
        replay();
        Outcome<Opened> after = bench.node.ask(request).await();
        assertThat(((Given<Opened>) after).value().id()).isEqualTo(first.id());
    }
}
