package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What infra/citus.sql and infra/citus.md say of this schema is so. Citus itself is not here: its two functions only note
 * what they are asked for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CitusTest {
    private static final Path INFRA = Path.of("..", "infra");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| (distributed|everywhere|coordinator) \\|");
    private static final String STAND_INS = """
            create table laid (relation regclass primary key, how text not null);
            create function create_distributed_table(relation regclass, by text, colocate_with text default '')
                returns void language sql as 'insert into laid values (relation, by)';
            create function create_reference_table(relation regclass) returns void
                language sql as $$insert into laid values (relation, '')$$;
            """;
    /** A table that lies by patient, or one of its partitions. */
    private static final String BY_PATIENT = "(select relation from laid where how = 'patient_id')";

    private final Connection connection;

    CitusTest() throws SQLException {
        DatabaseSettings store = TestPostgres.fresh();
        connection =
                DriverManager.getConnection(store.jdbcUrl(store.servers().getFirst()), store.user(), store.password());
    }

    @BeforeAll
    void layOut() throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAND_INS);
            statement.execute(Files.readString(INFRA.resolve("citus.sql")));
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    private Set<String> names(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Tables and where they are said to lie. */
    private static Map<String, String> said() throws IOException {
        return ROW.matcher(Files.readString(INFRA.resolve("citus.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (one, twice) -> "", TreeMap::new));
    }

    private static Set<String> said(String where) throws IOException {
        return said().entrySet().stream()
                .filter(row -> row.getValue().equals(where))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTableIsSomewhereAndNothingElseIsNamed() throws Exception {
        assertThat(said().keySet()).isEqualTo(names("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                  and relname <> 'laid'
                """));
    }

    @Test
    void scriptLaysTablesWhereTheyAreSaidToLie() throws Exception {
        assertThat(names("select relation from laid where how = 'patient_id'")).isEqualTo(said("distributed"));
        assertThat(names("select relation from laid where how = ''")).isEqualTo(said("everywhere"));
        assertThat(names("select how from laid where how not in ('patient_id', '')"))
                .isEmpty();
    }

    @Test
    void whatLiesByPatientIsUniqueWithinThePatient() throws Exception {
        assertThat(names("""
                select i.indexrelid::regclass from pg_index i
                where i.indisunique and i.indrelid in %s and not exists
                    (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'patient_id'
                                                and a.attnotnull and a.attnum = any (i.indkey))
                """.formatted(BY_PATIENT))).isEmpty();
    }

    @Test
    void whatLiesByPatientRefersToTheSamePatient() throws Exception {
        assertThat(names("""
                select c.conname || ' of ' || c.conrelid::regclass from pg_constraint c
                where c.contype = 'f' and (c.conrelid in %1$s or c.confrelid in %1$s)
                  and not (c.conrelid in %1$s and c.confrelid in %1$s and exists
                      (select from unnest(c.conkey, c.confkey) k (own, other)
                       join pg_attribute o on o.attrelid = c.conrelid and o.attnum = k.own
                       join pg_attribute r on r.attrelid = c.confrelid and r.attnum = k.other
                       where o.attname = 'patient_id' and r.attname = 'patient_id'))
                """.formatted(BY_PATIENT))).isEmpty();
    }

    /** Whoever lays a table elsewhere although it names the patient has a reason that can be seen. */
    @Test
    void whatNamesThePatientAndLiesElsewhereDoesNotFit() throws Exception {
        assertThat(names("""
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'patient_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                  and c.oid not in %s and a.attnotnull and not exists
                    (select from pg_index i where i.indrelid = c.oid and i.indisunique
                                              and not a.attnum = any (i.indkey))
                """.formatted(BY_PATIENT))).isEmpty();
    }

    @Test
    void noTriggerOfAWholeStatementIsLeftWhereCitusRefusesIt() throws Exception {
        assertThat(names("""
                select t.tgname || ' on ' || t.tgrelid::regclass from pg_trigger t
                where not t.tgisinternal and t.tgtype & 1 = 0
                  and (t.tgrelid in (select relation from laid) or t.tgrelid in
                      (select inhrelid from pg_inherits where inhparent in (select relation from laid)))
                """)).isEmpty();
    }
}
