package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.briseglace.access.Documents.Card;
import fr.briseglace.access.Documents.Viewer;
import fr.briseglace.access.Snapshot;
import fr.briseglace.access.SnapshotCodec;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.notice.Recipient;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgSnapshotsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Pool sql = TestPostgres.pool(vertx);
    private final SecureRandom random = new SecureRandom();
    private final PgSnapshots snapshots = new PgSnapshots(vertx, sql, InstantSource.system(), "dpo@example.org");

    @AfterEach
    void close() {
        sql.close().await();
        vertx.close().await();
    }

    private UUID id() {
        return TimeUuid.of(Instant.now(), random);
    }

    private void register(int number, RecordStatus status, boolean deceased, PatientRights rights) {
        new Registry(sql)
                .register(id(), TestPatients.adult(number, status, deceased, rights))
                .await();
    }

    private void deposit(String root, String words, Marks marks) {
        Letter.of(root).entitled("Titre " + words).saying(words).deposit(sql, marks);
    }

    private Snapshot load(int number) {
        return snapshots.load(TestPatients.ins(number), null).await().orElseThrow();
    }

    private static String content(Snapshot snapshot) {
        return new String(snapshot.content().json().whole(), StandardCharsets.UTF_8)
                + new String(snapshot.content().sheet().whole(), StandardCharsets.UTF_8);
    }

    @Test
    void unknownPatientIsNobody() {
        assertThat(snapshots.load(TestPatients.ins(9), null).await()).isEmpty();
    }

    @Test
    void unmaskedDocumentIsShownAndMaskedOneLeavesNoSign() {
        register(1, RecordStatus.OPEN, false, PatientRights.NONE);
        deposit("1.2.3.1", "asthme", Marks.NONE);
        String without = content(load(1)).replaceAll("\"asOf\":\"[^\"]*\"", "");
        deposit("1.2.3.2", "secret", new Marks(true, false, false));
        String with = content(load(1)).replaceAll("\"asOf\":\"[^\"]*\"", "");
        assertThat(with).isEqualTo(without).contains("asthme").doesNotContain("secret");
    }

    @Test
    void documentThatAMaskedOneReplacedIsStillShown() {
        register(1, RecordStatus.OPEN, false, PatientRights.NONE);
        Letter.of("1.2.3.1").version(1).deposit(sql, Marks.NONE);
        String without = content(load(1)).replaceAll("\"asOf\":\"[^\"]*\"", "");
        Letter second = Letter.of("1.2.3.2").version(2).replacing("1.2.3.1").saying("secret");
        second.deposit(sql, new Marks(true, false, false));
        String with = content(load(1)).replaceAll("\"asOf\":\"[^\"]*\"", "");
        assertThat(with).isEqualTo(without).contains("asthme").doesNotContain("secret");
        Letter third = Letter.of("1.2.3.3").version(3).saying("bronchite");
        third.deposit(sql, Marks.NONE);
        assertThat(content(load(1))).contains("bronchite").doesNotContain("asthme");
    }

    @Test
    void archivedDocumentIsListedButNotInTheSummary() {
        register(1, RecordStatus.OPEN, false, PatientRights.NONE);
        deposit("1.2.3.1", "asthme", Marks.NONE);
        UUID archived = Letter.of("1.2.3.2").saying("bronchite").deposit(sql, Marks.NONE);
        assertThat(content(load(1))).contains("asthme", "bronchite");
        sql.query("update document set status = 'archived' where document_id = '" + archived + "'")
                .execute()
                .await();
        assertThat(content(load(1))).contains("asthme").doesNotContain("bronchite");
        assertThat(new PgDocuments(vertx, sql)
                        .list(load(1).patientId(), new Viewer("810001234567", false), null, 10)
                        .await())
                .filteredOn(card -> card.id().equals(archived))
                .singleElement()
                .extracting(Card::status)
                .isEqualTo("archived");
    }

    @Test
    void maskedDocumentIsShownWithThePatientsConsent() {
        register(1, RecordStatus.OPEN, false, new PatientRights(false, false, true, Set.of()));
        deposit("1.2.3.2", "secret", new Marks(true, false, false));
        assertThat(content(load(1))).contains("secret");
    }

    @Test
    void documentNotYetVisibleToThePatientIsShownToProfessionals() {
        register(1, RecordStatus.OPEN, false, PatientRights.NONE);
        deposit("1.2.3.2", "annonce", new Marks(false, true, false));
        assertThat(content(load(1))).contains("annonce");
    }

    @Test
    void closedMissingOrEndedRecordHasNoContent() {
        register(1, RecordStatus.CLOSED, false, PatientRights.NONE);
        register(2, RecordStatus.NONE, false, PatientRights.NONE);
        register(3, RecordStatus.OPEN, true, PatientRights.NONE);
        for (int number = 1; number <= 3; number++) {
            assertThat(load(number).content().empty()).isTrue();
            assertThat(load(number).toldOfAccess().turns()).isEmpty();
        }
    }

    @Test
    void gpWithoutAddressStillHasANoticeThatWaits() {
        register(1, RecordStatus.OPEN, false, PatientRights.NONE);
        assertThat(load(1).toldOfAccess().at(Instant.now()))
                .filteredOn(told -> told.kind() == Recipient.Kind.GP)
                .singleElement()
                .matches(Recipient::awaitsAddress);
    }

    @Test
    void bytesOfASnapshotGiveItBack() {
        register(1, RecordStatus.OPEN, false, new PatientRights(true, false, true, Set.of("810001234567")));
        deposit("1.2.3.1", "asthme", Marks.NONE);
        Snapshot snapshot = load(1);
        Snapshot back = SnapshotCodec.decode(SnapshotCodec.encode(snapshot));
        assertThat(back.patientId()).isEqualTo(snapshot.patientId());
        assertThat(back.recordVersion()).isEqualTo(snapshot.recordVersion());
        assertThat(back.standing()).isEqualTo(snapshot.standing());
        assertThat(back.toldOfAccess()).isEqualTo(snapshot.toldOfAccess());
        assertThat(back.toldOfRefusal()).isEqualTo(snapshot.toldOfRefusal());
        assertThat(back.content().json().whole())
                .isEqualTo(snapshot.content().json().whole());
        assertThat(back.content().sheet().whole())
                .isEqualTo(snapshot.content().sheet().whole());
    }

    @Test
    void damagedBytesAreNoSnapshot() {
        register(1, RecordStatus.OPEN, false, PatientRights.NONE);
        byte[] bytes = SnapshotCodec.encode(load(1));
        for (int cut : List.of(0, 1, 20, 40)) {
            byte[] damaged = Arrays.copyOf(bytes, cut);
            assertThatIllegalArgumentException().isThrownBy(() -> SnapshotCodec.decode(damaged));
        }
    }
}
