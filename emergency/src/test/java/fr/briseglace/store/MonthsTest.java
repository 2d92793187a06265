package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.trail.AccessRecord;
import fr.briseglace.trail.Leaf;
import fr.briseglace.trail.RecordEntry;
import fr.briseglace.trail.Records;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The trail lies in months, each of which is there before it begins. */
class MonthsTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Vertx vertx = Vertx.vertx();
    private final Database database = Database.open(vertx, TestPostgres.fresh());
    private final PgRecordStore store = new PgRecordStore(database.records(), UUID::randomUUID);
    private final Months months = new Months(database.console());

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private RowSet<Row> run(String sql, Object... values) {
        return database.console().preparedQuery(sql).execute(Tuple.wrap(values)).await();
    }

    private List<String> texts(String sql, Object... values) {
        List<String> texts = new ArrayList<>();
        run(sql, values).forEach(row -> texts.add(row.getString(0)));
        return texts;
    }

    private UUID record(Instant at) {
        UUID id = TimeUuid.of(at, RANDOM);
        AccessRecord record = Records.opened()
                .at(at)
                .recordId(id)
                .accessId(id)
                .patientId(AccessRecord.NO_PATIENT)
                .caseId(id.toString())
                .record();
        byte[] salt = new byte[Leaf.SALT];
        RANDOM.nextBytes(salt);
        RecordEntry entry = new RecordEntry(record, Leaf.of(salt, record), List.of(), null);
        assertThat(store.insert(List.of(entry)).await()).hasSize(1);
        return id;
    }

    private String partOf(UUID record) {
        return texts("select tableoid::regclass::text from access where record_id = $1", record)
                .getFirst();
    }

    @Test
    void recordsLieInTheMonthOfTheirTime() {
        months.open(Instant.parse("2031-01-31T23:59:59.999Z"), 2).await();
        assertThat(partOf(record(Instant.parse("2031-01-31T23:59:59.999999Z")))).isEqualTo("access_2031_01");
        assertThat(partOf(record(Instant.parse("2031-02-01T00:00:00Z")))).isEqualTo("access_2031_02");
    }

    @Test
    void theNextMonthIsThereBeforeItBegins() {
        Instant now = Instant.parse("2030-12-31T23:59:00Z");
        for (int minute = 0; minute < 3; minute++) {
            months.open(now.plusSeconds(60L * minute), Months.AHEAD).await();
            assertThat(partOf(record(now.plusSeconds(60L * (minute + 1))))).isNotEqualTo("access_default");
        }
        assertThat(texts("select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = 'search_record'::regclass"))
                .contains("search_record_2030_12", "search_record_2031_01", "search_record_2031_02");
    }

    @Test
    void monthsAreMadeOnce() {
        Instant now = Instant.parse("2030-05-05T00:00:00Z");
        assertThat(months.open(now, 3).await()).isEqualTo(6);
        assertThat(months.open(now, 3).await()).isZero();
    }

    @Test
    void allNodesMayMakeThemAtOnce() throws Exception {
        Instant now = Instant.parse("2030-05-05T00:00:00Z");
        List<Future<Integer>> made = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            made.add(months.open(now, 3));
        }
        Future.all(made).await(60, TimeUnit.SECONDS);
        assertThat(made.stream().mapToInt(Future::result).sum()).isEqualTo(6);
    }

    @Test
    void recordOfAMonthThatNobodyMadeIsTakenAndMovesToOneLater() {
        UUID early = record(Instant.parse("2020-02-29T12:00:00Z"));
        UUID late = record(Instant.parse("2040-02-29T12:00:00Z"));
        assertThat(partOf(early)).isEqualTo("access_default");
        String before = texts("select array_agg(a order by record_id)::text from access a")
                .getFirst();
        String waiting = texts("select count(*)::text from unsequenced").getFirst();
        months.open(Instant.now(), 1).await();
        assertThat(partOf(early)).isEqualTo("access_2020_02");
        assertThat(partOf(late)).isEqualTo("access_2040_02");
        assertThat(texts("select array_agg(a order by record_id)::text from access a"))
                .containsExactly(before);
        assertThat(texts("select count(*)::text from unsequenced")).containsExactly(waiting);
        assertThat(texts("select count(*)::text from access_default")).containsExactly("0");
    }

    @Test
    void recordsFromBeforeThereWereMonthsAreMovedAsTheyAre() throws Exception {
        DatabaseSettings old = TestPostgres.empty();
        Flyway.configure()
                .dataSource(old.jdbcUrl(old.servers().getFirst()), old.user(), old.password())
                .target("14")
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        Pool pool = Database.open(vertx, old).console();
        pool.query("""
                        insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id,
                            professional_name, profession, structure_id, structure_name, record_version, salt, leaf)
                        select gen_random_uuid(), timestamptz '2024-11-30T22:00:00Z' + n * interval '1 hour', 'opened',
                            gen_random_uuid(), gen_random_uuid(), 'centre_15', '8', 'Dr', 'doctor', '1', 'SAMU', 1,
                            sha256(n::text::bytea), sha256(n::text::bytea)
                        from generate_series(0, 9999) n
                        """).execute().await();
        String all = "select md5(string_agg((to_jsonb(a) - 'erased_by')::text, ',' order by at)) from access a";
        String before = pool.query(all).execute().await().iterator().next().getString(0);
        Schema.migrate(old, old.user());
        assertThat(pool.query(all).execute().await().iterator().next().getString(0))
                .isEqualTo(before);
        Row moved = pool.query("select count(*), (select count(*) from access_2024_11), (select count(*) from"
                        + " access_default), (select count(*) from unsequenced) from access_2024_12")
                .execute()
                .await()
                .iterator()
                .next();
        assertThat(moved.deepToString()).isEqualTo("[744,2,0,10000]");
    }

    @Test
    void everyMonthIsGuardedLikeTheTrail() {
        record(Instant.parse("2030-05-05T00:00:00Z"));
        months.open(Instant.parse("2030-05-05T00:00:00Z"), 1).await();
        for (String part : List.of("access_2030_05", "access_default", "search_record_2030_05")) {
            assertThatThrownBy(() -> run("truncate " + part)).hasMessageContaining("the trail is not rewritten");
        }
        assertThatThrownBy(() -> run("update access_2030_05 set reason_text = 'other'"))
                .hasMessageContaining("the trail is not rewritten");
        assertThatThrownBy(() -> run("delete from access_2030_05")).hasMessageContaining("the trail is not rewritten");
    }

    @Test
    void lookingUpByIdReadsTheMonthsItCanConcernAlone() {
        Instant at = Instant.parse("2030-05-05T00:00:00Z");
        months.open(at.minusSeconds(86_400L * 300), 24).await();
        UUID id = record(at);
        PgKeptRecords kept = new PgKeptRecords(database.console());
        assertThat(kept.find(id, null).await()).isPresent();
        assertThat(kept.find(id, id).await()).isPresent();
        List<String> plan = texts("explain (costs off) "
                + PgKeptRecords.FIRST
                        .replace("$1", "'" + id + "'")
                        .replace("$2", "timestamptz '2030-05-04'")
                        .replace("$3", "timestamptz '2030-05-06'"));
        assertThat(plan).anyMatch(line -> line.contains("access_2030_05"));
        assertThat(String.join("\n", plan)).doesNotContain("access_2030_04").doesNotContain("access_2030_06");
    }
}
