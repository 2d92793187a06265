package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.store.TestPostgres;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact that does not work is none: nobody is left uninformed for a wrong number. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaddressingTest {
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
        trail.run("update patient set postal_address = '{3 rue du Port,44000 NANTES}'");
    }

    @AfterAll
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private UUID rejected(Kind kind, Channel channel) throws Exception {
        UUID id = trail.notice(new Recipient(kind, null, channel, "somewhere"));
        trail.run("update notice set state = 'parked', failure = 'address-rejected' where notice_id = $1", id);
        return id;
    }

    private int readdressed() throws Exception {
        return trail.outbox.readdress().await(10, TimeUnit.SECONDS);
    }

    private List<Notice> letters() throws Exception {
        return trail.outbox
                .claim(EnumSet.of(Channel.LETTER), 10, Duration.ofMinutes(1))
                .await(10, TimeUnit.SECONDS);
    }

    @Test
    void adultWhoseEveryDigitalAddressIsRejectedGetsOneLetter() throws Exception {
        rejected(Kind.PATIENT, Channel.SECURE_MAIL);
        rejected(Kind.PATIENT, Channel.SMS);
        trail.run("update notice set recipient_name = 'DOMINIQUE PAT-TROIS'");
        assertThat(readdressed()).isEqualTo(1);
        assertThat(letters()).singleElement().satisfies(letter -> {
            assertThat(letter.address()).isEqualTo("DOMINIQUE PAT-TROIS\n3 rue du Port\n44000 NANTES");
            assertThat(letter.audience()).isEqualTo(new Audience.Holder());
        });
        assertThat(readdressed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sent", "pending"})
    void whoeverIsReachedInAnotherWayGetsNoLetter(String state) throws Exception {
        rejected(Kind.PATIENT, Channel.SMS);
        UUID other = trail.noticeTo("a@patient.mssante.fr");
        trail.run("update notice set state = $1 where notice_id = $2", state, other);
        assertThat(readdressed()).isZero();
    }

    @Test
    void eventForThePortalReachesNobodyByItself() throws Exception {
        rejected(Kind.PATIENT, Channel.SMS);
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.PORTAL, People.INS.value()));
        assertThat(readdressed()).isEqualTo(1);
    }

    @Test
    void representativeGetsALetterAtTheirOwnPlace() throws Exception {
        trail.run("insert into representative (patient_id, ordinal, name, postal_address)"
                + " select patient_id, 0, 'Camille PARENT', '{1 quai Vert,29200 BREST}' from patient");
        UUID id = rejected(Kind.REPRESENTATIVE, Channel.SMS);
        trail.run("update notice set recipient_name = 'Camille PARENT' where notice_id = $1", id);
        assertThat(readdressed()).isEqualTo(1);
        assertThat(letters())
                .singleElement()
                .extracting(Notice::address)
                .isEqualTo("Camille PARENT\n1 quai Vert\n29200 BREST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ward = true", "birth_date = now() - interval '17 years'"})
    void letterToAMinorOrWardMightBeOpenedByThoseItIsKeptFrom(String represented) throws Exception {
        rejected(Kind.PATIENT, Channel.SMS);
        trail.run("update patient set " + represented);
        assertThat(readdressed()).isZero();
    }

    @Test
    void practicesAndOfficersGetNoLetters() throws Exception {
        rejected(Kind.GP, Channel.SECURE_MAIL);
        rejected(Kind.PRIVACY_OFFICER, Channel.EMAIL);
        assertThat(readdressed()).isZero();
    }
}
