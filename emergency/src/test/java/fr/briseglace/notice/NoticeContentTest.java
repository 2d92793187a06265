package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives in each mailbox, from the row of the record to the mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeContentTest {
    private static final String HOLDER = "279035121518989@patient.mssante.fr";
    private static final String ORDINARY = "dominique@courriel.example";
    private static final String PARENT = "parent@patient.mssante.fr";
    private static final String GP = "claude.generaliste@medecin.mssante.fr";
    private static final String OFFICER = "dpo@brise-glace.example";
    private static final String TITLE = "Compte rendu d’hospitalisation en addictologie";

    private final Vertx vertx = Vertx.vertx();
    private final Relay relay = new Relay();

    @BeforeAll
    void sendOneOfEach() throws Exception {
        Trail trail = new Trail(TestPostgres.pool(vertx));
        depositDocument(trail);
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.SECURE_MAIL, HOLDER));
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.EMAIL, ORDINARY));
        trail.notice(new Recipient(Kind.REPRESENTATIVE, null, Channel.SECURE_MAIL, PARENT));
        trail.notice(new Recipient(Kind.GP, null, Channel.SECURE_MAIL, GP));
        trail.noticeOfRefusal(new Recipient(Kind.PRIVACY_OFFICER, null, Channel.EMAIL, OFFICER));
        WatchedOutbox outbox = new WatchedOutbox(trail.outbox, 0);
        Future<Void> sent = outbox.written(Outcome.Sent.class, 5);
        NoticeChannel mail = MailChannel.create(
                vertx,
                relay.address(),
                new Sender("nous@brise-glace.example", "brise-glace.example"),
                InstantSource.system());
        Delivery delivery = new Delivery(
                WordingTest.WORDING,
                Map.of(Channel.SECURE_MAIL, mail, Channel.EMAIL, mail),
                Backoff.DEFAULT,
                () -> 0.5);
        Dispatcher dispatcher = Dispatcher.start(
                vertx, outbox, delivery, Pace.DEFAULT, new NoticeMetrics(new SimpleMeterRegistry()), () -> false);
        sent.await(20, TimeUnit.SECONDS);
        dispatcher.close().await(20, TimeUnit.SECONDS);
    }

    @AfterAll
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
        relay.down();
    }

    @ParameterizedTest
    @ValueSource(strings = {HOLDER, ORDINARY, PARENT, GP, OFFICER})
    void noMessageSaysAReasonADocumentACaseOrAnIdentifier(String address) throws Exception {
        assertThat(said(address))
                .doesNotContain(Trail.REASON)
                .doesNotContain("intoxication")
                .doesNotContain(TITLE)
                .doesNotContain("addictologie")
                .doesNotContain("samu440")
                .doesNotContain(People.INS.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {HOLDER, PARENT, GP})
    void secureMailboxesLearnWhoOpenedTheRecord(String address) throws Exception {
        assertThat(said(address)).contains("Dr Anne REGUL", "médecin", "SAMU 44", "régulation médicale (centre 15)");
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDINARY, OFFICER})
    void ordinaryMailboxesLearnNoName(String address) throws Exception {
        assertThat(said(address))
                .doesNotContain("REGUL")
                .doesNotContain("SAMU 44")
                .doesNotContain("DOMINIQUE")
                .doesNotContain("PAT-TROIS");
    }

    @Test
    void onlyTheGpLearnsThePatientsFullIdentity() throws Exception {
        assertThat(said(GP)).contains("DOMINIQUE PAT-TROIS", "28/03/1979");
        assertThat(said(PARENT))
                .contains("DOMINIQUE")
                .doesNotContain("MARIE")
                .doesNotContain("PAT-TROIS")
                .doesNotContain("1979");
        assertThat(said(HOLDER)).doesNotContain("PAT-TROIS").doesNotContain("1979");
    }

    private String said(String address) throws Exception {
        assertThat(relay.to(address)).hasSize(1);
        MimeMessage message = relay.to(address).getFirst();
        Multipart parts = (Multipart) message.getContent();
        return message.getSubject()
                + parts.getBodyPart(0).getContent()
                + parts.getBodyPart(1).getContent();
    }

    private static void depositDocument(Trail trail) throws Exception {
        trail.run("""
                insert into document (patient_id, document_id, unique_id, type_code, type_system, title, created_at,
                    author, source_kind, media_type, size, sha256, content, deposited_at)
                select patient_id, gen_random_uuid(), '1.2^3', '11490-0', '2.16.840.1.113883.6.1', $1, now(), '{}',
                    'professional', 'application/pdf', 1, '', '', now()
                from patient
                """, TITLE);
    }
}
