package fr.briseglace.notice;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The outbox in PostgreSQL, table {@code notice}. Nodes share it by skipping each other's locked rows. */
public final class PgOutbox implements Outbox {
    // Each channel by itself, in the order of its index: together, all that is due would be sorted for every claim.
    static final String CLAIM = """
            with due as (
                select d.patient_id, d.notice_id
                from unnest($1::text[]) as c (channel) cross join lateral (
                    select n.patient_id, n.notice_id, n.next_attempt_at from notice n
                    where n.state = 'pending' and n.channel = c.channel and n.next_attempt_at <= now()
                    order by n.next_attempt_at
                    limit $2
                    for update skip locked) d
                order by d.next_attempt_at
                limit $2
            ), claimed as (
                update notice n
                set attempts = n.attempts + 1, next_attempt_at = now() + $3::bigint * interval '1 millisecond'
                from due
                where n.patient_id = due.patient_id and n.notice_id = due.notice_id
                returning n.*
            )
            select c.patient_id, c.notice_id, c.record_id, c.recipient, c.recipient_name, c.channel, c.address, c.attempts,
                greatest(0, extract(epoch from now() - c.record_at) * 1000)::bigint as age,
                a.professional_name, a.profession, a.structure_name, a.mode, a.at, a.kind,
                p.birth_name, p.given_names, p.birth_date, p.language, p.postal_address
            from claimed c
            left join access a on a.patient_id = c.patient_id and a.at = c.record_at and a.record_id = c.record_id
            left join patient p on p.patient_id = c.patient_id
            """;

    // Only a sending may overwrite what another node has claimed since: it happened, whoever holds the lease.
    static final String SETTLE = """
            update notice n
            set state = o.state,
                failure = o.failure,
                sent_at = case o.state when 'sent' then now() end,
                next_attempt_at = now() + o.delay * interval '1 millisecond'
            from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::bigint[])
                as o(patient_id, notice_id, attempts, state, failure, delay)
            where n.patient_id = o.patient_id and n.notice_id = o.notice_id
                and n.state <> 'sent' and (o.state = 'sent' or n.attempts = o.attempts)
            """;

    private static final String REPLAY = """
            update notice set state = 'pending', failure = null, attempts = 0, next_attempt_at = now()
            where state = 'parked' and ($1::text is null or failure = $1)
            """;

    private static final String UNSENT = """
            select channel, state, count(*) as n from notice where state = 'pending' group by channel, state
            union all
            select channel, state, count(*) from notice where state in ('awaiting-address', 'parked')
            group by channel, state
            """;

    private static final String OLDEST = """
            select (extract(epoch from now() - min(record_at)) * 1000)::bigint as age
            from notice where state = 'pending' and channel = any($1::text[])
            """;

    private final Pool pool;
    private final Readdressing readdressing;

    /** An outbox on a pool of its own or a shared one. */
    public PgOutbox(Pool pool) {
        this.pool = pool;
        this.readdressing = new Readdressing(pool);
    }

    @Override
    public Future<List<Notice>> claim(Set<Channel> channels, int limit, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(codes(channels), limit, lease.toMillis()))
                .compose(this::readable);
    }

    @Override
    public Future<Void> settle(List<Outcome> outcomes) {
        return write(outcomes.stream().map(NoticeRow::settled).toList());
    }

    @Override
    public Future<Integer> readdress() {
        return readdressing.all();
    }

    @Override
    public Future<Integer> replay(Optional<Failure> failure) {
        return pool.preparedQuery(REPLAY)
                .execute(Tuple.of(failure.map(Failure::code).orElse(null)))
                .map(RowSet::rowCount);
    }

    @Override
    public Future<List<Unsent>> unsent() {
        return pool.preparedQuery(UNSENT).execute().map(rows -> {
            List<Unsent> unsent = new ArrayList<>();
            for (Row row : rows) {
                unsent.add(new Unsent(Channel.of(row.getString("channel")), row.getString("state"), row.getLong("n")));
            }
            return unsent;
        });
    }

    @Override
    public Future<Optional<Duration>> oldestUnsent(Set<Channel> channels) {
        return pool.preparedQuery(OLDEST).execute(Tuple.of(codes(channels))).map(rows -> Optional.ofNullable(
                        rows.iterator().next().getLong("age"))
                .map(millis -> Duration.ofMillis(Math.max(0, millis))));
    }

    /** A row that cannot be read is parked here and now, so that it does not come back with every lease. */
    private Future<List<Notice>> readable(RowSet<Row> rows) {
        List<Notice> notices = new ArrayList<>();
        List<NoticeRow.Settled> unreadable = new ArrayList<>();
        for (Row row : rows) {
            NoticeRow.read(row).ifPresentOrElse(notices::add, () -> unreadable.add(NoticeRow.unreadable(row)));
        }
        return unreadable.isEmpty()
                ? Future.succeededFuture(notices)
                : write(unreadable).map(notices);
    }

    private Future<Void> write(List<NoticeRow.Settled> rows) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(
                        rows.stream().map(NoticeRow.Settled::patientId).toArray(UUID[]::new),
                        rows.stream().map(NoticeRow.Settled::noticeId).toArray(UUID[]::new),
                        rows.stream().map(NoticeRow.Settled::attempts).toArray(Integer[]::new),
                        rows.stream().map(NoticeRow.Settled::state).toArray(String[]::new),
                        rows.stream().map(NoticeRow.Settled::failure).toArray(String[]::new),
                        rows.stream().map(NoticeRow.Settled::delayMillis).toArray(Long[]::new)))
                .mapEmpty();
    }

    private static String[] codes(Set<Channel> channels) {
        return channels.stream().map(Channel::code).toArray(String[]::new);
    }
}
