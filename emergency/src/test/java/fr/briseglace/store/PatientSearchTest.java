package fr.briseglace.store;

import static fr.briseglace.store.SearchBench.ASSISTANT;
import static fr.briseglace.store.SearchBench.BORN;
import static fr.briseglace.store.SearchBench.NOW;
import static fr.briseglace.store.SearchBench.NURSE;
import static fr.briseglace.store.SearchBench.REGULATOR;
import static fr.briseglace.store.SearchBench.identity;
import static fr.briseglace.store.SearchBench.traits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.access.TooLate;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.InsDatamatrix;
import fr.briseglace.identity.InsFault;
import fr.briseglace.identity.Sex;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Refusal;
import fr.briseglace.patient.Contacts;
import fr.briseglace.search.Candidate;
import fr.briseglace.search.PatientQuery;
import fr.briseglace.search.PatientQuery.ByDatamatrix;
import fr.briseglace.search.PatientQuery.ByPhone;
import fr.briseglace.search.PatientQuery.ByTraits;
import fr.briseglace.search.PhoneNumber;
import fr.briseglace.search.SearchOutcome.Found;
import fr.briseglace.search.SearchOutcome.Refused;
import fr.briseglace.search.SearchPolicy;
import fr.briseglace.search.SearchRequest;
import fr.briseglace.trail.TrailUnavailable;
import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientSearchTest {
    private static final PatientQuery JULIE = new ByTraits(traits("ROY", "JULIE"));
    private static final Attestation BOTH = new Attestation(true, true);

    private final SearchBench bench = new SearchBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private @Nullable Refusal regulation(Caller caller, @Nullable String caseId, PatientQuery query) {
        return bench.ask(new SearchRequest(caller, AccessMode.CENTRE_15, caseId, null, query))
                        instanceof Refused refused
                ? refused.refusal()
                : null;
    }

    private @Nullable Refusal glass(Caller caller, @Nullable Attestation attestation) {
        return bench.breakGlass(caller, attestation, JULIE) instanceof Refused refused ? refused.refusal() : null;
    }

    @Test
    void whoeverMayOpenARecordInTheModeMaySearchInItAndNobodyElse() {
        assertThat(regulation(REGULATOR, "case-1", JULIE)).isNull();
        assertThat(regulation(NURSE, "case-1", JULIE)).isEqualTo(Refusal.NOT_ENTITLED);
        assertThat(regulation(ASSISTANT, "case-1", JULIE)).isEqualTo(Refusal.NOT_ENTITLED);
        assertThat(glass(NURSE, BOTH)).isNull();
        assertThat(glass(ASSISTANT, BOTH)).isEqualTo(Refusal.NOT_ENTITLED);
    }

    @Test
    void statementMustBeComplete() {
        assertThat(regulation(REGULATOR, null, JULIE)).isEqualTo(Refusal.CASE_MISSING);
        assertThat(regulation(REGULATOR, "  ", JULIE)).isEqualTo(Refusal.CASE_MISSING);
        assertThat(glass(NURSE, null)).isEqualTo(Refusal.ATTESTATION_MISSING);
        assertThat(glass(NURSE, new Attestation(true, false))).isEqualTo(Refusal.ATTESTATION_MISSING);
    }

    @Test
    void searchBeforeBreakingTheGlassCanBeSwitchedOff() {
        SearchPolicy off = new SearchPolicy(false);
        assertThat(off.refusal(new SearchRequest(NURSE, AccessMode.BRIS_DE_GLACE, null, BOTH, JULIE)))
                .isEqualTo(Refusal.NOT_ENTITLED);
        assertThat(off.refusal(new SearchRequest(REGULATOR, AccessMode.CENTRE_15, "case-1", null, JULIE)))
                .isNull();
    }

    @Test
    void searchIsRecordedWithWhoWhyAndWhomItShowedButNotWhatWasTyped() {
        Ins ins = bench.register("ROY", "JULIE");
        bench.find(JULIE);
        Row row = bench.rows("select * from search_record").getFirst();
        assertThat(row.getOffsetDateTime("at")).isEqualTo(NOW.atOffset(ZoneOffset.UTC));
        assertThat(row.getString("kind")).isEqualTo("traits");
        assertThat(row.getString("mode")).isEqualTo("centre_15");
        assertThat(row.getString("case_id")).isEqualTo("case-1");
        assertThat(row.getString("professional_id")).isEqualTo(REGULATOR.id());
        assertThat(row.getString("profession")).isEqualTo("doctor");
        assertThat(row.getString("structure_id")).isEqualTo("1440000001");
        assertThat(row.getString("refusal")).isNull();
        assertThat(row.getInteger("matched")).isEqualTo(1);
        assertThat(row.getArrayOfUUIDs("shown")).containsExactly(bench.patientId(ins));
        assertThat(row.toJson().encode()).doesNotContain("ROY", "JULIE", "1979", ins.value());
    }

    @Test
    void equalQuestionsLeaveEqualHashesHoweverTheyWereTyped() {
        bench.find(JULIE);
        bench.find(new ByTraits(traits("Roy ", "julie")));
        bench.find(new ByTraits(traits("ROY", "JULIEN")));
        List<String> hashes = bench.rows("select query_hash from search_record order by search_id").stream()
                .map(row -> row.getString(0))
                .toList();
        assertThat(hashes).hasSize(3);
        assertThat(Set.copyOf(hashes)).hasSize(2);
    }

    @Test
    void tooVagueASearchIsRecordedAsShowingNobody() {
        for (int i = 0; i < 6; i++) {
            bench.register("ROY", "JULIE");
        }
        bench.find(JULIE);
        Row row = bench.rows("select * from search_record").getFirst();
        assertThat(row.getInteger("matched")).isEqualTo(6);
        assertThat(row.getArrayOfUUIDs("shown")).isEmpty();
    }

    @Test
    void refusedSearchIsRecordedToo() {
        Refused refused = (Refused) bench.breakGlass(ASSISTANT, BOTH, JULIE);
        Row row = bench.rows("select * from search_record").getFirst();
        assertThat(row.getUUID("search_id")).isEqualTo(refused.id());
        assertThat(row.getString("refusal")).isEqualTo("not-entitled");
    }

    @Test
    void recordsOfSearchesOnlyGrow() {
        bench.find(JULIE);
        assertThatThrownBy(() -> bench.rows("delete from search_record")).hasMessageContaining("only grows");
        assertThatThrownBy(() -> bench.rows("update search_record set matched = 0"))
                .hasMessageContaining("only grows");
    }

    @Test
    void nobodyIsShownWhereTheSearchCannotBeRecorded() {
        bench.register("ROY", "JULIE");
        bench.rows("alter table search_record rename to elsewhere");
        assertThatThrownBy(() -> bench.find(JULIE)).isInstanceOf(TrailUnavailable.class);
    }

    @Test
    void storeThatCannotBeAskedIsSaidToBeSo() {
        bench.rows("alter table patient_name rename to elsewhere");
        assertThatThrownBy(() -> bench.find(JULIE)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void everyoneOfAPhoneIsFoundForLittle() {
        Contacts phone = new Contacts(false, null, "+33612345678", List.of());
        Ins one = bench.register(identity("ROY", null, BORN, Sex.F, null, "JULIE"), phone);
        Ins other = bench.register(identity("ROY", null, BORN, Sex.M, null, "PAUL"), phone);
        bench.register("ROY", "ANNE");
        Found found = bench.find(new ByPhone(PhoneNumber.read("06 12 34 56 78").orElseThrow()));
        assertThat(bench.patients(found)).containsExactlyInAnyOrder(one, other);
        assertThat(found.candidates()).extracting(Candidate::score).containsOnly(0.5);
        assertThat(bench.find(new ByPhone(PhoneNumber.read("06 12 34 56 79").orElseThrow()))
                        .matched())
                .isZero();
    }

    private static PatientQuery symbol(Ins ins, String traits) {
        return new ByDatamatrix(InsDatamatrix.read("IS01S1" + ins.value() + "S2" + ins.oid() + "\u001D" + traits));
    }

    @Test
    void datamatrixFindsItsPatientAndDoubtsOtherTraits() {
        Ins ins = bench.register("ROY", "JULIE");
        Found same = bench.find(symbol(ins, "S3JULIE\u001DS4ROY\u001DS5FS608-03-1979S744109"));
        assertThat(bench.patients(same)).containsExactly(ins);
        assertThat(same.candidates().getFirst().score()).isEqualTo(1);
        Found other = bench.find(symbol(ins, "S3PAUL\u001DS4ROY\u001DS5MS608-03-1979S744109"));
        assertThat(bench.patients(other)).containsExactly(ins);
        assertThat(other.candidates().getFirst().score()).isEqualTo(0.5);
        assertThat(bench.find(symbol(TestPatients.ins(99), "")).matched()).isZero();
    }

    @Test
    void wrongDatamatrixIsRefusedAsTheIdentifierItIsNot() {
        PatientQuery wrong = new ByDatamatrix(InsFault.KEY);
        assertThat(regulation(REGULATOR, "case-1", wrong)).isEqualTo(Refusal.INS_INVALID);
        assertThat(bench.ask(new SearchRequest(REGULATOR, AccessMode.CENTRE_15, "case-1", null, wrong)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.patient()).isEqualTo(InsFault.KEY));
    }

    @Test
    void nothingIsLookedForOrRecordedWhereNobodyWaits() {
        for (int looks = 0; looks < 2; looks++) {
            int[] left = {looks};
            assertThatThrownBy(() -> bench.ask(
                            new SearchRequest(REGULATOR, AccessMode.CENTRE_15, "case-1", null, JULIE),
                            () -> left[0]-- <= 0))
                    .isInstanceOf(TooLate.class);
        }
        assertThat(bench.rows("select 1 from search_record")).isEmpty();
    }
}
