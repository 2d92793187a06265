-- After an outage: records that a node kept on its disk come into the trail in the order in which they were made, and
-- each is held against the rights of its time.

-- What was disclosed during an outage though the rights of that moment, known only now, forbade it.
create table outage_finding (
    patient_id uuid        not null,
    record_id  uuid        not null,
    record_at  timestamptz not null,
    cause      text        not null check (cause in ('opposed', 'blocked', 'record-closed', 'patient-deceased')),
    found_at   timestamptz not null default clock_timestamp(),
    primary key (patient_id, record_id)
);

-- The rights of a patient at a moment; those of today where nothing was changed before it.
create function rights_at(patient uuid, moment timestamptz)
    returns table (regulation_opposed boolean, break_glass_opposed boolean, blocked text[])
    language sql stable as
$$
    select d.regulation_opposed, d.break_glass_opposed, d.blocked
    from (
        (select c.regulation_opposed, c.break_glass_opposed, c.blocked, 1 as preferred
         from right_change c where c.patient_id = patient and c.changed_at <= moment
         order by c.changed_at desc, c.change_id desc limit 1)
        union all
        (select r.regulation_opposed, r.break_glass_opposed, r.blocked, 2
         from patient_right r where r.patient_id = patient)
    ) d
    order by d.preferred limit 1
$$;

-- Takes records of an outage, with their notices, whatever the patient's version is by now; those it has already stay as
-- they are, so that the same may be brought twice. Says which of them it did not have.
create function record_after_outage(
    record_ids uuid[], ats timestamptz[], kinds text[], access_ids uuid[], patient_ids uuid[], modes text[],
    professional_ids text[], professional_names text[], professions text[], structure_ids text[],
    structure_names text[], case_ids text[], reason_codes text[], reason_texts text[], subjects text[],
    refusals text[], record_versions bigint[], expiries timestamptz[], degradeds boolean[], salts bytea[],
    leaves bytea[], key_hashes bytea[], body_hashes bytea[],
    notice_ids uuid[], notice_records uuid[], notice_recipients text[], notice_names text[],
    notice_channels text[], notice_addresses text[]
) returns table (taken_record uuid)
    language plpgsql as
$$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock_shared(patient_lock(locked.patient_id))
    from (select distinct u.patient_id from unnest(patient_ids) u (patient_id)) locked;

    return query
    with brought as (
        select * from unnest(record_ids, ats, kinds, access_ids, patient_ids, modes, professional_ids,
            professional_names, professions, structure_ids, structure_names, case_ids, reason_codes, reason_texts,
            subjects, refusals, record_versions, expiries, degradeds, salts, leaves, key_hashes, body_hashes)
            with ordinality
        as b (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name, profession,
            structure_id, structure_name, case_id, reason_code, reason_text, subject, refusal, record_version,
            expires_at, degraded, salt, leaf, key_hash, body_hash, place)
    ), recorded as (
        insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name,
            profession, structure_id, structure_name, case_id, reason_code, reason_text, subject, refusal,
            record_version, expires_at, degraded, salt, leaf)
        select b.record_id, b.at, b.kind, b.access_id, b.patient_id, b.mode, b.professional_id, b.professional_name,
            b.profession, b.structure_id, b.structure_name, b.case_id, b.reason_code, b.reason_text, b.subject,
            b.refusal, b.record_version, b.expires_at, b.degraded, b.salt, b.leaf
        from brought b
        order by b.place
        on conflict do nothing
        returning record_id, patient_id, at
    ), windowed as (
        insert into access_window as w (patient_id, professional_id, mode, case_id, access_id, opened_at, expires_at)
        select distinct on (b.patient_id, b.professional_id, b.mode, coalesce(b.case_id, ''))
            b.patient_id, b.professional_id, b.mode, coalesce(b.case_id, ''), b.access_id, b.at, b.expires_at
        from brought b join recorded r using (record_id)
        where b.kind = 'opened'
        order by b.patient_id, b.professional_id, b.mode, coalesce(b.case_id, ''), b.place desc
        on conflict (patient_id, professional_id, mode, case_id) do update
            set access_id = excluded.access_id, opened_at = excluded.opened_at, expires_at = excluded.expires_at,
                closed_at = null
            where w.closed_at is not null or w.expires_at <= excluded.opened_at
    ), keyed as (
        insert into repeat_key (professional_id, key_hash, body_hash, kind, access_id, at)
        select distinct on (b.professional_id, b.key_hash)
            b.professional_id, b.key_hash, b.body_hash, b.kind, b.access_id, b.at
        from brought b join recorded r using (record_id)
        where b.key_hash is not null
        order by b.professional_id, b.key_hash, b.place
        on conflict do nothing
    ), told as (
        insert into notice (notice_id, patient_id, record_id, record_at, recipient, recipient_name, channel, address,
            state, next_attempt_at)
        select n.notice_id, r.patient_id, r.record_id, r.at, n.recipient, n.recipient_name, n.channel, n.address,
            case when n.address is null and n.channel <> 'letter' then 'awaiting-address' else 'pending' end, r.at
        from unnest(notice_ids, notice_records, notice_recipients, notice_names, notice_channels, notice_addresses)
            as n (notice_id, record_id, recipient, recipient_name, channel, address)
        join recorded r using (record_id)
    ), found as (
        insert into outage_finding (patient_id, record_id, record_at, cause)
        select b.patient_id, b.record_id, b.at,
               case when p.deceased then 'patient-deceased'
                    when p.record_status <> 'OPEN' then 'record-closed'
                    when b.professional_id = any (t.blocked) then 'blocked'
                    else 'opposed'
               end
        from brought b
        join recorded r using (record_id)
        join patient p on p.patient_id = b.patient_id
        left join lateral rights_at(b.patient_id, b.at) t on true
        where b.kind <> 'refused' and p.record_version <> b.record_version
          and (p.deceased or p.record_status <> 'OPEN' or b.professional_id = any (t.blocked)
               or (b.mode = 'centre_15' and t.regulation_opposed)
               or (b.mode = 'bris_de_glace' and t.break_glass_opposed))
        on conflict do nothing
    )
    select r.record_id from recorded r;
end
$$;
