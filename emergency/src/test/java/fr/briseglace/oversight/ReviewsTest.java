package fr.briseglace.oversight;

import static fr.briseglace.law.AccessMode.BRIS_DE_GLACE;
import static fr.briseglace.law.AccessMode.CENTRE_15;
import static fr.briseglace.oversight.OversightBench.OFFICER;
import static fr.briseglace.oversight.OversightBench.REGULATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.law.Caller;
import fr.briseglace.law.JournalReader;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.notice.Message;
import fr.briseglace.notice.NoticeChannel;
import fr.briseglace.notice.Receipt;
import fr.briseglace.store.PgPatientDesk;
import fr.briseglace.store.PgReviewPost;
import fr.briseglace.store.RecordRows;
import fr.briseglace.trail.KeptRecord;
import fr.briseglace.trail.RecordCodec;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The privacy officer's queue and judgements, on a real store. */
class ReviewsTest {
    private final OversightBench bench = new OversightBench();
    private final UUID patient = bench.register(1);
    private final Reviews reviews = new Reviews(bench.reviews, () -> bench.now, bench.random);

    @AfterEach
    void close() {
        bench.close();
    }

    private UUID broken(long minutesAgo) {
        UUID id = bench.happened(bench.opened(
                        BRIS_DE_GLACE, REGULATOR, patient, bench.now.minus(Duration.ofMinutes(minutesAgo))))
                .getFirst();
        bench.examine();
        return id;
    }

    private List<UUID> queue(boolean investigated, @Nullable UUID after, int limit) {
        return reviews.queue(OFFICER, investigated, after, limit).await().stream()
                .map(Review::id)
                .toList();
    }

    private void overdue(UUID review, int days) {
        bench.run("update review set due_at = now() - $2 * interval '1 day' where review_id = $1", review, days);
    }

    private Judged judge(UUID id, Judgement judgement, String comment) {
        return reviews.judge(OFFICER, id, judgement, comment).await();
    }

    private List<KeptRecord> trail(String kind) {
        List<KeptRecord> records = new ArrayList<>();
        for (Row row : bench.run("select * from access where kind = $1 order by at, record_id", kind)) {
            records.add(RecordRows.record(row));
        }
        return records;
    }

    @Test
    void reviewIsDueInSevenDaysAndSaysWhatIsNeededToJudge() {
        UUID id = broken(1);
        Review review = reviews.queue(OFFICER, false, null, 10).await().getFirst();

        assertThat(review.id()).isEqualTo(id);
        assertThat(Duration.between(bench.now, review.dueAt()))
                .isBetween(Duration.ofDays(7), Duration.ofDays(7).plusMinutes(2));
        assertThat(review.overdue(bench.now)).isFalse();
        assertThat(review.overdue(review.dueAt().plusMillis(1))).isTrue();
        assertThat(review.patientId()).isEqualTo(patient);
        assertThat(review.facts().professional())
                .isEqualTo(new Review.Professional(REGULATOR.id(), REGULATOR.name(), "doctor"));
        assertThat(review.facts().mode()).isEqualTo(BRIS_DE_GLACE);
        assertThat(review.facts().structure()).isEqualTo("SAMU 1440000001");
        assertThat(review.facts().reasonCode()).isEqualTo("shock");
        assertThat(review.facts().reasonText()).isEqualTo("collapsus");
    }

    @Test
    void overdueComesFirstAndPagesMissNothingThoughTheyAreJudgedMeanwhile() {
        UUID one = broken(5);
        UUID two = broken(4);
        UUID three = broken(3);
        UUID late = broken(2);
        overdue(late, 1);

        assertThat(queue(false, null, 2)).containsExactly(late, one);
        judge(one, Judgement.LEGITIMATE, "intervention vérifiée");
        assertThat(queue(false, one, 2)).containsExactly(two, three);
        assertThat(queue(false, three, 2)).isEmpty();
        assertThat(queue(false, new UUID(1, 1), 2)).as("after what is none").isEmpty();
    }

    @Test
    void whatThePrivacyOfficerIsShownIsRecordedItself() {
        UUID id = broken(1);
        queue(false, null, 10);
        queue(false, id, 10);

        List<KeptRecord> looks = trail("queue-read");
        assertThat(looks).extracting(look -> look.record().subject()).containsExactlyInAnyOrder(id.toString(), null);
        assertThat(looks.getFirst().record().caller().id()).isEqualTo(OFFICER.id());
        assertThat(bench.count("unsequenced")).as("like every record").isEqualTo(2);
    }

    @Test
    void judgementIsARecordOfTheTrailThatItsLeafCommitsTo() {
        UUID id = broken(1);
        assertThat(judge(id, Judgement.ABUSE, "<b>aucun appel</b> & 'rien'")).isInstanceOf(Judged.Kept.class);

        KeptRecord kept = trail("reviewed").getFirst();
        assertThat(kept.record().subject()).isEqualTo(id.toString());
        assertThat(kept.record().reason()).satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("abuse");
            assertThat(reason.text()).isEqualTo("<b>aucun appel</b> & 'rien'");
        });
        assertThat(kept.record().patientId()).isEqualTo(patient);
        assertThat(kept.record().mode()).isEqualTo(BRIS_DE_GLACE);
        assertThat(RecordCodec.decode(RecordCodec.encode(kept.record())).recordId())
                .isEqualTo(kept.record().recordId());
        assertThat(bench.run("select leaf from access where kind = 'reviewed'")
                        .iterator()
                        .next()
                        .getBuffer(0)
                        .getBytes())
                .isEqualTo(kept.leaf().hash());
        assertThat(queue(false, null, 10)).isEmpty();
        assertThatThrownBy(() -> bench.run("delete from access where kind = 'reviewed'"))
                .hasMessageContaining("not rewritten");
    }

    @Test
    void judgementThatSettlesIsNotReplacedAndTheSameAgainIsNoSecondOne() {
        UUID id = broken(1);
        judge(id, Judgement.LEGITIMATE, "vérifié");

        assertThat(judge(id, Judgement.LEGITIMATE, "vérifié")).isInstanceOf(Judged.Kept.class);
        assertThat(judge(id, Judgement.ABUSE, "vérifié")).isInstanceOf(Judged.Settled.class);
        assertThat(judge(id, Judgement.LEGITIMATE, "autrement")).isInstanceOf(Judged.Settled.class);
        assertThat(trail("reviewed")).hasSize(1);
        assertThat(judge(new UUID(1, 1), Judgement.ABUSE, "rien")).isInstanceOf(Judged.Unknown.class);
    }

    @Test
    void ofTwoJudgementsAtOnceOneCounts() {
        UUID id = broken(1);
        Future<Judged> one = reviews.judge(OFFICER, id, Judgement.LEGITIMATE, "vérifié");
        Future<Judged> other = reviews.judge(OFFICER, id, Judgement.ABUSE, "abus");
        Future.all(one, other).await();

        assertThat(List.of(one.result(), other.result()))
                .hasAtLeastOneElementOfType(Judged.Kept.class)
                .hasAtLeastOneElementOfType(Judged.Settled.class);
        assertThat(trail("reviewed")).hasSize(1);
    }

    @Test
    void whatIsToBeInvestigatedIsJudgedAgainAndEachJudgementStaysInTheTrail() {
        UUID id = broken(1);
        judge(id, Judgement.TO_INVESTIGATE, "établissement interrogé");

        assertThat(queue(false, null, 10)).isEmpty();
        assertThat(queue(true, null, 10)).containsExactly(id);
        assertThat(judge(id, Judgement.ABUSE, "aucune prise en charge")).isInstanceOf(Judged.Kept.class);
        assertThat(queue(true, null, 10)).isEmpty();
        assertThat(trail("reviewed"))
                .extracting(kept -> kept.record().reason())
                .extracting(reason -> reason == null ? "" : reason.code())
                .containsExactlyInAnyOrder("to-investigate", "abuse");
    }

    @Test
    void newGroundOpensASettledReviewAgain() {
        UUID id = broken(1);
        judge(id, Judgement.LEGITIMATE, "vérifié");
        bench.run(
                "insert into outage_finding values ($1, $2, (select at from access where record_id = $2), 'opposed')",
                patient,
                id);
        bench.examine();

        assertThat(queue(false, null, 10)).containsExactly(id);
        assertThat(bench.grounds(id)).containsExactly("break-glass", "outage");
        assertThat(trail("reviewed")).as("what was judged stays").hasSize(1);
    }

    @Test
    void judgementIsNoLineOfThePatientsJournal() {
        judge(broken(1), Judgement.TO_INVESTIGATE, "soupçon");
        for (JournalReader reader : JournalReader.values()) {
            assertThat(new PgPatientDesk(bench.sql)
                            .journal(patient, reader, null, 10)
                            .await())
                    .extracting(entry -> entry.kind())
                    .containsExactly("opened");
        }
    }

    @Test
    void whatRestsOnNoModeIsReviewedAndRecordedWithoutOne() {
        UUID surge = new UUID(5, 5);
        bench.run(
                "insert into surge values ($1, now(), now() + interval '1 hour', null, '52', 'plan blanc', 'op-1', 'Op', '1',"
                        + " 'Exploitation')",
                surge);
        bench.examine();
        Review review = reviews.queue(OFFICER, false, null, 10).await().getFirst();
        assertThat(review.facts().professional()).isEqualTo(new Review.Professional("op-1", "Op", "operator"));
        assertThat(review.facts().reasonText()).isEqualTo("plan blanc");
        assertThat(review.patientId()).isNull();
        assertThat(judge(surge, Judgement.LEGITIMATE, "collision de trains")).isInstanceOf(Judged.Kept.class);
        KeptRecord kept = trail("reviewed").getFirst();
        assertThat(kept.record().mode()).isNull();
        assertThat(RecordCodec.decode(RecordCodec.encode(kept.record())).mode()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyButThePrivacyOfficerReviewsAndOnlyFromTheirOwnHouse(Role role) {
        for (StructureKind kind : StructureKind.values()) {
            Caller caller = new Caller(role, "x", "", Set.of(), true, new Structure("1", "", kind));
            assertThat(Reviews.entitled(caller))
                    .isEqualTo(role == Role.PRIVACY_OFFICER && kind == StructureKind.OVERSIGHT);
        }
    }

    /** A channel that keeps what it takes. */
    private static final class Box implements NoticeChannel {
        final List<Message> taken = new ArrayList<>();
        boolean shut;

        @Override
        public Future<Receipt> send(Message message) {
            if (shut) {
                return Future.succeededFuture(new Receipt.Declined(fr.briseglace.notice.Failure.RELAY_SILENT));
            }
            taken.add(message);
            return Future.succeededFuture(new Receipt.Accepted());
        }

        @Override
        public Future<Void> close() {
            return Future.succeededFuture();
        }
    }

    private final Box box = new Box();
    private final ReviewMails mails =
            new ReviewMails(new PgReviewPost(bench.sql), box, "dpo@example.org", "direction@example.org");

    @Test
    void officerIsWrittenReferencesAndNeverAnIdentity() {
        UUID one = broken(2);
        UUID two = broken(1);
        mails.round().await();
        mails.round().await();

        Message mail = box.taken.getFirst();
        assertThat(box.taken).hasSize(1);
        assertThat(mail.address()).isEqualTo("dpo@example.org");
        assertThat(mail.words().text()).contains(one.toString(), two.toString());
        for (String identity :
                List.of(REGULATOR.id(), "REGUL", "SAMU", "ESSAI", "27903512", patient.toString(), "shock")) {
            assertThat(mail.words().text() + mail.words().html() + mail.words().subject())
                    .doesNotContain(identity);
        }
    }

    @Test
    void whatTheRelayDoesNotTakeIsWrittenAgainUnderTheSameId() {
        UUID id = broken(1);
        box.shut = true;
        assertThat(mails.round().await()).isFalse();
        box.shut = false;
        assertThat(mails.round().await()).isTrue();
        assertThat(box.taken)
                .singleElement()
                .satisfies(mail -> assertThat(mail.words().text()).contains(id.toString()));
    }

    @Test
    void whatNobodyJudgedInSevenDaysEscalatesOnceAndIsFlagged() {
        UUID id = broken(1);
        mails.round().await();
        overdue(id, 0);
        mails.round().await();
        mails.round().await();

        assertThat(box.taken).hasSize(2);
        assertThat(box.taken.getLast().address()).isEqualTo("direction@example.org");
        assertThat(box.taken.getLast().words().text()).contains(id.toString());
        assertThat(reviews.queue(OFFICER, false, null, 10).await().getFirst().escalated())
                .isTrue();
    }

    @Test
    void attemptThatTheOfficerWasToldOfAtOnceIsNotWrittenOfAgain() {
        UUID id = bench.happened(bench.refused(CENTRE_15, REGULATOR, patient, bench.now, Refusal.BLOCKED))
                .getFirst();
        bench.run(
                "insert into notice (notice_id, patient_id, record_id, record_at, recipient, channel, address, state,"
                        + " next_attempt_at) values (gen_random_uuid(), $1, $2, now(), 'privacy-officer', 'secure-mail', 'd@e.fr',"
                        + " 'sent', now())",
                patient,
                id);
        bench.examine();
        assertThat(queue(false, null, 10)).containsExactly(id);
        mails.round().await();
        assertThat(box.taken).isEmpty();
    }
}
