package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.HOLDER;
import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.given;
import static fr.briseglace.access.AccessBench.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.cache.Cached;
import fr.briseglace.identity.Ins;
import fr.briseglace.law.Caller;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.store.Letter;
import fr.briseglace.store.Marks;
import fr.briseglace.store.TestPatients;
import fr.briseglace.trail.RepeatKey;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is masked shows to its own author (DMP rights matrices), in the summary as in the list, and to nobody else. */
class OwnMaskedDocumentsTest {
    private static final Caller AUTHOR =
            new Caller(Role.DOCTOR, "810009998887", "Dr Auteur", Set.of(), true, REGULATOR.structure());
    private static final Marks MASKED = new Marks(true, false, false);
    private static final String SECRET = "maladie tue";
    private static final Ins INS = TestPatients.ins(1);

    private AccessBench bench;
    private UUID patient;

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
        patient = bench.register(TestPatients.adult(1));
        Letter.of("1.2.3.1").deposit(bench.database.console(), Marks.NONE);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private void mask() {
        Letter.of("1.2.3.2").by(AUTHOR.id()).saying(SECRET).deposit(bench.database.console(), MASKED);
    }

    private Opened open(Caller caller) {
        return given(bench.open(caller, REGULATION, INS));
    }

    private static String summary(Opened opened) {
        return new String(opened.found().value().content().json().whole(), StandardCharsets.UTF_8);
    }

    /** All but when it was read. */
    private static String ageless(Opened opened) {
        return summary(opened).replaceAll("\"asOf\":\"[^\"]*\"", "");
    }

    @Test
    void authorIsShownWhatTheyWroteThemselvesWhenOpeningAndAgainAndWhenReading() {
        mask();
        Opened first = open(AUTHOR);
        assertThat(summary(first)).contains(SECRET, "asthme");
        assertThat(summary(open(AUTHOR))).contains(SECRET);
        Outcome<Opened> read = bench.node
                .on(() -> bench.node.windows().read(new Visit(AUTHOR, first.id())))
                .await();
        assertThat(summary(given(read))).contains(SECRET);
    }

    @Test
    void repeatedRequestShowsTheAuthorTheSame() {
        mask();
        AccessRequest request = new AccessRequest(AUTHOR, REGULATION, INS, new RepeatKey(new byte[32], new byte[] {1}));
        assertThat(summary(given(bench.node.ask(request).await()))).contains(SECRET);
        assertThat(summary(given(bench.node.ask(request).await()))).contains(SECRET);
    }

    @Test
    void authorWhoTakesACaseOverIsShownTheirOwn() {
        mask();
        UUID window = open(REGULATOR).id();
        UUID offer = given(bench.node
                .on(() -> bench.node.handover().offer(new Visit(REGULATOR, window), AUTHOR.id()))
                .await());
        Opened claimed = given(bench.node
                .on(() -> bench.node.handover().claim(AUTHOR, offer, Patience.ENDLESS, ins -> Future.succeededFuture()))
                .await());
        assertThat(summary(claimed)).contains(SECRET);
    }

    @Test
    void nothingOfItReachesAnybodyElseOrWhatIsKept() {
        String before = ageless(open(REGULATOR));
        mask();
        assertThat(summary(open(AUTHOR))).contains(SECRET);
        assertThat(ageless(open(REGULATOR))).isEqualTo(before);
        Opened elsewhere = given(bench.node().ask(REGULATOR, REGULATION, INS).await());
        assertThat(elsewhere.found().source()).isEqualTo(Cached.Source.REDIS);
        assertThat(ageless(elsewhere)).isEqualTo(before);
    }

    @Test
    void authorIsShownTheirOwnAloneAndNotWhatOthersWrote() {
        mask();
        Letter.of("1.2.3.3").saying("autre secret").deposit(bench.database.console(), MASKED);
        assertThat(summary(open(AUTHOR))).contains(SECRET).doesNotContain("autre secret");
    }

    @Test
    void whatIsUnmaskedOrGoneIsNoLongerTheAuthorsAlone() {
        mask();
        assertThat(bench.count("masked_author")).isEqualTo(1);
        bench.database
                .console()
                .query("update document set masked = false")
                .execute()
                .await();
        assertThat(bench.count("masked_author")).isZero();
        assertThat(summary(open(REGULATOR))).contains(SECRET);
    }

    @Test
    void patientsOppositionHoldsForTheAuthorAsWell() {
        mask();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        assertThat(refusal(bench.open(AUTHOR, REGULATION, INS))).isEqualTo(Refusal.OPPOSED);
    }
}
