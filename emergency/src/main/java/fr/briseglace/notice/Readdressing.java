package fr.briseglace.notice;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.RowSet;

/** Looks for another way to those whom a notice could not reach, as the store knows them by now. */
final class Readdressing {
    private static final String PRACTICES = """
            update notice n
            set address = d.secure_mail, recipient_name = d.name, state = 'pending', attempts = 0,
                next_attempt_at = now()
            from patient p join professional d on d.professional_id = p.gp_id
            where n.recipient = 'gp'
                and (n.state = 'awaiting-address' or n.state = 'parked' and n.failure = 'address-rejected')
                and p.patient_id = n.patient_id and d.secure_mail <> coalesce(n.address, '')
            """;

    // By the name that the letter is for: a representative has no other mark in a notice.
    private static final String LETTERS = """
            update notice n
            set address = array_to_string(w.postal_address, E'\\n'), state = 'pending', failure = null, attempts = 0,
                next_attempt_at = now()
            from (
                select 'patient' as recipient, p.patient_id, null as name, p.postal_address from patient p
                union all
                select 'representative', r.patient_id, r.name, r.postal_address from acting_representative r) w
            where n.channel = 'letter' and n.state = 'parked' and n.failure = 'address-missing'
                and n.recipient = w.recipient and n.patient_id = w.patient_id
                and (w.name is null or w.name = n.recipient_name) and cardinality(w.postal_address) > 0
            """;

    // Holders wait for an address where their representatives must not learn of it.
    private static final String HOLDERS = """
            update notice n
            set channel = w.channel, address = w.address, state = 'pending', attempts = 0, next_attempt_at = now()
            from patient p, lateral (
                (select 'secure-mail' as channel, i.ins_value || '@patient.mssante.fr' as address
                 from patient_identifier i where i.patient_id = p.patient_id and p.secure_mailbox
                 order by length(i.ins_oid), i.ins_oid limit 1)
                union all select 'email', p.email where p.email is not null
                union all select 'sms', p.mobile where p.mobile is not null
                limit 1) w
            where n.channel = 'secure-mail' and n.state = 'awaiting-address' and n.recipient = 'patient'
                and p.patient_id = n.patient_id
            """;

    // To whoever has no digital contact that works; its id is always the same, so that there is one letter. None to
    // minors
    // and wards: others might open it, and their representatives are told.
    private static final String LETTERS_INSTEAD = """
            insert into notice (notice_id, patient_id, record_id, record_at, recipient, recipient_name, channel, address,
                state, next_attempt_at)
            select md5(concat_ws('/', 'letter', n.record_id, n.recipient, n.recipient_name))::uuid, n.patient_id,
                n.record_id, n.record_at, n.recipient, n.recipient_name, 'letter',
                array_to_string(w.postal_address, E'\\n'), 'pending', now()
            from (
                select distinct patient_id, record_id, record_at, recipient, recipient_name from notice
                where state = 'parked' and failure = 'address-rejected' and channel in ('secure-mail', 'email', 'sms')
                    and record_at > now() - interval '30 days') n
            join (
                select 'patient' as recipient, p.patient_id, null as name, p.postal_address from patient p
                where not p.ward and p.birth_date + interval '18 years' <= now()
                union all
                select 'representative', r.patient_id, r.name, r.postal_address from acting_representative r) w
                on w.recipient = n.recipient and w.patient_id = n.patient_id
                    and (w.name is null or w.name = n.recipient_name)
            where cardinality(w.postal_address) > 0
                and not exists (
                    select from notice o
                    where o.patient_id = n.patient_id and o.record_id = n.record_id and o.recipient = n.recipient
                        and o.recipient_name is not distinct from n.recipient_name
                        and (o.channel = 'letter' or o.channel <> 'portal' and o.state <> 'parked'))
            on conflict (patient_id, notice_id) do nothing
            """;

    private final Pool pool;

    Readdressing(Pool pool) {
        this.pool = pool;
    }

    /** Gives how many notices became due. */
    Future<Integer> all() {
        return rows(PRACTICES).compose(practices -> rows(HOLDERS).compose(holders -> rows(LETTERS)
                .compose(letters -> rows(LETTERS_INSTEAD).map(instead -> practices + holders + letters + instead))));
    }

    private Future<Integer> rows(String statement) {
        return pool.preparedQuery(statement).execute().map(RowSet::rowCount);
    }
}
