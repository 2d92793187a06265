package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, masked documents: how long an answer takes does not tell of them either, for the store does not read them. */
class MaskedDocumentsAreNotReadTest {
    private static final String PATIENT = "'019ac000-0000-7000-8000-000000000001'::uuid";
    private static final String SETUP = """
            insert into patient (patient_id, birth_name, given_names, birth_date, sex, identity_status, record_status)
            values (PATIENT, 'ESSAI', '{LOU}', '1980-01-01', 'F', 'QUALIFIED', 'OPEN');
            insert into patient_identifier (ins_value, ins_oid, patient_id) values ('1', 'O', PATIENT);
            insert into document (patient_id, document_id, unique_id, type_code, type_system, title, created_at, author,
                source_kind, media_type, size, sha256, masked, status, content, deposited_at)
            select PATIENT, gen_random_uuid(), 'u' || n, '11488-4', 'L', 'T', now() - n * interval '1 day',
                '{"id": "2"}', 'professional', 'text/xml', 1, sha256('1'), n > 2, 'current', '\\x00', now()
            from generate_series(1, 42) n
            """.replace("PATIENT", PATIENT);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = TestPostgres.pool(vertx);

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {PgDocuments.LIST, PgSnapshots.SNAPSHOT})
    void maskedDocumentsOfOthersAreNotRead(String statement) throws Exception {
        pool.query(SETUP).execute().await(10, TimeUnit.SECONDS);
        boolean list = statement.equals(PgDocuments.LIST);
        List<String> steps = Plan.of(
                pool,
                statement
                        .replace("$1", list ? PATIENT : "'1'")
                        .replace("$2", list ? "false" : "'O'")
                        .replace("$3", "'1'")
                        .replace("$4", "null")
                        .replace("$5", "50"));
        assertThat(steps)
                .anyMatch(step -> step.contains("document_unmasked") && step.contains("rows=2"))
                .noneMatch(step -> step.contains("Rows Removed by Filter") || step.contains("Seq Scan on document"));
        assertThat(steps.stream().filter(step -> Pattern.matches(".*\\bon document.*", step)))
                .allMatch(
                        step -> step.contains("rows=2") || step.contains("rows=0") || step.contains("never executed"));
    }
}
