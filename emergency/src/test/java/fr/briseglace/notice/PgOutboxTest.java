package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.AccessMode;
import fr.briseglace.notice.Recipient.Kind;
import fr.briseglace.store.TestPostgres;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PgOutboxTest {
    private static final Set<Channel> MAIL = EnumSet.of(Channel.SECURE_MAIL, Channel.EMAIL);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String ADDRESS = "a@patient.mssante.fr";

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
    void claimedNoticeCarriesWhatItMaySay() throws Exception {
        trail.noticeOfRefusal(new Recipient(Kind.PATIENT, null, Channel.SECURE_MAIL, ADDRESS));
        NoticeFacts facts = claim(10).getFirst().facts();
        assertThat(facts)
                .isEqualTo(new NoticeFacts(
                        "Dr Anne REGUL",
                        "doctor",
                        "SAMU 44",
                        AccessMode.BRIS_DE_GLACE,
                        facts.at(),
                        true,
                        Language.FR,
                        NoticeFacts.PARIS));
    }

    @Test
    void patientIsToldInTheirLanguageAndTheTimeOfWhereTheyLive() throws Exception {
        trail.noticeTo(ADDRESS);
        trail.run("update patient set language = 'en', postal_address = '{3 rue du Port,97400 SAINT-DENIS}'");
        NoticeFacts facts = claim(10).getFirst().facts();
        assertThat(facts.language()).isEqualTo(Language.EN);
        assertThat(facts.zone()).hasToString("Indian/Reunion");
    }

    private List<Notice> outboxOfAll() throws Exception {
        return trail.outbox.claim(EnumSet.allOf(Channel.class), 10, LEASE).await(10, TimeUnit.SECONDS);
    }

    @Test
    void eachReaderIsTakenForWhatTheyAre() throws Exception {
        for (Kind kind : EnumSet.of(Kind.PATIENT, Kind.REPRESENTATIVE, Kind.GP)) {
            trail.notice(new Recipient(kind, null, Channel.SECURE_MAIL, ADDRESS));
        }
        trail.notice(new Recipient(Kind.REPRESENTATIVE, null, Channel.EMAIL, "b@courriel.example"));
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.SMS, "+33600000001"));
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.PORTAL, People.INS.value()));
        List<Notice> claimed = outboxOfAll();
        assertThat(claimed.stream().map(Notice::audience))
                .containsExactlyInAnyOrder(
                        new Audience.Anybody(),
                        new Audience.Anybody(),
                        new Audience.Holder(),
                        new Audience.Guardian("DOMINIQUE"),
                        new Audience.Practice("PAT-TROIS", "DOMINIQUE", LocalDate.of(1979, 3, 28)),
                        new Audience.Anybody());
    }

    @Test
    void noticeIsClaimedByOneNodeOnly() throws Exception {
        trail.noticesTo(40, "patient.mssante.fr");
        List<Future<List<Notice>>> nodes = Stream.generate(() -> trail.outbox.claim(MAIL, 15, LEASE))
                .limit(4)
                .toList();
        Future.all(nodes).await(10, TimeUnit.SECONDS);
        List<UUID> ids = nodes.stream()
                .flatMap(node -> node.result().stream())
                .map(notice -> notice.key().noticeId())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void deadNodesNoticeIsTakenOverWhenItsLeaseEnds() throws Exception {
        trail.noticeTo(ADDRESS);
        assertThat(claim(10)).singleElement().extracting(Notice::attempts).isEqualTo(1);
        assertThat(claim(10)).isEmpty();
        trail.makeAllDue();
        assertThat(claim(10)).singleElement().extracting(Notice::attempts).isEqualTo(2);
    }

    @Test
    void onlyConfiguredChannelsAreClaimedOrMeasured() throws Exception {
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.LETTER, "3 rue du Port"));
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.SMS, "+33600000000"));
        assertThat(claim(10)).isEmpty();
        assertThat(trail.outbox.oldestUnsent(MAIL).await(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(trail.outbox.claim(EnumSet.of(Channel.SMS), 10, LEASE).await(10, TimeUnit.SECONDS))
                .hasSize(1);
    }

    @Test
    void outcomesAreWrittenTogether() throws Exception {
        UUID sent = trail.noticeTo(ADDRESS);
        UUID retried = trail.noticeTo(ADDRESS);
        UUID parked = trail.noticeTo(ADDRESS);
        List<Notice> claimed = claim(10);
        settle(
                new Outcome.Sent(of(claimed, sent)),
                new Outcome.Retry(of(claimed, retried), Failure.RELAY_SILENT, Duration.ofHours(1)),
                new Outcome.Parked(of(claimed, parked), Failure.ADDRESS_REJECTED));
        assertThat(trail.row(sent)).satisfies(row -> {
            assertThat(row.getString("state")).isEqualTo("sent");
            assertThat(row.getOffsetDateTime("sent_at")).isNotNull();
            assertThat(row.getString("failure")).isNull();
        });
        assertThat(trail.row(retried)).satisfies(row -> {
            assertThat(row.getString("state")).isEqualTo("pending");
            assertThat(row.getString("failure")).isEqualTo("relay-silent");
            assertThat(row.getOffsetDateTime("next_attempt_at"))
                    .isAfter(row.getOffsetDateTime("record_at").plusMinutes(59));
        });
        assertThat(trail.row(parked)).satisfies(row -> {
            assertThat(row.getString("state")).isEqualTo("parked");
            assertThat(row.getString("failure")).isEqualTo("address-rejected");
            assertThat(row.getOffsetDateTime("sent_at")).isNull();
        });
    }

    @Test
    void nodeThatLostItsLeaseOverwritesOnlyWithASending() throws Exception {
        UUID id = trail.noticeTo(ADDRESS);
        Notice slow = claim(10).getFirst();
        trail.makeAllDue();
        Notice quick = claim(10).getFirst();
        settle(new Outcome.Parked(slow, Failure.RELAY_SILENT));
        assertThat(trail.row(id).getString("state")).isEqualTo("pending");
        settle(new Outcome.Sent(slow));
        settle(new Outcome.Retry(quick, Failure.RELAY_SILENT, Duration.ZERO));
        assertThat(trail.row(id).getString("state")).isEqualTo("sent");
    }

    @Test
    void rowThatCannotBeReadIsParkedAndHoldsUpNothing() throws Exception {
        UUID poisoned = trail.noticeTo(ADDRESS);
        trail.run("update notice set record_id = gen_random_uuid()");
        UUID sound = trail.noticeTo(ADDRESS);
        assertThat(claim(10))
                .singleElement()
                .extracting(n -> n.key().noticeId())
                .isEqualTo(sound);
        Row row = trail.row(poisoned);
        assertThat(row.getString("state")).isEqualTo("parked");
        assertThat(row.getString("failure")).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{null}"})
    void noticeOfAPatientWithoutAGivenNameIsParkedAndHoldsUpNoOther(String givenNames) throws Exception {
        UUID poisoned = trail.notice(new Recipient(Kind.REPRESENTATIVE, null, Channel.SECURE_MAIL, ADDRESS));
        UUID sound = trail.noticeTo(ADDRESS);
        trail.run("update patient set given_names = $1::text::text[]", givenNames);
        assertThat(claim(10))
                .singleElement()
                .extracting(n -> n.key().noticeId())
                .isEqualTo(sound);
        assertThat(trail.row(poisoned).getString("failure")).isEqualTo("unreadable");
    }

    @Test
    void ageOfTheOldestUnsentIsThatOfItsRecord() throws Exception {
        trail.noticeTo(ADDRESS);
        trail.run("update notice set record_at = now() - interval '1 hour'");
        trail.noticeTo(ADDRESS);
        Optional<Duration> age = trail.outbox.oldestUnsent(MAIL).await(10, TimeUnit.SECONDS);
        assertThat(age).hasValueSatisfying(found -> assertThat(found).isGreaterThanOrEqualTo(Duration.ofHours(1)));
    }

    @Test
    void whatWasParkedIsReplayedByItsReasonWithAllItsAttempts() throws Exception {
        UUID rejected = trail.noticeTo(ADDRESS);
        UUID refused = trail.noticeTo(ADDRESS);
        List<Notice> claimed = claim(10);
        settle(
                new Outcome.Parked(of(claimed, rejected), Failure.ADDRESS_REJECTED),
                new Outcome.Parked(of(claimed, refused), Failure.RELAY_REFUSED));
        assertThat(replayed(Optional.of(Failure.RELAY_REFUSED))).isEqualTo(1);
        assertThat(claim(10)).singleElement().satisfies(notice -> {
            assertThat(notice.key().noticeId()).isEqualTo(refused);
            assertThat(notice.attempts()).isEqualTo(1);
        });
        assertThat(replayed(Optional.empty())).isEqualTo(1);
        assertThat(trail.states()).containsExactly("pending 2");
    }

    @Test
    void replayTouchesNothingThatWasSentOrWaits() throws Exception {
        trail.noticeTo(ADDRESS);
        settle(new Outcome.Sent(claim(10).getFirst()));
        trail.notice(new Recipient(Kind.GP, null, Channel.SECURE_MAIL, null));
        assertThat(replayed(Optional.empty())).isZero();
        assertThat(trail.states()).containsExactly("awaiting-address 1", "sent 1");
    }

    @Test
    void whatHasNotLeftIsCountedByChannelAndState() throws Exception {
        trail.noticeTo(ADDRESS);
        settle(new Outcome.Sent(claim(10).getFirst()));
        trail.notice(new Recipient(Kind.GP, null, Channel.SECURE_MAIL, null));
        trail.notice(new Recipient(Kind.PATIENT, null, Channel.SMS, "+33600000000"));
        trail.noticeTo(ADDRESS);
        settle(new Outcome.Parked(claim(10).getFirst(), Failure.RELAY_REFUSED));
        assertThat(trail.outbox.unsent().await(10, TimeUnit.SECONDS))
                .containsExactlyInAnyOrder(
                        new Outbox.Unsent(Channel.SECURE_MAIL, "awaiting-address", 1),
                        new Outbox.Unsent(Channel.SMS, "pending", 1),
                        new Outbox.Unsent(Channel.SECURE_MAIL, "parked", 1));
    }

    @Test
    void shareToldWithinASecondIsThereForStatistics() throws Exception {
        trail.noticeTo(ADDRESS);
        trail.noticeTo(ADDRESS);
        trail.noticeTo(ADDRESS);
        List<Notice> claimed = claim(2);
        trail.run("update notice set record_at = now()");
        settle(new Outcome.Sent(claimed.get(0)), new Outcome.Sent(claimed.get(1)));
        trail.run(
                "update notice set sent_at = record_at + interval '2 seconds' where notice_id = $1",
                claimed.get(0).key().noticeId());
        trail.run(
                "update notice set sent_at = record_at + interval '1 second' where notice_id = $1",
                claimed.get(1).key().noticeId());
        Row row = trail.run("select * from notice_promptness").iterator().next();
        assertThat(List.of(row.getLong("notices"), row.getLong("sent"), row.getLong("within_a_second")))
                .containsExactly(3L, 2L, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void storeTakesEveryChannelWeHave(Channel channel) throws Exception {
        trail.notice(new Recipient(Kind.PATIENT, null, channel, "somewhere"));
        assertThat(trail.states()).containsExactly("pending 1");
        assertThat(Channel.of(channel.code())).isEqualTo(channel);
    }

    private List<Notice> claim(int limit) throws Exception {
        return trail.outbox.claim(MAIL, limit, LEASE).await(10, TimeUnit.SECONDS);
    }

    private int replayed(Optional<Failure> failure) throws Exception {
        return trail.outbox.replay(failure).await(10, TimeUnit.SECONDS);
    }

    private void settle(Outcome... outcomes) throws Exception {
        trail.outbox.settle(List.of(outcomes)).await(10, TimeUnit.SECONDS);
    }

    private static Notice of(List<Notice> claimed, UUID id) {
        return claimed.stream()
                .filter(notice -> notice.key().noticeId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
