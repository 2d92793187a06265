package fr.briseglace.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Caller;
import fr.briseglace.law.Reason;
import fr.briseglace.law.Refusal;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.store.PgOversight;
import fr.briseglace.store.PgRecordStore;
import fr.briseglace.store.PgReviews;
import fr.briseglace.store.Registry;
import fr.briseglace.store.TestPatients;
import fr.briseglace.store.TestPostgres;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.RecordKind;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trail, its log and oversight over both, on a real store. */
public final class OversightBench implements AutoCloseable {
    public final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    public static final Caller REGULATOR = doctor("810001234567", "Anne REGUL", "1440000001");
    public static final Caller OFFICER = new Caller(
            Role.PRIVACY_OFFICER, "dpo-1", "", Set.of(), false, new Structure("9", "DPO", StructureKind.OVERSIGHT));

    public final Vertx vertx = Vertx.vertx();
    public final Pool sql = TestPostgres.pool(vertx);
    public final Random random = new Random(7);
    final Set<UUID> drawn = new HashSet<>();
    final PgReviews reviews = new PgReviews(sql);
    private long leaves;

    public static Caller doctor(String id, String name, String structure) {
        return new Caller(
                Role.DOCTOR,
                id,
                name,
                Set.of(),
                true,
                new Structure(structure, "SAMU " + structure, StructureKind.SAMU));
    }

    /** Oversight that draws what the test says. */
    PgOversight oversight(Thresholds thresholds) {
        ReviewSample sample = new ReviewSample(
                id -> drawn.contains(UUID.fromString(id.substring(id.indexOf(':') + 1))) ? "AAAAAAAA" : "________");
        return new PgOversight(sql, sample, caseId -> "hash of " + caseId, thresholds);
    }

    /** Examines until nothing waits. */
    void examine() {
        PgOversight oversight = oversight(Thresholds.DEFAULT);
        while (oversight.examine().await()) {
            assertThat(leaves).as("there is an end").isPositive();
        }
    }

    public UUID register(int number) {
        return register(TestPatients.adult(number));
    }

    UUID register(PatientFile file) {
        UUID patient = TimeUuid.of(now, random);
        new Registry(sql).register(patient, file).await();
        return patient;
    }

    public AccessRecord opened(AccessMode mode, Caller caller, UUID patient, Instant at) {
        return opened(mode, caller, patient, at, mode == AccessMode.CENTRE_15 ? "case-1" : null);
    }

    AccessRecord opened(AccessMode mode, Caller caller, UUID patient, Instant at, @Nullable String caseId) {
        UUID id = TimeUuid.of(at, random);
        return new AccessRecord(
                id,
                at,
                RecordKind.OPENED,
                id,
                patient,
                mode,
                caller,
                caseId,
                new Reason("shock", "collapsus"),
                null,
                null,
                1,
                at.plusSeconds(3600),
                false);
    }

    public AccessRecord refused(AccessMode mode, Caller caller, UUID patient, Instant at, Refusal refusal) {
        UUID id = TimeUuid.of(at, random);
        return new AccessRecord(
                id, at, RecordKind.REFUSED, id, patient, mode, caller, null, null, null, refusal, 1, null, false);
    }

    /** Puts records into the trail, whatever the law says of them, and gives them their places in the log. */
    public List<UUID> happened(AccessRecord... records) {
        List<UUID> ids = commit(records);
        sequence(ids);
        return ids;
    }

    List<UUID> commit(AccessRecord... records) {
        List<RecordEntry> entries = new ArrayList<>();
        for (AccessRecord record : records) {
            byte[] salt = new byte[Leaf.SALT];
            random.nextBytes(salt);
            entries.add(new RecordEntry(record, Leaf.of(salt, record), List.of(), null));
        }
        new PgRecordStore(sql, () -> TimeUuid.of(now, random)).take(entries).await();
        return entries.stream().map(entry -> entry.record().recordId()).toList();
    }

    /** As the sequencer does, in that order. */
    void sequence(List<UUID> ids) {
        for (UUID id : ids) {
            run(
                    "insert into leaf (leaf_index, record_id, hash) select $1, record_id, leaf from access"
                            + " where record_id = $2",
                    leaves++,
                    id);
        }
        run("delete from unsequenced");
    }

    /** Gives their places to whatever has none. */
    void sequence() {
        List<UUID> waiting = new ArrayList<>();
        run("select record_id from unsequenced order by record_at").forEach(row -> waiting.add(row.getUUID(0)));
        sequence(waiting);
    }

    public RowSet<Row> run(String statement, @Nullable Object... values) {
        return sql.preparedQuery(statement).execute(Tuple.wrap(values)).await();
    }

    /** The grounds of a review; none where there is none. */
    List<String> grounds(UUID id) {
        for (Row row : run("select grounds from review where review_id = $1", id)) {
            return List.of(row.getArrayOfStrings(0));
        }
        return Collections.emptyList();
    }

    long count(String what) {
        return run("select count(*) from " + what).iterator().next().getLong(0);
    }

    /** How many rows of a table were read since it was made, however they were found. */
    long fetched(String table) {
        run("select pg_stat_force_next_flush()");
        run("select pg_stat_clear_snapshot()");
        return run(
                        "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables where relname = $1",
                        table)
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
