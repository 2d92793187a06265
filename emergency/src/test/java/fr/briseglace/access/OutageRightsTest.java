package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.GLASS;
import static fr.briseglace.access.AccessBench.HOLDER;
import static fr.briseglace.access.AccessBench.URGENTIST;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.Refusal;
import fr.briseglace.store.PgPatientDesk;
import fr.briseglace.store.PgSnapshots;
import fr.briseglace.store.TestPatients;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rights that change while the store is cut off, or that were changed before: what a node without it answers. */
class OutageRightsTest extends OutageBench {
    @Test
    void knownOppositionHoldsWithoutTheStoreAndTheRefusalIsRecorded() {
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        assertThat(ask()).isInstanceOf(Shut.class);
        replay();
        assertThat(bench.count("access where kind = 'refused' and degraded")).isEqualTo(1);
    }

    @Test
    void oppositionThatThisNodeCouldNotSeeIsFoundAfterwards() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(given(ask()).degraded()).isTrue();
        replay();
        assertThat(bench.count("outage_finding where cause = 'opposed'")).isEqualTo(1);
    }

    /** Promise 3 of the architecture, where Redis is there to tell: other nodes ask the store, this one cannot. */
    @Test
    void oppositionMadeOnAnotherNodeHoldsOnOneThatIsCutOff() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        opposedElsewhere();
        assertThat(AccessBench.refusal(onceKnown())).isEqualTo(Refusal.OPPOSED);
        replay();
        assertThat(bench.count("outage_finding")).isZero();
        assertThat(bench.count("access where refusal = 'opposed' and degraded")).isEqualTo(1);
    }

    /** The patient opposes by way of a node that can ask the store, and tells those that cannot. */
    private void opposedElsewhere() {
        PgSnapshots store =
                new PgSnapshots(bench.vertx, bench.database.lookups(), InstantSource.system(), "dpo@example.org");
        PatientDesk desk = new PgPatientDesk(bench.database.console(), bench.snapshots(store)::decided);
        bench.node
                .on(() -> desk.changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of())))
                .await();
    }

    /** What is answered once what holds now lies in Redis; before, nothing may be. */
    private Outcome<Opened> onceKnown() {
        Outcome<Opened> outcome = ask();
        while (outcome instanceof Shut<Opened> shut && shut.refusal() == Refusal.STORE_UNAVAILABLE) {
            outcome = ask();
        }
        return outcome;
    }

    /** A third node hears of an earlier change and has nothing near: what the decision laid into Redis stays there. */
    @Test
    void newsOfAnOppositionTakeNothingFromWhoIsCutOff() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        opposedElsewhere();
        onceKnown();
        bench.node
                .on(() -> bench.snapshots((ins, author) -> Future.failedFuture("nothing is read"))
                        .heard(new Change(TestPatients.ins(1), 1)))
                .await();
        assertThat(AccessBench.refusal(ask())).isEqualTo(Refusal.OPPOSED);
    }

    @Test
    void oppositionMadeElsewhereOfWhichNothingButTheNewsArrivedIsNotGuessedAt() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        bench.node
                .on(() -> bench.told().tell(CachedSnapshots.key(TestPatients.ins(1)), Long.MAX_VALUE))
                .await();
        assertThat(AccessBench.refusal(ask())).isEqualTo(Refusal.STORE_UNAVAILABLE);
    }

    @Test
    void oppositionThatThisNodeHeardOfHoldsInTheOutage() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        assertThat(changes.listen().await()).isZero();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(changes.listen().await()).isEqualTo(1);
        cable.cut();
        assertThat(ask()).isInstanceOf(Shut.class);
        replay();
        assertThat(bench.count("outage_finding")).isZero();
        assertThat(bench.count("access where kind = 'refused' and degraded")).isEqualTo(1);
    }

    @Test
    void changeIsHeardOnceHoweverOftenItIsTold() {
        changes.listen().await();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(changes.listen().await()).isEqualTo(1);
        assertThat(changes.listen().await()).isZero();
        assertThat(changes.listen().await()).isZero();
    }

    @Test
    void whatChangedDuringAnOutageIsHeardAfterIt() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        changes.listen().await();
        cable.cut();
        assertThat(changes.listen().transform(Future::succeededFuture).await().failed())
                .isTrue();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        cable.mend();
        assertThat(changes.listen().await()).isEqualTo(1);
        cable.cut();
        assertThat(ask()).isInstanceOf(Shut.class);
    }

    @Test
    void firstOppositionAfterTheAccessIsNoFinding() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        cable.cut();
        given(ask());
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        replay();
        assertThat(bench.count("outage_finding")).isZero();
    }

    @Test
    void whatIsKnownToBeOutdatedIsNotAnsweredWhenTheStoreGoesInBetween() {
        node.ask(URGENTIST, GLASS, TestPatients.ins(1)).await();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(ask()).isInstanceOf(Shut.class);
        cable.cut();
        assertThat(ask()).isInstanceOf(Shut.class);
    }
}
