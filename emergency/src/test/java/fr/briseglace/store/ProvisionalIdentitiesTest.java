package fr.briseglace.store;

import static fr.briseglace.store.SearchBench.ASSISTANT;
import static fr.briseglace.store.SearchBench.NOW;
import static fr.briseglace.store.SearchBench.NURSE;
import static fr.briseglace.store.SearchBench.REGULATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.briseglace.access.StoreUnavailable;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import fr.briseglace.search.Candidate;
import fr.briseglace.search.PatientQuery.ByProvisional;
import fr.briseglace.search.ProvisionalNumber;
import fr.briseglace.search.SearchOutcome.Found;
import fr.briseglace.search.TieAnswer;
import fr.briseglace.search.TieOutcome;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionalIdentitiesTest {
    private static final ProvisionalNumber BRACELET = new ProvisionalNumber("SINUS-44-000123");

    private final SearchBench bench = new SearchBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private TieOutcome tie(Caller caller, Ins ins) {
        return bench.provisional
                .tie(caller, BRACELET, bench.tokens.issue(ins, caller, NOW))
                .await()
                .outcome();
    }

    private TieOutcome untie(Caller caller) {
        return bench.provisional.untie(caller, BRACELET).await().outcome();
    }

    private Found find() {
        return bench.find(new ByProvisional(BRACELET));
    }

    @Test
    void tiedNumberFindsItsPatientAndUntiedItFindsNobody() {
        Ins ins = bench.register("ROY", "JULIE");
        assertThat(find().matched()).isZero();
        assertThat(tie(REGULATOR, ins)).isEqualTo(TieOutcome.DONE);
        assertThat(bench.patients(find())).containsExactly(ins);
        assertThat(find().candidates()).extracting(Candidate::score).containsExactly(0.9);
        assertThat(untie(NURSE)).isEqualTo(TieOutcome.DONE);
        assertThat(find().matched()).isZero();
    }

    @Test
    void numberOfOnePatientIsNotGivenToAnotherBeforeItIsUntied() {
        Ins one = bench.register("ROY", "JULIE");
        Ins other = bench.register("ROY", "PAULE");
        tie(REGULATOR, one);
        assertThat(tie(REGULATOR, one)).isEqualTo(TieOutcome.DONE);
        assertThat(tie(NURSE, other)).isEqualTo(TieOutcome.TAKEN);
        assertThat(bench.patients(find())).containsExactly(one);
        untie(NURSE);
        assertThat(tie(NURSE, other)).isEqualTo(TieOutcome.DONE);
        assertThat(bench.patients(find())).containsExactly(other);
    }

    @Test
    void everyTieAndUntieStaysOnRecordWithWhoAndWhen() {
        Ins ins = bench.register("ROY", "JULIE");
        tie(REGULATOR, ins);
        untie(NURSE);
        List<Row> rows = bench.rows("select * from provisional_tie order by tie_id");
        assertThat(rows).extracting(row -> row.getUUID("patient_id")).containsExactly(bench.patientId(ins), null);
        assertThat(rows)
                .extracting(row -> row.getString("professional_id"))
                .containsExactly(REGULATOR.id(), NURSE.id());
        assertThat(rows)
                .extracting(row -> row.getOffsetDateTime("at").toInstant())
                .containsOnly(NOW);
        assertThatThrownBy(() -> bench.rows("delete from provisional_tie")).hasMessageContaining("only grows");
        assertThatThrownBy(() -> bench.rows("update provisional_tie set number = 'X'"))
                .hasMessageContaining("only grows");
    }

    @Test
    void whoeverOpensNoRecordsTiesNothing() {
        Ins ins = bench.register("ROY", "JULIE");
        assertThat(tie(ASSISTANT, ins)).isEqualTo(TieOutcome.NOT_ENTITLED);
        assertThat(untie(ASSISTANT)).isEqualTo(TieOutcome.NOT_ENTITLED);
        assertThat(bench.rows("select * from provisional_tie")).isEmpty();
    }

    @Test
    void whatIsRefusedIsRecordedWithWhoWhenAndWhy() {
        Ins one = bench.register("ROY", "JULIE");
        Ins other = bench.register("ROY", "PAULE");
        tie(REGULATOR, one);
        tie(NURSE, other);
        tie(ASSISTANT, other);
        TieAnswer unknown = bench.provisional.tie(REGULATOR, BRACELET, "x").await();
        untie(ASSISTANT);
        List<Row> rows = bench.rows("select * from provisional_refusal order by refusal, professional_id");
        assertThat(rows)
                .extracting(row -> row.getString("refusal"), row -> row.getString("professional_id"))
                .containsExactly(
                        tuple("identity-ambiguous", NURSE.id()),
                        tuple("not-entitled", ASSISTANT.id()),
                        tuple("not-entitled", ASSISTANT.id()),
                        tuple("not-found", REGULATOR.id()));
        assertThat(rows.getLast().getUUID("refusal_id")).isEqualTo(unknown.refusalId());
        assertThat(rows)
                .extracting(row -> row.getOffsetDateTime("at").toInstant())
                .containsOnly(NOW);
        assertThat(rows).extracting(row -> row.getString("number")).containsOnly(BRACELET.value());
        assertThat(bench.patients(find())).containsExactly(one);
        assertThatThrownBy(() -> bench.rows("delete from provisional_refusal")).hasMessageContaining("only grows");
    }

    @Test
    void nothingIsAnsweredWhereARefusalCannotBeRecorded() {
        bench.rows("alter table provisional_refusal rename to elsewhere");
        assertThatThrownBy(() -> untie(REGULATOR)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void tokenOfAnotherCallerTiesNothing() {
        String token = bench.tokens.issue(bench.register("ROY", "JULIE"), NURSE, NOW);
        assertThat(bench.provisional.tie(REGULATOR, BRACELET, token).await().outcome())
                .isEqualTo(TieOutcome.NOT_FOUND);
        assertThat(bench.provisional.tie(REGULATOR, BRACELET, "x").await().outcome())
                .isEqualTo(TieOutcome.NOT_FOUND);
    }

    @Test
    void numberOfNobodyCannotBeUntied() {
        assertThat(untie(REGULATOR)).isEqualTo(TieOutcome.NOT_FOUND);
        tie(REGULATOR, bench.register("ROY", "JULIE"));
        untie(REGULATOR);
        assertThat(untie(REGULATOR)).isEqualTo(TieOutcome.NOT_FOUND);
    }

    @Test
    void numberIsReadHoweverItIsTyped() {
        assertThat(ProvisionalNumber.read("sinus-44 - 000 123")).contains(BRACELET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "-1234", "12/34", "É1234", "12345678901234567890123456789012345678901"})
    void anythingElseIsNoNumber(String text) {
        assertThat(ProvisionalNumber.read(text)).isEmpty();
    }
}
