package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Snapshot;
import fr.briseglace.access.SnapshotCodec;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.PatientTies;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.notice.Recipient;
import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Representative;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A representative who has died or lost the mandate is told nothing more, and reads nothing more. */
class RepresentativesInOfficeTest {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final Ins CHILD = TestPatients.ins(1);
    private static final Ins MOTHER = TestPatients.ins(2);
    private static final Contacts MOBILE = new Contacts(false, null, "+33600000000", List.of());

    private final Vertx vertx = Vertx.vertx();
    private final Pool sql = TestPostgres.pool(vertx);
    private final SecureRandom random = new SecureRandom();
    private final PgSnapshots snapshots = new PgSnapshots(vertx, sql, InstantSource.system(), "dpo@example.org");
    private final UUID child = id();
    private final UUID mother = id();

    @BeforeEach
    void family() {
        new Registry(sql).register(mother, TestPatients.adult(2)).await();
        new Registry(sql).register(child, ward(1, MOTHER)).await();
    }

    @AfterEach
    void close() {
        sql.close().await();
        vertx.close().await();
    }

    private UUID id() {
        return TimeUuid.of(Instant.now(), random);
    }

    /** Represented by a person with an INS, by mail, and by one without, by text message. */
    private static PatientFile ward(int number, Ins first) {
        PatientFile adult = TestPatients.adult(number, RecordStatus.OPEN, false, PatientRights.NONE);
        return new PatientFile(
                adult.ins(),
                adult.identity(),
                adult.recordStatus(),
                false,
                adult.rights(),
                adult.contacts(),
                true,
                List.of(
                        new Representative("Anne PREMIER", first, new Contacts(true, null, null, List.of())),
                        new Representative("Luc SECOND", null, MOBILE)),
                null);
    }

    private Snapshot load() {
        return snapshots.load(CHILD, null).await().orElseThrow();
    }

    private List<String> told() {
        return told(load(), Instant.now());
    }

    private static List<String> told(Snapshot snapshot, Instant at) {
        return snapshot.toldOfAccess().at(at).stream()
                .filter(one -> one.kind() != Kind.GP)
                .map(one -> one.kind().code() + " " + one.name())
                .toList();
    }

    private PatientTies ties() {
        return new PgPatientDesk(sql).tiesOf(child).await().orElseThrow();
    }

    private void ends(LocalDate last) {
        sql.query("update representative set until = '" + last + "' where patient_id = '" + child + "'")
                .execute()
                .await();
    }

    @Test
    void representativesInOfficeAreTold() {
        assertThat(told()).containsExactly("representative Anne PREMIER", "representative Luc SECOND");
        assertThat(ties().representatives()).containsExactly(MOTHER.value());
    }

    @Test
    void whoeverHasDiedIsNotToldAndTheOtherIs() {
        long version = load().recordVersion();
        sql.query("update patient set deceased = true where patient_id = '" + mother + "'")
                .execute()
                .await();
        assertThat(told()).containsExactly("representative Luc SECOND");
        assertThat(ties().representatives()).isEmpty();
        assertThat(load().recordVersion()).as("no cached snapshot tells them").isGreaterThan(version);
    }

    @Test
    void deadBeginNoMandate() {
        sql.query("update patient set deceased = true where patient_id = '" + mother + "'")
                .execute()
                .await();
        UUID other = id();
        new Registry(sql).register(other, ward(3, MOTHER)).await();
        assertThat(snapshots
                        .load(TestPatients.ins(3), null)
                        .await()
                        .orElseThrow()
                        .toldOfAccess()
                        .at(Instant.now()))
                .extracting(Recipient::name)
                .contains("Luc SECOND")
                .doesNotContain("Anne PREMIER");
    }

    @Test
    void lastDayOfAMandateStillCounts() {
        ends(LocalDate.now(FRANCE));
        assertThat(told()).hasSize(2);
        assertThat(ties().representatives()).isNotEmpty();
    }

    @Test
    void mandateEndsAtMidnightThoughTheRecordWasReadBefore() {
        LocalDate last = LocalDate.now(FRANCE);
        ends(last);
        Snapshot read = load();
        Instant midnight = last.plusDays(1).atStartOfDay(FRANCE).toInstant();
        assertThat(told(read, midnight.minusSeconds(1))).hasSize(2);
        assertThat(told(read, midnight)).containsExactly("patient ZOÉ D'ESSAI");
        assertThat(told(SnapshotCodec.decode(SnapshotCodec.encode(read)), midnight))
                .as("read from the shared cache")
                .containsExactly("patient ZOÉ D'ESSAI");
    }

    @Test
    void wardWhoseRepresentativesHaveAllLostTheMandateIsToldInPerson() {
        ends(LocalDate.now(FRANCE).minusDays(1));
        assertThat(told()).containsExactly("patient ZOÉ D'ESSAI");
        assertThat(ties().representatives()).isEmpty();
    }
}
