package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.GLASS;
import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.URGENTIST;
import static fr.briseglace.access.AccessBench.given;
import static fr.briseglace.access.AccessBench.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.Shut;
import fr.briseglace.cache.Cached;
import fr.briseglace.identity.InsFault;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.law.Refusal;
import fr.briseglace.store.TestPatients;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EmergencyAccessTest {
    private AccessBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void opensWithARecordAndItsNoticesInTheStore() {
        UUID patient = bench.register(TestPatients.adult(1));
        Opened opened = given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1)));
        assertThat(Duration.between(opened.openedAt(), opened.expiresAt())).isEqualTo(Duration.ofHours(4));
        assertThat(opened.found().source()).isEqualTo(Cached.Source.STORE);
        assertThat(new String(opened.found().value().content().json().whole(), StandardCharsets.UTF_8))
                .startsWith("\"patient\":{")
                .contains("ESSAI-1", "\"summary\":{");
        Row row = bench.database
                .console()
                .preparedQuery("select * from access where patient_id = $1")
                .execute(Tuple.of(patient))
                .await()
                .iterator()
                .next();
        assertThat(row.getString("kind")).isEqualTo("opened");
        assertThat(row.getUUID("access_id")).isEqualTo(opened.id());
        assertThat(row.getBuffer("leaf").getBytes()).isEqualTo(opened.leaf());
        assertThat(row.getString("professional_id")).isEqualTo(REGULATOR.id());
        assertThat(bench.count("notice")).isEqualTo(2);
    }

    @Test
    void snapshotComesFromNearThenAndFromRedisOnAnotherNode() throws IOException {
        bench.register(TestPatients.adult(1));
        bench.open(REGULATOR, REGULATION, TestPatients.ins(1));
        Opened again = given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1)));
        assertThat(again.found().source()).isEqualTo(Cached.Source.NEAR);
        cached();
        Opened elsewhere = given(
                bench.node().ask(REGULATOR, REGULATION, TestPatients.ins(1)).await());
        assertThat(elsewhere.found().source()).isEqualTo(Cached.Source.REDIS);
    }

    @Test
    void answersWithoutRedis() throws IOException {
        bench.register(TestPatients.adult(1));
        bench.redis.stop();
        assertThat(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))).isInstanceOf(Given.class);
    }

    @Test
    void oppositionCommittedAfterTheSnapshotWasCachedIsHonoured() {
        UUID patient = bench.register(TestPatients.adult(1));
        assertThat(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))).isInstanceOf(Given.class);
        oppose(patient, true);
        assertThat(refusal(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))))
                .isEqualTo(Refusal.OPPOSED);
        assertThat(bench.count("access where kind = 'opened'")).isEqualTo(1);
        assertThat(bench.open(URGENTIST, GLASS, TestPatients.ins(1))).isInstanceOf(Given.class);
    }

    @Test
    void oppositionCommittedAfterAnotherNodeCachedTheSnapshotIsHonouredThere() {
        UUID patient = bench.register(TestPatients.adult(1));
        AccessBench.Node other = bench.node();
        assertThat(other.ask(REGULATOR, REGULATION, TestPatients.ins(1)).await())
                .isInstanceOf(Given.class);
        oppose(patient, true);
        bench.open(REGULATOR, REGULATION, TestPatients.ins(1));
        assertThat(other.ask(REGULATOR, REGULATION, TestPatients.ins(1)).await())
                .isInstanceOf(Shut.class);
    }

    @Test
    void liftedOppositionOpensAtOnce() {
        UUID patient = bench.register(TestPatients.adult(1));
        oppose(patient, true);
        assertThat(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))).isInstanceOf(Shut.class);
        oppose(patient, false);
        assertThat(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))).isInstanceOf(Given.class);
    }

    @Test
    void everyRefusalIsRecordedToo() {
        bench.register(TestPatients.adult(1, RecordStatus.OPEN, true, PatientRights.NONE));
        bench.register(TestPatients.adult(2, RecordStatus.NONE, false, PatientRights.NONE));
        bench.register(TestPatients.adult(3, RecordStatus.CLOSED, false, PatientRights.NONE));
        bench.register(TestPatients.adult(
                4, RecordStatus.OPEN, false, new PatientRights(false, false, false, Set.of(REGULATOR.id()))));
        assertThat(refused(1)).isEqualTo(Refusal.PATIENT_DECEASED);
        assertThat(refused(2)).isEqualTo(Refusal.NO_RECORD);
        assertThat(refused(3)).isEqualTo(Refusal.RECORD_CLOSED);
        assertThat(refused(4)).isEqualTo(Refusal.BLOCKED);
        assertThat(refused(5)).isEqualTo(Refusal.PATIENT_UNKNOWN);
        assertThat(bench.count("access where kind = 'refused' and refusal is not null"))
                .isEqualTo(5);
    }

    private Refusal refused(int number) {
        return refusal(bench.open(REGULATOR, REGULATION, TestPatients.ins(number)));
    }

    @Test
    void wrongIdentifierIsRecordedWithoutAPatient() {
        assertThat(refusal(bench.open(REGULATOR, REGULATION, InsFault.KEY))).isEqualTo(Refusal.INS_INVALID);
        assertThat(bench.count("access where patient_id = '00000000-0000-0000-0000-000000000000'"))
                .isEqualTo(1);
    }

    @Test
    void attemptOfABlockedOrUnentitledProfessionalIsToldToThePatientButNotToTheGp() {
        bench.register(TestPatients.adult(
                1, RecordStatus.OPEN, false, new PatientRights(false, false, false, Set.of(REGULATOR.id()))));
        bench.open(REGULATOR, REGULATION, TestPatients.ins(1));
        assertThat(bench.count("notice where recipient = 'patient'")).isEqualTo(1);
        bench.open(URGENTIST, REGULATION, TestPatients.ins(1));
        assertThat(bench.count("notice where recipient = 'patient'")).isEqualTo(2);
        assertThat(bench.count("notice where recipient = 'gp'")).isZero();
    }

    @Test
    void attemptOnAnOpposedRecordIsRecordedAndToldToNobody() {
        bench.register(
                TestPatients.adult(1, RecordStatus.OPEN, false, new PatientRights(true, false, false, Set.of())));
        bench.open(REGULATOR, REGULATION, TestPatients.ins(1));
        assertThat(bench.count("notice")).isZero();
    }

    @Test
    void nothingIsDisclosedWhereTheTrailCannotBeWritten() {
        bench.register(TestPatients.adult(1));
        bench.open(REGULATOR, REGULATION, TestPatients.ins(1));
        bench.database
                .console()
                .query("alter table access rename to elsewhere")
                .execute()
                .await();
        assertThat(bench.node()
                        .ask(REGULATOR, REGULATION, TestPatients.ins(1))
                        .map(outcome -> "disclosed")
                        .otherwise(failure -> failure.getClass().getSimpleName())
                        .await())
                .isEqualTo("TrailUnavailable");
    }

    @Test
    void redisHoldsNoIdentityInClear() throws IOException {
        bench.register(TestPatients.adult(1));
        bench.open(REGULATOR, REGULATION, TestPatients.ins(1));
        assertThat(cached()).doesNotContain("ESSAI-1", TestPatients.ins(1).value(), "birthName", "\"summary\"");
    }

    /** What Redis holds once the snapshot has come there, which no answer waits for. */
    private String cached() throws IOException {
        String dump = RedisDump.of(bench.redisPort);
        while (!dump.contains("bg:s:")) {
            dump = RedisDump.of(bench.redisPort);
        }
        return dump;
    }

    private void oppose(UUID patient, boolean opposed) {
        bench.desk
                .changeRights(patient, AccessBench.HOLDER, now -> new PatientRights(opposed, false, false, Set.of()))
                .await();
    }
}
