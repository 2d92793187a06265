package fr.briseglace.oversight;

import static fr.briseglace.law.AccessMode.BRIS_DE_GLACE;
import static fr.briseglace.law.AccessMode.CENTRE_15;
import static fr.briseglace.oversight.OversightBench.REGULATOR;
import static fr.briseglace.oversight.OversightBench.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.Ins;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Refusal;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.store.PgCrossings;
import fr.briseglace.store.PgOversight;
import fr.briseglace.store.Registry;
import fr.briseglace.store.TestPatients;
import fr.briseglace.trail.AccessRecord;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What opens a review, each rule by itself, on a real store. */
class GroundsTest {
    private final OversightBench bench = new OversightBench();
    private final UUID patient = bench.register(1);

    @AfterEach
    void close() {
        bench.close();
    }

    private Instant minutes(long ago) {
        return bench.now.minus(Duration.ofMinutes(ago));
    }

    /** The grounds of what happened last, once all of it was examined. */
    private List<String> grounds(AccessRecord... records) {
        List<UUID> ids = bench.happened(records);
        bench.examine();
        return bench.grounds(ids.getLast());
    }

    @Test
    void everyBrokenGlassIsReviewed() {
        assertThat(grounds(bench.opened(BRIS_DE_GLACE, REGULATOR, patient, bench.now)))
                .containsExactly("break-glass");
    }

    @Test
    void regulationIsReviewedWhereItIsDrawnAndNotOtherwise() {
        AccessRecord drawn = bench.opened(CENTRE_15, REGULATOR, patient, minutes(1));
        AccessRecord other = bench.opened(CENTRE_15, REGULATOR, patient, bench.now);
        bench.drawn.add(drawn.recordId());
        assertThat(grounds(other, drawn)).containsExactly("sample");
        assertThat(bench.grounds(other.recordId())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.class,
            names = {"NOT_ENTITLED", "OPPOSED", "BLOCKED", "PATIENT_DECEASED", "RECORD_CLOSED"})
    void attemptThatTheLawRefusesIsReviewed(Refusal refusal) {
        assertThat(grounds(bench.refused(CENTRE_15, REGULATOR, patient, bench.now, refusal)))
                .containsExactly("refused");
    }

    @Test
    void slipIsReviewedOnceItIsNoSlipAnyMore() {
        for (int i = 0; i < 4; i++) {
            assertThat(grounds(bench.refused(CENTRE_15, REGULATOR, patient, minutes(50 - i), Refusal.INS_INVALID)))
                    .isEmpty();
        }
        assertThat(grounds(bench.refused(CENTRE_15, REGULATOR, patient, bench.now, Refusal.CASE_MISSING)))
                .containsExactly("many-refusals");
    }

    @Test
    void attemptsThatNobodyCouldDecideAreNoSlips() {
        for (int i = 0; i < 6; i++) {
            assertThat(grounds(
                            bench.refused(CENTRE_15, REGULATOR, patient, minutes(50 - i), Refusal.STORE_UNAVAILABLE)))
                    .isEmpty();
        }
    }

    @Test
    void manyDistinctPatientsInAnHourAreAPatternAndManyLooksAtOneAreNot() {
        for (int i = 0; i < 25; i++) {
            bench.happened(bench.opened(CENTRE_15, REGULATOR, patient, minutes(30)));
        }
        bench.examine();
        assertThat(bench.count("review")).isZero();
        for (int i = 0; i < 18; i++) {
            bench.happened(bench.opened(CENTRE_15, REGULATOR, new UUID(9, i), minutes(20)));
        }
        bench.examine();
        assertThat(bench.count("review")).isZero();
        assertThat(grounds(bench.opened(CENTRE_15, REGULATOR, new UUID(9, 99), bench.now)))
                .containsExactly("many-patients");
    }

    @Test
    void manyPatientsInMoreThanAnHourAreNoPattern() {
        for (int i = 0; i < 30; i++) {
            bench.happened(bench.opened(CENTRE_15, REGULATOR, new UUID(9, i), minutes(i < 15 ? 62 : 1)));
        }
        bench.examine();
        assertThat(bench.count("review")).isZero();
    }

    @Test
    void patternIsFoundThoughHalfOfItComesLate() {
        List<AccessRecord> late = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            late.add(bench.opened(CENTRE_15, REGULATOR, new UUID(9, i), minutes(40)));
        }
        List<UUID> timely = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            timely.addAll(bench.happened(bench.opened(CENTRE_15, REGULATOR, new UUID(8, i), minutes(20 - i))));
        }
        bench.examine();
        assertThat(bench.count("review")).isZero();
        bench.happened(late.toArray(AccessRecord[]::new));
        bench.examine();
        assertThat(bench.grounds(timely.getLast())).containsExactly("many-patients");
        assertThat(bench.count("review")).isEqualTo(1);
    }

    @Test
    void fullHourIsNotReadAgainForEachAccessInIt() {
        AccessRecord[] evening = new AccessRecord[1_500];
        for (int i = 0; i < evening.length; i++) {
            evening[i] = bench.opened(
                    CENTRE_15, REGULATOR, new UUID(9, i), minutes(30).plusMillis(i));
        }
        bench.happened(evening);
        bench.examine();
        assertThat(bench.count("review")).isEqualTo(evening.length - 19);
        assertThat(bench.fetched("watched")).isLessThan(300L * evening.length);
    }

    @Test
    void samePatientByManyIsAPattern() {
        for (int i = 0; i < 4; i++) {
            assertThat(grounds(bench.opened(CENTRE_15, doctor("81000000000" + i, "X Y", "1"), patient, minutes(9 - i))))
                    .isEmpty();
        }
        assertThat(grounds(bench.opened(CENTRE_15, REGULATOR, patient, bench.now)))
                .containsExactly("many-professionals");
    }

    @ParameterizedTest
    @CsvSource({
        "Anne ESSAI-1, true",
        "Anne Marie Essai 1, true",
        "Anne d'essai, true",
        "ESSAI-1 Anne, false",
        "Anne ESSAI, false",
        "ESSAI-1, true",
        "'', false"
    })
    void patientWithTheProfessionalsOwnSurnameIsReviewed(String name, boolean same) {
        Caller relative = doctor("810001234567", name, "1440000001");
        assertThat(grounds(bench.opened(CENTRE_15, relative, patient, bench.now))
                        .contains("same-name"))
                .isEqualTo(same);
    }

    @Test
    void patientWhoLivesWhereTheProfessionalLivesIsReviewed() {
        Registry registry = new Registry(bench.sql);
        registry.practise(List.of(new Practitioner(REGULATOR.id(), "x", null))).await();
        registry.reside(REGULATOR.id(), List.of("3, rue de l'Église", "44000 NANTES"))
                .await();
        assertThat(grounds(bench.opened(CENTRE_15, REGULATOR, patient, bench.now)))
                .isEmpty();
        bench.run("update patient set postal_address = $1", (Object) new String[] {"3 RUE DE L EGLISE 44000 Nantes"});
        assertThat(grounds(bench.opened(CENTRE_15, REGULATOR, patient, bench.now)))
                .containsExactly("same-address");
    }

    @Test
    void sensitivePatientIsReviewed() {
        Registry registry = new Registry(bench.sql);
        registry.flag(patient, true).await();
        assertThat(grounds(bench.opened(CENTRE_15, REGULATOR, patient, bench.now)))
                .containsExactly("sensitive-patient");
        registry.flag(patient, false).await();
        assertThat(grounds(bench.opened(CENTRE_15, REGULATOR, patient, bench.now)))
                .isEmpty();
    }

    @Test
    void accessRightAfterARefusalInTheOtherModeIsReviewed() {
        assertThat(grounds(
                        bench.refused(BRIS_DE_GLACE, REGULATOR, patient, minutes(2), Refusal.REASON_MISSING),
                        bench.opened(CENTRE_15, REGULATOR, patient, bench.now)))
                .containsExactly("other-mode");
        UUID other = bench.register(2);
        assertThat(grounds(
                        bench.refused(CENTRE_15, REGULATOR, other, minutes(2), Refusal.CASE_MISSING),
                        bench.opened(CENTRE_15, REGULATOR, other, bench.now)))
                .isEmpty();
    }

    private void announced(String caseId) {
        bench.run("insert into announced_case values ($1, now())", "hash of " + caseId);
    }

    private void graceIsOver() {
        bench.run("update watched set seen_at = seen_at - interval '31 minutes'");
        bench.examine();
    }

    @Test
    void regulationOfACaseThatTheHubNeverAnnouncedIsReviewed() {
        announced("another");
        UUID access = bench.happened(bench.opened(CENTRE_15, REGULATOR, patient, bench.now, "mine"))
                .getFirst();
        bench.examine();
        assertThat(bench.grounds(access)).as("the hub may still announce it").isEmpty();
        graceIsOver();
        assertThat(bench.grounds(access)).containsExactly("no-case");
    }

    @Test
    void regulationOfAnAnnouncedCaseIsNotReviewedNorAnyWhereNoHubSpeaks() {
        UUID unheard = bench.happened(bench.opened(CENTRE_15, REGULATOR, patient, bench.now, "mine"))
                .getFirst();
        bench.examine();
        graceIsOver();
        UUID heard = bench.happened(bench.opened(CENTRE_15, REGULATOR, patient, bench.now, "mine"))
                .getFirst();
        bench.examine();
        announced("mine");
        graceIsOver();
        assertThat(bench.grounds(unheard)).isEmpty();
        assertThat(bench.grounds(heard)).isEmpty();
    }

    private UUID searched(int matched, Instant at, @Nullable String refusal) {
        UUID id = TimeUuid.of(at, bench.random);
        bench.run(
                "insert into search_record values ($1, $2, 'traits', 'centre_15', 'c', '810001234567', 'n', 'doctor',"
                        + " '1', 's', 'h', $3, $4, '{}')",
                id,
                at.atOffset(ZoneOffset.UTC),
                refusal,
                matched);
        return id;
    }

    @Test
    void manyAmbiguousSearchesOpenOneReviewAnHour() {
        for (int i = 0; i < 9; i++) {
            searched(1, minutes(30 - i), null);
        }
        for (int i = 0; i < 4; i++) {
            searched(3, minutes(20 - i), null);
        }
        bench.examine();
        assertThat(bench.count("review")).isZero();
        UUID fifth = searched(9, minutes(10), null);
        bench.examine();
        assertThat(bench.grounds(fifth)).containsExactly("ambiguous-searches");
        searched(4, minutes(5), null);
        bench.examine();
        assertThat(bench.count("review")).isEqualTo(1);
    }

    @Test
    void searchThatIsRefusedIsReviewed() {
        UUID search = searched(0, bench.now, "not-entitled");
        bench.examine();
        assertThat(bench.grounds(search)).containsExactly("refused");
    }

    @Test
    void surgesCrossingsAndFindingsOfAnOutageAreReviewed() {
        UUID surge = TimeUuid.of(bench.now, bench.random);
        bench.run(
                "insert into surge values ($1, now(), now() + interval '1 hour', null, '52', 'plan blanc', 'op', '', '1',"
                        + " 'Exploitation')",
                surge);
        UUID access = bench.happened(bench.opened(CENTRE_15, REGULATOR, patient, bench.now))
                .getFirst();
        bench.run(
                "insert into outage_finding values ($1, $2, $3, 'blocked')",
                patient,
                access,
                bench.now.atOffset(ZoneOffset.UTC));
        PgCrossings crossings = new PgCrossings(bench.sql, () -> bench.now, bench.random);
        Ins ins = TestPatients.ins(1);
        Future.all(
                        crossings.keep("access-patient", REGULATOR, ins),
                        crossings.keep("access-professional", REGULATOR, null))
                .await();
        crossings.keep("access-professional", REGULATOR, null).await();
        bench.examine();
        assertThat(bench.grounds(surge)).containsExactly("surge");
        assertThat(bench.grounds(access)).containsExactly("outage");
        assertThat(bench.count("review where about = 'limit'")).isEqualTo(2);
        assertThat(bench.count("review where about = 'limit' and patient_id = '" + patient + "'"))
                .isEqualTo(1);
    }

    @Test
    void severalGroundsAreOneReview() {
        bench.run("update patient set sensitive = true");
        assertThat(grounds(
                        bench.refused(CENTRE_15, REGULATOR, patient, minutes(1), Refusal.OPPOSED),
                        bench.opened(BRIS_DE_GLACE, REGULATOR, patient, bench.now)))
                .containsExactly("break-glass", "other-mode", "sensitive-patient");
        assertThat(bench.count("review")).isEqualTo(2);
    }

    @Test
    void recordThatCommitsLateIsNotMissed() {
        AccessRecord slow = bench.opened(BRIS_DE_GLACE, REGULATOR, patient, minutes(90));
        grounds(bench.opened(BRIS_DE_GLACE, REGULATOR, patient, bench.now));
        assertThat(grounds(slow)).containsExactly("break-glass");
    }

    @Test
    void examiningAgainOrByManyAtOnceOpensNothingTwice() {
        for (int i = 0; i < 30; i++) {
            bench.happened(bench.opened(BRIS_DE_GLACE, REGULATOR, new UUID(9, i), minutes(30 - i)));
        }
        PgOversight one = bench.oversight(Thresholds.DEFAULT);
        PgOversight other = bench.oversight(Thresholds.DEFAULT);
        Future.all(one.examine(), other.examine(), one.examine(), other.examine())
                .await();
        bench.run("update oversight set next_leaf = 0");
        bench.examine();
        assertThat(bench.count("review")).isEqualTo(30);
        assertThat(bench.count("review where 'many-patients' = any (grounds)")).isEqualTo(11);
    }
}
