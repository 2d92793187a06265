package fr.briseglace.notice;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A store with accesses and their notices in it, as the commit of a record leaves them. */
final class Trail {
    static final String REASON = "inconscient, intoxication aux benzodiazépines";
    private static final UUID PATIENT = UUID.randomUUID();
    private static final UUID RECORD = UUID.randomUUID();

    final Pool pool;
    final PgOutbox outbox;

    /** Empties the database and starts with one patient, their GP without an address, and one granted access. */
    Trail(Pool pool) throws Exception {
        this.pool = pool;
        this.outbox = new PgOutbox(pool);
        pool.query("set session_replication_role = replica;"
                        + " truncate notice, access, patient, professional cascade;"
                        + " set session_replication_role = origin")
                .execute()
                .await(10, TimeUnit.SECONDS);
        run("insert into professional values ('801234567897', 'Dr Claude GENERALISTE', null)");
        run("""
                insert into patient (patient_id, record_status, birth_name, given_names, birth_date, sex,
                    identity_status, gp_id)
                values ($1, 'OPEN', 'PAT-TROIS', '{DOMINIQUE,MARIE}', '1979-03-28', 'F', 'QUALIFIED', '801234567897')
                """, PATIENT);
        record(RECORD, "opened", "centre_15");
    }

    /** A notice of a granted access, due now. */
    UUID notice(Recipient recipient) throws Exception {
        return notice(RECORD, recipient);
    }

    /** A notice of a refused attempt, due now. */
    UUID noticeOfRefusal(Recipient recipient) throws Exception {
        UUID record = UUID.randomUUID();
        record(record, "refused", "bris_de_glace");
        return notice(record, recipient);
    }

    /** A notice to the patient's secure mailbox, due now. */
    UUID noticeTo(String address) throws Exception {
        return notice(new Recipient(Recipient.Kind.PATIENT, "DOMINIQUE PAT-TROIS", Channel.SECURE_MAIL, address));
    }

    /** Many of them, in one statement. */
    List<String> noticesTo(int count, String domain) throws Exception {
        List<String> addresses = new ArrayList<>();
        List<Tuple> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address = "patient" + i + "@" + domain;
            addresses.add(address);
            rows.add(tuple(RECORD, UUID.randomUUID(), Recipient.Kind.PATIENT, Channel.SECURE_MAIL, address));
        }
        pool.preparedQuery(INSERT).executeBatch(rows).await(10, TimeUnit.SECONDS);
        return addresses;
    }

    /** Notices by state, e.g. {@code sent 3}. */
    List<String> states() throws Exception {
        List<String> states = new ArrayList<>();
        for (Row row : run("select state, count(*) as n from notice group by state order by state")) {
            states.add(row.getString("state") + " " + row.getLong("n"));
        }
        return states;
    }

    /** One notice's row. */
    Row row(UUID noticeId) throws Exception {
        return run("select * from notice where notice_id = $1", noticeId)
                .iterator()
                .next();
    }

    /** Lets the time until everything is due pass at once. */
    void makeAllDue() throws Exception {
        run("update notice set next_attempt_at = now() - interval '1 second' where state = 'pending'");
    }

    RowSet<Row> run(String sql, Object... values) throws Exception {
        return pool.preparedQuery(sql).execute(Tuple.wrap(values)).await(10, TimeUnit.SECONDS);
    }

    /** Changes what the guards of the trail keep from being changed. */
    void rewrite(String sql, Object... values) throws Exception {
        pool.withTransaction(owner -> owner.query("set local session_replication_role = replica")
                        .execute()
                        .compose(unguarded -> owner.preparedQuery(sql).execute(Tuple.wrap(values))))
                .await(10, TimeUnit.SECONDS);
    }

    private static final String INSERT = """
            insert into notice (notice_id, patient_id, record_id, record_at, recipient, recipient_name, channel,
                address, state, next_attempt_at)
            select $1, $2, $3, (select at from access where record_id = $3), $4, null, $5, $6::text,
                case when $6::text is null then 'awaiting-address' else 'pending' end, now()
            """;

    private UUID notice(UUID record, Recipient recipient) throws Exception {
        UUID id = UUID.randomUUID();
        pool.preparedQuery(INSERT)
                .execute(tuple(record, id, recipient.kind(), recipient.channel(), recipient.address()))
                .await(10, TimeUnit.SECONDS);
        return id;
    }

    private static Tuple tuple(UUID record, UUID id, Recipient.Kind kind, Channel channel, @Nullable String address) {
        return Tuple.of(id, PATIENT, record, kind.code(), channel.code(), address);
    }

    private void record(UUID record, String kind, String mode) throws Exception {
        run("""
                insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id,
                    professional_name, profession, structure_id, structure_name, case_id, reason_code, reason_text,
                    record_version, salt, leaf)
                values ($1, now(), $2, $1, $3, $4, '800000000001', 'Dr Anne REGUL', 'doctor', '1440000001', 'SAMU 44',
                    'fr.health.samu440.case', 'intoxication', $5, 1, sha256(''), sha256($1::text::bytea))
                """, record, kind, PATIENT, mode, REASON);
    }
}
