package fr.briseglace.access;

import static fr.briseglace.access.AccessBench.REGULATION;
import static fr.briseglace.access.AccessBench.REGULATOR;
import static fr.briseglace.access.AccessBench.SECRETS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.AccessPolicy;
import fr.briseglace.law.LawSettings;
import fr.briseglace.store.Cable;
import fr.briseglace.store.Database;
import fr.briseglace.store.DatabaseSettings;
import fr.briseglace.store.PgChanges;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.PgSnapshots;
import fr.briseglace.store.PgWindows;
import fr.briseglace.store.SqliteJournal;
import fr.briseglace.store.StoreAway;
import fr.briseglace.store.StoreBreaker;
import fr.briseglace.store.TestPatients;
import fr.briseglace.trail.OutageReplay;
import fr.briseglace.trail.RecordWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node whose store is cut off or hangs, with a real one at the other end of the cable; {@code bench.node} reaches it all the time. */
@Timeout(120)
abstract class OutageBench {
    @TempDir
    Path disk;

    private Database reached;

    AccessBench bench;
    Cable cable;
    SqliteJournal journal;
    AccessBench.Node node;
    Changes changes;
    UUID patient;
    Duration staleness = Duration.ofMinutes(5);
    InstantSource clock = InstantSource.system();

    @BeforeEach
    void open() throws IOException {
        bench = new AccessBench();
        patient = bench.register(TestPatients.adult(1));
        cable = new Cable(bench.settings.servers().getFirst().port());
        DatabaseSettings s = bench.settings;
        reached = Database.open(
                bench.vertx, new DatabaseSettings("127.0.0.1", cable.port(), s.database(), s.user(), s.password(), 2));
        start();
    }

    final void start() {
        journal = SqliteJournal.open(bench.vertx, disk, SECRETS, 1 << 20);
        StoreBreaker breaker = new StoreBreaker(Duration.ofSeconds(3), () -> false, System::nanoTime);
        KnownWindows known = new KnownWindows(100);
        PgSnapshots snapshots = new PgSnapshots(bench.vertx, reached.lookups(), clock, "dpo@example.org");
        PgWindows windows = new PgWindows(reached.lookups());
        PgRecordStore records = new PgRecordStore(reached.records(), bench::id);
        CachedSnapshots cached = bench.snapshots((ins, author) -> breaker.guard(() -> snapshots.load(ins, author)));
        changes = new Changes(new PgChanges(reached.console()), cached);
        AccessTools tools = new AccessTools(
                cached,
                known.before(id -> breaker.guard(() -> windows.find(id))),
                new AccessPolicy(LawSettings.DEFAULT),
                new RecordWriter(entries -> breaker.guard(() -> records.insert(entries)), 1_000),
                clock,
                new java.security.SecureRandom(),
                () -> {},
                new Outage(new RecordWriter(journal, 1_000), staleness));
        node = bench.node(tools, known, reached);
    }

    @AfterEach
    void close() throws IOException {
        cable.close();
        journal.close().await();
        reached.close().await();
        bench.close();
    }

    Outcome<Opened> ask() {
        return node.ask(REGULATOR, REGULATION, TestPatients.ins(1)).await();
    }

    /** The store is back, and what waits is brought into the trail. */
    void replay() {
        cable.mend();
        PgRecordStore back = new PgRecordStore(bench.database.records(), bench::id);
        new OutageReplay(journal, back::take, StoreAway::says).run().await();
        assertThat(journal.waiting()).isZero();
    }
}
