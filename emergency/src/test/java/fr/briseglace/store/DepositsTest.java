package fr.briseglace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.identity.TimeUuid;
import fr.briseglace.store.Deposit.Accepted;
import fr.briseglace.store.Deposit.AlreadyThere;
import fr.briseglace.store.Deposit.Rejected;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DepositsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Pool sql = TestPostgres.pool(vertx);
    private final SecureRandom random = new SecureRandom();
    private UUID patient = new UUID(0, 0);

    @BeforeEach
    void register() {
        patient = id();
        new Registry(sql).register(patient, TestPatients.adult(1)).await();
    }

    @AfterEach
    void close() {
        sql.close().await();
        vertx.close().await();
    }

    private UUID id() {
        return TimeUuid.of(Instant.now(), random);
    }

    private Deposit deposit(String xml, Marks marks) {
        return Letter.deposit(sql, xml, marks);
    }

    private static String letter(String id, int version, String replaced, String words) {
        return Letter.of(id).version(version).replacing(replaced).saying(words).xml();
    }

    private Row document(String uniqueId) {
        return sql.preparedQuery("select * from document where patient_id = $1 and unique_id = $2")
                .execute(Tuple.of(patient, uniqueId))
                .await()
                .iterator()
                .next();
    }

    private long version() {
        return sql.preparedQuery("select record_version from patient where patient_id = $1")
                .execute(Tuple.of(patient))
                .await()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void documentIsStoredWholeAndReadIntoItems() {
        long before = version();
        assertThat(deposit(letter("1.2.3.1", 1, "", "asthme"), Marks.NONE)).isInstanceOf(Accepted.class);
        Row row = document("1.2.3.1");
        assertThat(row.getString("type_code")).isEqualTo("11490-0");
        assertThat(row.getString("status")).isEqualTo("current");
        assertThat(row.getLong("size"))
                .isEqualTo(letter("1.2.3.1", 1, "", "asthme").getBytes(StandardCharsets.UTF_8).length);
        assertThat(items()).contains("asthme");
        assertThat(version()).isGreaterThan(before);
    }

    private String items() {
        return sql.query("select coalesce(string_agg(content::text, ' '), '') from clinical_item")
                .execute()
                .await()
                .iterator()
                .next()
                .getString(0);
    }

    @Test
    void sameDocumentAgainChangesNothing() {
        deposit(letter("1.2.3.1", 1, "", "asthme"), Marks.NONE);
        long before = version();
        assertThat(deposit(letter("1.2.3.1", 1, "", "asthme"), Marks.NONE)).isInstanceOf(AlreadyThere.class);
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void otherContentUnderATakenIdIsRejected() {
        deposit(letter("1.2.3.1", 1, "", "asthme"), Marks.NONE);
        assertThat(deposit(letter("1.2.3.1", 1, "", "autre"), Marks.NONE)).isEqualTo(new Rejected("UNIQUE_ID_TAKEN"));
    }

    @Test
    void replacedVersionIsSupersededInWhateverOrderTheyCome() {
        deposit(letter("1.2.3.1", 1, "", "ancien"), Marks.NONE);
        deposit(letter("1.2.3.2", 2, "1.2.3.1", "nouveau"), Marks.NONE);
        assertThat(document("1.2.3.1").getString("status")).isEqualTo("superseded");
        assertThat(document("1.2.3.2").getString("status")).isEqualTo("current");
        deposit(letter("1.2.3.4", 4, "1.2.3.3", "plus nouveau"), Marks.NONE);
        deposit(letter("1.2.3.3", 3, "", "en retard"), Marks.NONE);
        assertThat(document("1.2.3.3").getString("status")).isEqualTo("superseded");
        assertThat(document("1.2.3.4").getString("status")).isEqualTo("current");
    }

    @Test
    void marksOfTheDepositorAreKept() {
        deposit(letter("1.2.3.1", 1, "", "asthme"), new Marks(true, true, true));
        Row row = document("1.2.3.1");
        assertThat(row.getBoolean("masked")).isTrue();
        assertThat(row.getBoolean("hidden_from_patient")).isTrue();
        assertThat(row.getBoolean("hidden_from_representatives")).isTrue();
    }

    @Test
    void hostileOrBrokenDocumentIsNamedAndChangesNothing() {
        long before = version();
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + letter("1.2.3.1", 1, "", "&e;");
        assertThat(deposit(entity, Marks.NONE)).isEqualTo(new Rejected("DTD_FORBIDDEN"));
        assertThat(deposit("not xml", Marks.NONE)).isEqualTo(new Rejected("NOT_XML"));
        assertThat(deposit("<a/>", Marks.NONE)).isEqualTo(new Rejected("NOT_CDA"));
        assertThat(version()).isEqualTo(before);
        assertThat(items()).isEmpty();
    }

    @Test
    void documentOfAnUnknownPatientIsRejected() {
        String other = letter("1.2.3.1", 1, "", "x")
                .replace(TestPatients.ins(1).value(), TestPatients.ins(2).value());
        assertThat(deposit(other, Marks.NONE)).isEqualTo(new Rejected("PATIENT_UNKNOWN"));
    }
}
