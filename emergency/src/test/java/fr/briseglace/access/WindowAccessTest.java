package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.URGENTIST;
import static fr.briseglace.access.AccessBench.given;
import static fr.briseglace.access.AccessBench.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.access.Documents.Card;
import fr.briseglace.access.Outcome.Ended;
import fr.briseglace.access.Outcome.Given;
import fr.briseglace.access.Outcome.Missing;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.law.Statement;
import fr.briseglace.store.Letter;
import fr.briseglace.store.Marks;
import fr.briseglace.store.TestPatients;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowAccessTest {
    private static final Caller COLLEAGUE =
            new Caller(Role.DOCTOR, "810009998887", "Dr Relève", Set.of(), true, REGULATOR.structure());

    private AccessBench bench;
    private UUID patient;

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
        patient = bench.register(TestPatients.adult(1));
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private Opened window() {
        return given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1)));
    }

    private Outcome<Opened> read(Caller caller, UUID window) {
        return bench.node
                .on(() -> bench.node.windows().read(new Visit(caller, window)))
                .await();
    }

    private List<Card> list(Caller caller, UUID window) {
        return given(bench.node
                .on(() -> bench.node.windows().list(new Visit(caller, window), null, 50))
                .await());
    }

    private Outcome<Documents.Content> fetch(Caller caller, UUID window, UUID document) {
        return bench.node
                .on(() -> bench.node.windows().fetch(new Visit(caller, window), document))
                .await();
    }

    private UUID deposit(String root, String author, Marks marks) {
        return Letter.of(root).by(author).deposit(bench.database.console(), marks);
    }

    @Test
    void openingAgainGivesTheSameWindowDecidedAnewAndTellsNobodyAgain() {
        Opened first = window();
        Opened second = window();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.before()).isTrue();
        assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
        assertThat(second.leaf()).isEqualTo(first.leaf());
        assertThat(bench.count("access where kind = 'opened'")).isEqualTo(1);
        assertThat(bench.count("access where kind = 'read'")).isEqualTo(1);
        assertThat(bench.count("notice")).isEqualTo(2);
        bench.desk
                .changeRights(patient, AccessBench.HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(refusal(bench.open(REGULATOR, REGULATION, TestPatients.ins(1))))
                .isEqualTo(Refusal.OPPOSED);
    }

    @Test
    void anotherCaseOrColleagueOpensAWindowOfItsOwn() {
        Opened first = window();
        Statement other = new Statement(AccessMode.CENTRE_15, "case-2", null, null);
        assertThat(given(bench.open(REGULATOR, other, TestPatients.ins(1))).id())
                .isNotEqualTo(first.id());
        assertThat(given(bench.open(COLLEAGUE, REGULATION, TestPatients.ins(1))).id())
                .isNotEqualTo(first.id());
        assertThat(bench.count("access where kind = 'opened'")).isEqualTo(3);
    }

    @Test
    void manyAtOnceOpenOneWindow() {
        List<AccessBench.Node> nodes = List.of(bench.node(), bench.node());
        List<Future<Outcome<Opened>>> asked = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            asked.add(nodes.get(i % 2).ask(REGULATOR, REGULATION, TestPatients.ins(1)));
        }
        Set<UUID> windows = new HashSet<>();
        asked.forEach(one -> windows.add(given(one.await()).id()));
        assertThat(windows).hasSize(1);
        assertThat(bench.count("access where kind = 'opened'")).isEqualTo(1);
        assertThat(bench.count("notice where recipient = 'patient'")).isEqualTo(1);
    }

    @Test
    void readingAgainIsRecorded() {
        Opened window = window();
        assertThat(given(read(REGULATOR, window.id())).id()).isEqualTo(window.id());
        assertThat(bench.count("access where kind = 'read'")).isEqualTo(1);
    }

    @Test
    void stolenAccessIdInAnotherProfessionalsHandsDoesNotExist() {
        Opened window = window();
        assertThat(read(COLLEAGUE, window.id())).isInstanceOf(Missing.class);
        assertThat(read(REGULATOR, new UUID(1, 1))).isInstanceOf(Missing.class);
        assertThat(bench.count("access where kind = 'read'")).isZero();
    }

    @Test
    void oppositionShutsAnOpenWindow() {
        Opened window = window();
        bench.desk
                .changeRights(patient, AccessBench.HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(refusal(read(REGULATOR, window.id()))).isEqualTo(Refusal.OPPOSED);
        assertThat(bench.count("access where kind = 'refused'")).isEqualTo(1);
    }

    @Test
    void closedWindowHasEndedAndANewOneMayBeOpened() {
        Opened window = window();
        assertThat(bench.node
                        .on(() -> bench.node.windows().close(new Visit(REGULATOR, window.id())))
                        .await())
                .isInstanceOf(Given.class);
        assertThat(read(REGULATOR, window.id())).isInstanceOf(Ended.class);
        assertThat(window().id()).isNotEqualTo(window.id());
    }

    @Test
    void expiredWindowHasEnded() {
        Opened window = window();
        bench.database
                .console()
                .query("set session_replication_role = replica; update access set expires_at = at;"
                        + " update access_window set expires_at = opened_at; reset session_replication_role")
                .execute()
                .await();
        assertThat(read(REGULATOR, window.id())).isInstanceOf(Ended.class);
        assertThat(window().id()).isNotEqualTo(window.id());
    }

    @Test
    void documentsAreListedNewestFirstAndEachFetchIsRecorded() {
        deposit("1.2.3.1", "810001111111", Marks.NONE);
        UUID newer = deposit("1.2.3.2", "810001111111", new Marks(false, true, false));
        Opened window = window();
        List<Card> cards = list(REGULATOR, window.id());
        assertThat(cards).extracting(Card::title).containsExactly("Lettre 1.2.3.2", "Lettre 1.2.3.1");
        assertThat(cards.getFirst().notVisibleToPatient()).isTrue();
        Documents.Content content = given(fetch(REGULATOR, window.id(), newer));
        assertThat(new String(content.content(), StandardCharsets.UTF_8)).contains("Lettre 1.2.3.2");
        assertThat(content.content()).hasSize((int) content.card().size());
        assertThat(bench.count("access where kind = 'listed'")).isEqualTo(1);
        assertThat(bench.count("access where kind = 'fetched' and subject = '" + newer + "'"))
                .isEqualTo(1);
        assertThat(bench.count("notice")).isEqualTo(2);
    }

    @Test
    void maskedDocumentAnswersLikeOneThatNeverExisted() {
        UUID masked = deposit("1.2.3.1", "810001111111", new Marks(true, false, false));
        Opened window = window();
        assertThat(list(REGULATOR, window.id())).isEmpty();
        assertThat(fetch(REGULATOR, window.id(), masked)).isEqualTo(fetch(REGULATOR, window.id(), new UUID(7, 7)));
        List<Card> behind = given(bench.node
                .on(() -> bench.node.windows().list(new Visit(REGULATOR, window.id()), masked, 50))
                .await());
        assertThat(behind).isEmpty();
    }

    @Test
    void documentThatAMaskedOneReplacedStandsAsIfThereWereNoOther() {
        Letter first = Letter.of("1.2.3.1").version(1);
        first.deposit(bench.database.console(), Marks.NONE);
        Opened before = window();
        List<Card> without = list(REGULATOR, before.id());
        Letter second = Letter.of("1.2.3.2").version(2).replacing("1.2.3.1").by(COLLEAGUE.id());
        second.deposit(bench.database.console(), new Marks(true, false, false));
        assertThat(list(REGULATOR, before.id())).usingRecursiveComparison().isEqualTo(without);
        assertThat(without).extracting(Card::status).containsExactly("current");
        Opened author = given(bench.open(COLLEAGUE, REGULATION, TestPatients.ins(1)));
        assertThat(list(COLLEAGUE, author.id())).extracting(Card::status).containsExactly("current", "superseded");
        bench.desk
                .changeRights(patient, AccessBench.HOLDER, now -> new PatientRights(false, false, true, Set.of()))
                .await();
        assertThat(list(REGULATOR, before.id())).extracting(Card::status).containsExactly("current", "superseded");
    }

    @Test
    void maskedDocumentIsShownToItsOwnAuthorOrWithThePatientsConsent() {
        UUID masked = deposit("1.2.3.1", REGULATOR.id(), new Marks(true, false, false));
        assertThat(fetch(REGULATOR, window().id(), masked)).isInstanceOf(Given.class);
        Opened colleagues = given(bench.open(COLLEAGUE, REGULATION, TestPatients.ins(1)));
        assertThat(fetch(COLLEAGUE, colleagues.id(), masked)).isInstanceOf(Missing.class);
        bench.desk
                .changeRights(patient, AccessBench.HOLDER, now -> new PatientRights(false, false, true, Set.of()))
                .await();
        assertThat(fetch(COLLEAGUE, colleagues.id(), masked)).isInstanceOf(Given.class);
    }

    @Test
    void caseIsHandedOverToAColleagueWhoseAccessIsTheirOwn() {
        Opened window = window();
        UUID offer = given(bench.node
                .on(() -> bench.node.handover().offer(new Visit(REGULATOR, window.id()), COLLEAGUE.id()))
                .await());
        assertThat(claim(URGENTIST, offer)).isInstanceOf(Missing.class);
        Opened taken = given(claim(COLLEAGUE, offer));
        assertThat(taken.id()).isNotEqualTo(window.id());
        assertThat(taken.caseId()).isEqualTo(window.caseId());
        assertThat(given(read(COLLEAGUE, taken.id())).id()).isEqualTo(taken.id());
        assertThat(bench.count("notice where recipient = 'patient'")).isEqualTo(2);
        assertThat(given(claim(COLLEAGUE, offer)).id()).isEqualTo(taken.id());
        assertThat(bench.count("access where kind = 'opened'")).isEqualTo(2);
    }

    @Test
    void colleagueWhoMayNotUseTheModeCannotClaim() {
        Opened window = window();
        UUID offer = given(bench.node
                .on(() -> bench.node.handover().offer(new Visit(REGULATOR, window.id()), URGENTIST.id()))
                .await());
        assertThat(refusal(claim(URGENTIST, offer))).isEqualTo(Refusal.NOT_ENTITLED);
    }

    private Outcome<Opened> claim(Caller caller, UUID offer) {
        return bench.node
                .on(() -> bench.node
                        .handover()
                        .claim(caller, offer, Patience.ENDLESS, patient -> Future.succeededFuture()))
                .await();
    }
}
