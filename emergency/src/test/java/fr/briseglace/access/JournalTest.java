package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.HOLDER;
import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.JournalReader;
import fr.briseglace.law.PatientRights;
import fr.briseglace.store.Letter;
import fr.briseglace.store.Marks;
import fr.briseglace.store.TestPatients;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {
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

    private UUID deposit(String root, Marks marks) {
        return Letter.of(root).deposit(bench.database.console(), marks);
    }

    private void fetch(UUID document) {
        Opened window = given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1)));
        given(bench.node
                .on(() -> bench.node.windows().fetch(new Visit(REGULATOR, window.id()), document))
                .await());
    }

    private List<String> named(JournalReader reader) {
        return bench.desk.journal(patient, reader, null, 50).await().stream()
                .filter(entry -> entry.kind().equals("fetched"))
                .map(entry -> entry.document() == null
                        ? "something"
                        : entry.document().title())
                .toList();
    }

    @Test
    void documentsThatWereReadAreNamed() {
        fetch(deposit("1.2.3.1", Marks.NONE));
        for (JournalReader reader : JournalReader.values()) {
            assertThat(named(reader)).containsExactly("Lettre 1.2.3.1");
        }
    }

    @Test
    void documentThatAwaitsItsAnnouncementIsNeverNamedToThePatientsSide() {
        fetch(deposit("1.2.3.1", new Marks(false, true, false)));
        assertThat(named(JournalReader.HOLDER)).containsExactly("something");
        assertThat(named(JournalReader.REPRESENTATIVE)).containsExactly("something");
        assertThat(named(JournalReader.GP)).containsExactly("Lettre 1.2.3.1");
    }

    @Test
    void documentKeptFromRepresentativesIsNotNamedToThem() {
        fetch(deposit("1.2.3.1", new Marks(false, false, true)));
        assertThat(named(JournalReader.HOLDER)).containsExactly("Lettre 1.2.3.1");
        assertThat(named(JournalReader.REPRESENTATIVE)).containsExactly("something");
    }

    @Test
    void documentThatThePatientMaskedIsNotNamedToTheGp() {
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(false, false, true, Set.of()))
                .await();
        fetch(deposit("1.2.3.1", new Marks(true, false, false)));
        assertThat(named(JournalReader.HOLDER)).containsExactly("Lettre 1.2.3.1");
        assertThat(named(JournalReader.GP)).isEmpty();
    }

    @Test
    void documentThatWasSoughtInVainIsNotReadAsOneThatWasFetched() {
        UUID masked = Letter.of("1.2.3.1").deposit(bench.database.console(), new Marks(true, false, false));
        Opened window = given(bench.open(REGULATOR, REGULATION, TestPatients.ins(1)));
        for (UUID asked : List.of(masked, new UUID(7, 7))) {
            assertThat(bench.node
                            .on(() -> bench.node.windows().fetch(new Visit(REGULATOR, window.id()), asked))
                            .await())
                    .isInstanceOf(Outcome.Missing.class);
        }
        List<JournalEntry> toGp =
                bench.desk.journal(patient, JournalReader.GP, null, 50).await();
        assertThat(toGp).extracting(JournalEntry::kind).containsExactly("sought", "sought", "opened");
        assertThat(toGp).extracting(JournalEntry::document).containsOnlyNulls();
        assertThat(bench.desk.journal(patient, JournalReader.HOLDER, null, 50).await())
                .extracting(entry ->
                        entry.document() == null ? "nothing" : entry.document().title())
                .containsExactly("nothing", "Lettre 1.2.3.1", "nothing");
    }

    @Test
    void whatWasDecidedBeforeIsKeptWithWhoChangedIt() {
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(true, false, false, Set.of()))
                .await();
        bench.desk
                .changeRights(patient, HOLDER, now -> new PatientRights(false, true, false, Set.of("810001234567")))
                .await();
        assertThat(bench.count("right_change where changed_by_role = 'patient' and changed_by = '" + HOLDER.id() + "'"))
                .isEqualTo(2);
        assertThat(bench.count("right_change where regulation_opposed and not break_glass_opposed"))
                .isEqualTo(1);
        assertThat(bench.count("right_change where break_glass_opposed and blocked = '{810001234567}'"))
                .isEqualTo(1);
    }

    @Test
    void decisionThatChangesNothingIsNotKeptAndOutdatesNothing() {
        PatientRights opposed = new PatientRights(true, false, false, Set.of());
        bench.desk.changeRights(patient, HOLDER, now -> opposed).await();
        long version = version();
        assertThat(bench.desk.changeRights(patient, HOLDER, now -> now).await()).isEqualTo(opposed);
        assertThat(bench.desk.changeRights(patient, HOLDER, now -> opposed).await())
                .isEqualTo(opposed);
        assertThat(bench.count("right_change")).isEqualTo(1);
        assertThat(version()).isEqualTo(version);
    }

    private long version() {
        return bench.count(
                "generate_series(1, (select record_version from patient where patient_id = '" + patient + "'))");
    }
}
