package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.Refusal;
import fr.briseglace.store.TestPatients;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An opposition holds from the moment it is committed, wherever an access stands then. */
@Timeout(60)
class RightsRaceTest {
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

    /**
     * The access has its snapshot and its decision and waits to be recorded, while the opposition is written but not yet
     * committed: it must wait for the commit, see it, and be decided anew.
     */
    @Test
    void oppositionCommittedBetweenSnapshotAndRecordIsHonoured() {
        bench.open(REGULATOR, REGULATION, TestPatients.ins(1));
        SqlConnection changer = bench.database.console().getConnection().await();
        Transaction transaction = changer.begin().await();
        changer.preparedQuery("insert into patient_right (patient_id, regulation_opposed) values ($1, true)")
                .execute(Tuple.of(patient))
                .await();
        Future<Outcome<Opened>> access = bench.node().ask(REGULATOR, REGULATION, TestPatients.ins(1));
        waitUntilSomebodyWaitsForTheLock();
        assertThat(access.isComplete()).isFalse();
        transaction.commit().await();
        assertThat(refusal(access.await())).isEqualTo(Refusal.OPPOSED);
        changer.close().await();
    }

    private void waitUntilSomebodyWaitsForTheLock() {
        while (bench.count("pg_locks where locktype = 'advisory' and not granted") == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oppositionRolledBackChangesNothing() {
        SqlConnection changer = bench.database.console().getConnection().await();
        Transaction transaction = changer.begin().await();
        changer.preparedQuery("insert into patient_right (patient_id, regulation_opposed) values ($1, true)")
                .execute(Tuple.of(patient))
                .await();
        Future<Outcome<Opened>> access = bench.node().ask(REGULATOR, REGULATION, TestPatients.ins(1));
        waitUntilSomebodyWaitsForTheLock();
        transaction.rollback().await();
        assertThat(access.await()).isInstanceOf(Given.class);
        changer.close().await();
    }

    /** Every version of the record is one decision of the patient; no access was recorded against it. */
    @RepeatedTest(3)
    void noAccessIsEverRecordedOnAnOpposedVersion() {
        List<AccessBench.Node> nodes = List.of(bench.node(), bench.node(), bench.node());
        Map<Long, Boolean> opposedAt = new HashMap<>();
        opposedAt.put(version(), false);
        List<Future<Outcome<Opened>>> asked = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            for (AccessBench.Node node : nodes) {
                for (int i = 0; i < 5; i++) {
                    asked.add(node.ask(REGULATOR, REGULATION, TestPatients.ins(1)));
                }
            }
            boolean opposed = round % 2 == 0;
            bench.desk
                    .changeRights(
                            patient, AccessBench.HOLDER, now -> new PatientRights(opposed, false, false, Set.of()))
                    .await();
            opposedAt.put(version(), opposed);
            if (opposed) {
                assertThat(nodes.get(round % 3)
                                .ask(REGULATOR, REGULATION, TestPatients.ins(1))
                                .await())
                        .isInstanceOf(Shut.class);
            }
        }
        Future.join(asked).otherwiseEmpty().await();
        int opened = 0;
        for (Row row : bench.database
                .console()
                .query("select kind, record_version from access")
                .execute()
                .await()) {
            boolean granted = !row.getString("kind").equals("refused");
            assertThat(opposedAt.get(row.getLong("record_version"))).isEqualTo(!granted);
            opened += granted ? 1 : 0;
        }
        assertThat(opened).isPositive();
        assertThat(bench.count("access where kind = 'opened'")).isEqualTo(1);
        assertThat(bench.count("notice where recipient = 'patient'")).isEqualTo(1);
    }

    private long version() {
        return bench.database
                .console()
                .preparedQuery("select record_version from patient where patient_id = $1")
                .execute(Tuple.of(patient))
                .await()
                .iterator()
                .next()
                .getLong(0);
    }
}
