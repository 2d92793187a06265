package fr.briseglace.store;

import static fr.briseglace.store.SearchBench.ASSISTANT;
import static fr.briseglace.store.SearchBench.NOW;
import static fr.briseglace.store.SearchBench.NURSE;
import static fr.briseglace.store.SearchBench.REGULATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.announce.AnnounceOutcome;
import fr.briseglace.announce.AnnounceOutcome.Announced;
import fr.briseglace.announce.AnnounceOutcome.Refused;
import fr.briseglace.announce.AnnounceOutcome.Warmed;
import fr.briseglace.announce.Announcements;
import fr.briseglace.announce.LinkOutcome;
import fr.briseglace.announce.Lookup;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.hub.CaseId;
import fr.briseglace.hub.CaseMessage;
import fr.briseglace.hub.CasePatientId;
import fr.briseglace.hub.HubMessages;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.Sex;
import fr.briseglace.law.Caller;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.patient.Contacts;
import fr.briseglace.search.ProvisionalNumber;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that announce themselves, on a real PostgreSQL. */
class AnnouncementsTest {
    private static final CaseId CASE = new CaseId(HubMessages.CASE);
    private static final CasePatientId PATIENT = new CasePatientId(HubMessages.PATIENT);
    private static final String BORN = SearchBench.BORN.toString();

    private final SearchBench bench = new SearchBench();
    private final PgCases store = new PgCases(bench.sql, bench.sql);
    private Instant now = NOW;
    private final Announcements announcements = new Announcements(
            store,
            new Lookup(store, new PgSearchStore(bench.sql, bench.sql)),
            bench.snapshots,
            KeyRing.of(new byte[32], List.of(new KeyRing.Key(0, new byte[32])), new SecureRandom()),
            () -> now);

    @AfterEach
    void close() {
        bench.close();
    }

    private AnnounceOutcome announce(Caller caller, String message) {
        return announcements
                .announce(caller, (CaseMessage) CaseMessage.read(message.getBytes(StandardCharsets.UTF_8)))
                .await();
    }

    /** Whether each patient of the message is ready, in order. */
    private List<Boolean> warmed(String message) {
        return ((Announced) announce(ASSISTANT, message))
                .patients().stream().map(Warmed::warmed).toList();
    }

    private LinkOutcome link(CasePatientId patient) {
        return announcements.link(REGULATOR, CASE, patient).await();
    }

    @Test
    void patientIsReadyByMatriculeWhoeverAssignedIt() {
        Ins ins = bench.register("ROY", "JULIE");

        assertThat(warmed(HubMessages.creation(
                        HubMessages.patient(1, HubMessages.nir(ins)),
                        HubMessages.patient(2, HubMessages.nir(TestPatients.ins(777))),
                        HubMessages.patient(3, ""))))
                .containsExactly(true, false, false);
        assertThat(bench.snapshots.asked).containsExactly(ins);
    }

    @Test
    void patientIsReadyByBraceletAndByTraits() {
        Ins ins = bench.register("ROY", "JULIE");
        bench.provisional
                .tie(REGULATOR, new ProvisionalNumber("SINUS-44-01"), bench.tokens.issue(ins, REGULATOR, NOW))
                .await();

        assertThat(warmed(HubMessages.creation(
                        HubMessages.patient(1, HubMessages.number("SINUS", "sinus-44 - 01")),
                        HubMessages.patient(2, HubMessages.traits("Roi", "julie", BORN)),
                        HubMessages.patient(3, HubMessages.traits("Petit", "Julie", BORN)),
                        HubMessages.patient(4, HubMessages.number("SINUS", "!")))))
                .containsExactly(true, true, false, false);
        assertThat(bench.snapshots.asked).containsExactly(ins, ins);
    }

    @Test
    void traitsThatFitTooManyMakeNobodyReady() {
        for (int i = 0; i < 6; i++) {
            bench.register("ROY", "JULIE");
        }
        assertThat(warmed(HubMessages.creation(HubMessages.patient(HubMessages.traits("ROY", "JULIE", BORN)))))
                .containsExactly(false);
        assertThat(bench.snapshots.asked).isEmpty();
    }

    @Test
    void answerDoesNotTellWhatThePatientDecidedNorWhetherThereIsARecord() {
        Ins opposed = register(RecordStatus.OPEN, false, new PatientRights(true, true, false, Set.of()));
        Ins without = register(RecordStatus.NONE, false, PatientRights.NONE);
        Ins closed = register(RecordStatus.CLOSED, false, PatientRights.NONE);

        assertThat(warmed(HubMessages.creation(
                        HubMessages.patient(1, HubMessages.nir(opposed)),
                        HubMessages.patient(2, HubMessages.nir(without)),
                        HubMessages.patient(3, HubMessages.nir(closed)))))
                .containsExactly(true, true, true);
    }

    private Ins register(RecordStatus status, boolean deceased, PatientRights rights) {
        return bench.register(
                SearchBench.identity("ROY", null, SearchBench.BORN, Sex.F, null, "JULIE"),
                Contacts.NONE,
                status,
                deceased,
                rights);
    }

    @Test
    void updateWithoutAnIdentityFindsThePatientOfTheMessageBefore() {
        Ins ins = bench.register("ROY", "JULIE");
        assertThat(warmed(HubMessages.update(HubMessages.patient("")))).containsExactly(false);
        warmed(HubMessages.creation(HubMessages.patient(HubMessages.nir(ins))));
        bench.snapshots.asked.clear();

        assertThat(warmed(HubMessages.update(HubMessages.patient("")))).containsExactly(true);
        assertThat(warmed(HubMessages.link())).containsExactly(true);
        assertThat(bench.snapshots.asked).containsExactly(ins, ins);
    }

    @Test
    void laterIdentityTakesThePlaceOfTheOneBefore() {
        Ins wrong = bench.register("ROY", "JULIE");
        Ins right = bench.register("PETIT", "ANNE");
        warmed(HubMessages.creation(HubMessages.patient(HubMessages.nir(wrong))));
        warmed(HubMessages.update(HubMessages.patient(HubMessages.nir(right))));
        bench.snapshots.asked.clear();

        warmed(HubMessages.update(HubMessages.patient("")));
        assertThat(bench.snapshots.asked).containsExactly(right);
    }

    @Test
    void caseIsRememberedForFortyEightHoursAfterItsLatestMessage() {
        Ins ins = bench.register("ROY", "JULIE");
        assertThat(link(PATIENT)).isEqualTo(LinkOutcome.NOT_FOUND);
        warmed(HubMessages.creation(HubMessages.patient(HubMessages.nir(ins))));
        assertThat(link(PATIENT)).isEqualTo(LinkOutcome.KNOWN);
        now = NOW.plus(Duration.ofHours(47));
        warmed(HubMessages.update());
        now = now.plus(Duration.ofDays(2)).minusNanos(1_000);
        assertThat(link(PATIENT)).isEqualTo(LinkOutcome.KNOWN);
        assertThat(announcements.forget().await()).isZero();
        now = now.plusNanos(1_000);
        assertThat(link(PATIENT)).isEqualTo(LinkOutcome.NOT_FOUND);
        assertThat(warmed(HubMessages.update(HubMessages.patient("")).replace("42\"", "43\"")))
                .containsExactly(false);
        assertThat(announcements.forget().await()).isEqualTo(1);
        assertThat(bench.rows("select * from announced_patient")).hasSize(1);
    }

    @Test
    void linkIsToAPatientOfTheCaseAlone() {
        warmed(HubMessages.creation(HubMessages.patient("")));

        assertThat(link(PATIENT)).isEqualTo(LinkOutcome.KNOWN);
        assertThat(link(new CasePatientId(HubMessages.PATIENT + "2"))).isEqualTo(LinkOutcome.NOT_FOUND);
        assertThat(announcements.link(ASSISTANT, CASE, null).await()).isEqualTo(LinkOutcome.KNOWN);
        assertThat(announcements
                        .link(ASSISTANT, new CaseId("fr.health.samu440.1"), null)
                        .await())
                .isEqualTo(LinkOutcome.NOT_FOUND);
    }

    @Test
    void exerciseAndCancellationMakeNobodyReadyAndAreNotRemembered() {
        Ins ins = bench.register("ROY", "JULIE");
        String message = HubMessages.creation(HubMessages.patient(HubMessages.nir(ins)));

        assertThat(warmed(HubMessages.enveloped(message, "Report", "Exercise"))).containsExactly(false);
        assertThat(warmed(HubMessages.enveloped(message, "Cancel", "Actual"))).containsExactly(false);
        assertThat(bench.snapshots.asked).isEmpty();
        assertThat(link(PATIENT)).isEqualTo(LinkOutcome.NOT_FOUND);
    }

    static Stream<Caller> strangers() {
        Structure samu = REGULATOR.structure();
        return Stream.of(
                NURSE,
                new Caller(Role.NURSE, "n", "N", Set.of(), false, samu),
                new Caller(Role.NONE, "n", "N", Set.of(), false, samu),
                new Caller(Role.HOLDER, "n", "N", Set.of(), false, samu),
                new Caller(Role.DOCTOR, "n", "N", Set.of("SM25"), true, samu),
                new Caller(Role.REGULATION_ASSISTANT, "n", "N", Set.of(), false, NURSE.structure()),
                new Caller(
                        Role.DOCTOR, "n", "N", Set.of(), true, new Structure("1", "SST", StructureKind.OCCUPATIONAL)));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void nobodyButDoctorsAndAssistantsOfASamuAnnounces(Caller caller) {
        Ins ins = bench.register("ROY", "JULIE");

        assertThat(announce(caller, HubMessages.creation(HubMessages.patient(HubMessages.nir(ins)))))
                .isEqualTo(Refused.NOT_ENTITLED);
        assertThat(announcements.link(caller, CASE, null).await()).isEqualTo(LinkOutcome.NOT_ENTITLED);
        assertThat(bench.snapshots.asked).isEmpty();
        assertThat(bench.rows("select * from announced_case")).isEmpty();
    }

    @Test
    void nothingOfTheHubIsKeptInClearAndNothingIsRecordedAsAnAccess() {
        Ins ins = bench.register("ROY", "JULIE");
        warmed(HubMessages.creation(HubMessages.patient(HubMessages.nir(ins))));

        List<Row> kept = bench.rows("select c::text || p::text as kept from announced_case c join announced_patient p"
                + " using (case_hash)");
        assertThat(kept).hasSize(1).allSatisfy(row -> assertThat(row.getString("kept"))
                .doesNotContain("DRFR", "samu", ins.value(), "ROY"));
        assertThat(bench.rows("select 1 from access")).isEmpty();
        assertThat(bench.rows("select 1 from search_record")).isEmpty();
        assertThat(bench.rows("select 1 from notice")).isEmpty();
    }

    @Test
    void moreThanAHundredPatientsAreAnsweredAndTheFirstHundredLookedFor() {
        String ins = HubMessages.nir(bench.register("ROY", "JULIE"));
        String[] patients = Stream.iterate(1, i -> i + 1)
                .limit(120)
                .map(i -> HubMessages.patient(i, ins))
                .toArray(String[]::new);

        List<Boolean> warmed = warmed(HubMessages.creation(patients));
        assertThat(warmed.subList(0, 100)).containsOnly(true);
        assertThat(warmed.subList(100, 120)).isEqualTo(Collections.nCopies(20, false));
        assertThat(link(new CasePatientId(HubMessages.PATIENT.replaceFirst("1$", "120"))))
                .isEqualTo(LinkOutcome.KNOWN);
    }

    @Test
    void messagesAboutOneCaseAtOnceAreAllRemembered() {
        Ins ins = bench.register("ROY", "JULIE");
        List<Future<AnnounceOutcome>> all = Stream.iterate(1, i -> i + 1)
                .limit(20)
                .map(i -> announcements.announce(ASSISTANT, (CaseMessage) CaseMessage.read(HubMessages.update(
                                HubMessages.patient(i, HubMessages.nir(ins)),
                                HubMessages.patient(1, HubMessages.nir(ins)))
                        .getBytes(StandardCharsets.UTF_8))))
                .toList();
        Future.all(all).await();

        assertThat(bench.rows("select distinct patient_hash from announced_patient"))
                .hasSize(20);
    }

    @Test
    void storeThatCannotBeAskedIsSaid() {
        bench.sql.close().await();

        assertThatThrownBy(() -> warmed(HubMessages.creation(HubMessages.patient(""))))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> link(PATIENT)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void whoASearchShowsIsMadeReadyAndNobodyElse() {
        Ins ins = bench.register("ROY", "JULIE");
        bench.register("PETIT", "ANNE");

        bench.find(SearchBench.traits("ROY", "JULIE"));
        assertThat(bench.snapshots.asked).containsExactly(ins);
        bench.snapshots.asked.clear();
        for (int i = 0; i < 5; i++) {
            bench.register("ROY", "JULIE");
        }
        bench.find(SearchBench.traits("ROY", "JULIE"));
        assertThat(bench.snapshots.asked).isEmpty();
    }
}
