package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.store.TestPostgres;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices without a usable address wait, and leave once there is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwaitingAddressTest {
    private static final Set<Channel> MAIL = EnumSet.of(Channel.SECURE_MAIL, Channel.EMAIL);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Vertx vertx = Vertx.vertx();
    private Pool pool;
    private Trail trail;

    @BeforeAll
    void createDatabase() throws Exception {
        pool = TestPostgres.pool(vertx);
    }

    @BeforeEach
    void open() throws Exception {
        trail = new Trail(pool);
    }

    @AfterAll
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void gpsNoticeLeavesOnceThePatientHasAGp() throws Exception {
        trail.run("update patient set gp_id = null");
        trail.notice(new Recipient(Kind.GP, null, Channel.SECURE_MAIL, null));
        trail.run("update professional set secure_mail = 'c.generaliste@medecin.mssante.fr'");
        assertThat(readdressed()).isZero();
        trail.run("update patient set gp_id = '801234567897'");
        assertThat(readdressed()).isEqualTo(1);
        assertThat(claim(10)).singleElement().extracting(Notice::address).isEqualTo("c.generaliste@medecin.mssante.fr");
    }

    @Test
    void representativesLetterWaitsForAPlaceToGoTo() throws Exception {
        UUID id = trail.notice(new Recipient(Kind.REPRESENTATIVE, "Camille PARENT", Channel.LETTER, null));
        trail.run("update notice set state = 'pending', recipient_name = 'Camille PARENT'");
        assertThat(letters()).isEmpty();
        assertThat(trail.row(id).getString("failure")).isEqualTo("address-missing");
        trail.run("update patient set postal_address = '{3 rue du Port,44000 NANTES}'");
        assertThat(readdressed()).isZero();
        trail.run("insert into representative (patient_id, ordinal, name, postal_address)"
                + " select patient_id, 0, 'Camille PARENT', '{1 quai Vert,29200 BREST}' from patient");
        assertThat(readdressed()).isEqualTo(1);
        assertThat(letters())
                .singleElement()
                .extracting(Notice::address)
                .isEqualTo("Camille PARENT\n1 quai Vert\n29200 BREST");
    }

    @ParameterizedTest
    @CsvSource({
        "secure_mailbox = true, SECURE_MAIL, 279035121518989@patient.mssante.fr",
        "email = 'a@courriel.example', EMAIL, a@courriel.example",
        "mobile = '+33600000000', SMS, +33600000000"
    })
    void noticeThatTheMinorAloneMayGetLeavesOnceTheyCanBeReached(String contact, Channel channel, String address)
            throws Exception {
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.SECURE_MAIL, null));
        trail.run("insert into patient_identifier select '279035121518989', '1.2.250.1.213.1.4.10', patient_id"
                + " from patient on conflict (ins_value, ins_oid) do update set patient_id = excluded.patient_id");
        assertThat(readdressed()).isZero();
        trail.run("update patient set " + contact);
        assertThat(readdressed()).isEqualTo(1);
        assertThat(outboxOfAll()).singleElement().satisfies(notice -> {
            assertThat(notice.channel()).isEqualTo(channel);
            assertThat(notice.address()).isEqualTo(address);
        });
    }

    @Test
    void gpsNoticeWaitsUntilTheDirectoryHasAnAddress() throws Exception {
        UUID id = trail.notice(new Recipient(Kind.GP, null, Channel.SECURE_MAIL, null));
        assertThat(claim(10)).isEmpty();
        assertThat(readdressed()).isZero();
        trail.run("update professional set secure_mail = 'c.generaliste@medecin.mssante.fr'");
        assertThat(readdressed()).isEqualTo(1);
        assertThat(claim(10)).singleElement().satisfies(notice -> {
            assertThat(notice.key().noticeId()).isEqualTo(id);
            assertThat(notice.address()).isEqualTo("c.generaliste@medecin.mssante.fr");
        });
    }

    @Test
    void gpsNoticeWhoseAddressWasRejectedIsTriedAgainAtAnotherAddressOnly() throws Exception {
        UUID id = trail.notice(new Recipient(Kind.GP, null, Channel.SECURE_MAIL, "old@medecin.mssante.fr"));
        settle(new Outcome.Parked(claim(10).getFirst(), Failure.ADDRESS_REJECTED));
        trail.run("update professional set secure_mail = 'old@medecin.mssante.fr'");
        assertThat(readdressed()).isZero();
        trail.run("update professional set secure_mail = 'new@medecin.mssante.fr'");
        assertThat(readdressed()).isEqualTo(1);
        assertThat(trail.row(id).getString("address")).isEqualTo("new@medecin.mssante.fr");
        assertThat(claim(10)).singleElement().extracting(Notice::attempts).isEqualTo(1);
    }

    @Test
    void holdersNoticeDoesNotGoToTheGpsAddress() throws Exception {
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.SECURE_MAIL, null));
        trail.run("update professional set secure_mail = 'c.generaliste@medecin.mssante.fr'");
        assertThat(readdressed()).isZero();
    }

    @Test
    void letterWaitsForAPlaceToGoTo() throws Exception {
        UUID id = trail.notice(new Recipient(Kind.PATIENT, null, Channel.LETTER, null));
        trail.run("update notice set state = 'pending', recipient_name = 'DOMINIQUE PAT-TROIS'");
        assertThat(letters()).isEmpty();
        assertThat(trail.row(id).getString("failure")).isEqualTo("address-missing");
        assertThat(readdressed()).isZero();
        trail.run("update patient set postal_address = '{3 rue du Port,44000 NANTES}'");
        assertThat(readdressed()).isEqualTo(1);
        assertThat(letters())
                .singleElement()
                .extracting(Notice::address)
                .isEqualTo("DOMINIQUE PAT-TROIS\n3 rue du Port\n44000 NANTES");
    }

    private List<Notice> outboxOfAll() throws Exception {
        return trail.outbox.claim(EnumSet.allOf(Channel.class), 10, LEASE).await(10, TimeUnit.SECONDS);
    }

    private List<Notice> claim(int limit) throws Exception {
        return trail.outbox.claim(MAIL, limit, LEASE).await(10, TimeUnit.SECONDS);
    }

    private List<Notice> letters() throws Exception {
        return trail.outbox.claim(EnumSet.of(Channel.LETTER), 10, LEASE).await(10, TimeUnit.SECONDS);
    }

    private void settle(Outcome... outcomes) throws Exception {
        trail.outbox.settle(List.of(outcomes)).await(10, TimeUnit.SECONDS);
    }

    private int readdressed() throws Exception {
        return trail.outbox.readdress().await(10, TimeUnit.SECONDS);
    }
}
