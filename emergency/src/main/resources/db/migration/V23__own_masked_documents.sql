-- Authors see their own masked documents: record and verify says in passing that the professional wrote some of them, so
-- that nobody else has to ask, and nothing of it is remembered where others look.

-- Who wrote masked documents of a patient. A change of it is a change of documents, and gives a new version with it.
create table masked_author (
    patient_id      uuid not null references patient,
    professional_id text not null,
    primary key (patient_id, professional_id)
);

create function note_masked_authors() returns trigger
    language plpgsql as
$$
declare
    concerned constant uuid := case when tg_op = 'DELETE' then old.patient_id else new.patient_id end;
begin
    delete from masked_author m where m.patient_id = concerned;
    insert into masked_author (patient_id, professional_id)
    select distinct d.patient_id, d.author ->> 'id'
    from document d
    where d.patient_id = concerned and d.masked and d.author ->> 'id' is not null;
    return null;
end
$$;
create trigger masked_written after insert on document
    for each row when (new.masked) execute function note_masked_authors();
create trigger masked_rewritten after update of masked, author on document
    for each row when (old.masked or new.masked) execute function note_masked_authors();
create trigger masked_deleted after delete on document
    for each row when (old.masked) execute function note_masked_authors();

insert into masked_author (patient_id, professional_id)
select distinct d.patient_id, d.author ->> 'id' from document d where d.masked and d.author ->> 'id' is not null;

-- As before, but for what became of a record: "for author" behind recorded and repeated where the professional wrote
-- masked documents of the patient.
create or replace function record_and_verify(
    record_ids uuid[], ats timestamptz[], kinds text[], access_ids uuid[], patient_ids uuid[], modes text[],
    professional_ids text[], professional_names text[], professions text[], structure_ids text[],
    structure_names text[], case_ids text[], reason_codes text[], reason_texts text[], subjects text[],
    refusals text[], record_versions bigint[], expiries timestamptz[], degradeds boolean[], salts bytea[],
    leaves bytea[], key_hashes bytea[], body_hashes bytea[],
    notice_ids uuid[], notice_records uuid[], notice_recipients text[], notice_names text[],
    notice_channels text[], notice_addresses text[]
) returns table (verdict text, known_access uuid, known_opening timestamptz, known_end timestamptz)
    language plpgsql
    set plan_cache_mode = force_generic_plan as
$$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock_shared(patient_lock(locked.patient_id))
    from (select distinct u.patient_id from unnest(patient_ids) u (patient_id)) locked;

    return query
    with asked as (
        select * from unnest(record_ids, ats, kinds, access_ids, patient_ids, modes, professional_ids,
            professional_names, professions, structure_ids, structure_names, case_ids, reason_codes, reason_texts,
            subjects, refusals, record_versions, expiries, degradeds, salts, leaves, key_hashes, body_hashes)
            with ordinality
        as a (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name, profession,
            structure_id, structure_name, case_id, reason_code, reason_text, subject, refusal, record_version,
            expires_at, degraded, salt, leaf, key_hash, body_hash, place)
    ), standing as (
        select a.*, exists (select from masked_author m
                            where m.patient_id = a.patient_id and m.professional_id = a.professional_id) as author
        from asked a
        where a.patient_id = '00000000-0000-0000-0000-000000000000'
           or exists (select from patient p
                      where p.patient_id = a.patient_id and p.record_version = a.record_version)
    ), known as (
        select s.place, k.access_id, k.body_hash = s.body_hash as same
        from standing s
        join repeat_key k on k.professional_id = s.professional_id and k.key_hash = s.key_hash
        where k.at > s.at - interval '10 minutes'
          and (k.kind = s.kind or k.body_hash <> s.body_hash or (k.kind = 'read' and s.kind = 'opened'))
    ), held as (
        select a.place, w.access_id, w.opened_at, w.expires_at
        from asked a
        join access_window w
            on w.patient_id = a.patient_id and w.professional_id = a.professional_id and w.mode = a.mode
               and w.case_id = coalesce(a.case_id, '')
        where a.kind <> 'refused' and w.closed_at is null and w.expires_at > a.at
    ), fresh as (
        select s.* from (
            select s.*, row_number() over (partition by s.professional_id, s.key_hash order by s.place) as turn
            from standing s where not exists (select from known k where k.place = s.place)) s
        where s.key_hash is null or s.turn = 1
    ), windowed as (
        insert into access_window as w (patient_id, professional_id, mode, case_id, access_id, opened_at, expires_at)
        select distinct on (f.patient_id, f.professional_id, f.mode, coalesce(f.case_id, ''))
            f.patient_id, f.professional_id, f.mode, coalesce(f.case_id, ''), f.access_id, f.at, f.expires_at
        from fresh f where f.kind = 'opened'
        order by f.patient_id, f.professional_id, f.mode, coalesce(f.case_id, ''), f.place
        on conflict (patient_id, professional_id, mode, case_id) do update
            set access_id = excluded.access_id, opened_at = excluded.opened_at, expires_at = excluded.expires_at,
                closed_at = null
            where w.closed_at is not null or w.expires_at <= excluded.opened_at
        returning w.access_id
    ), closing as (
        update access_window w set closed_at = f.at
        from fresh f
        where f.kind = 'closed' and w.patient_id = f.patient_id and w.professional_id = f.professional_id
          and w.mode = f.mode and w.case_id = coalesce(f.case_id, '') and w.access_id = f.access_id
          and w.closed_at is null and w.expires_at > f.at
        returning f.place
    ), taken as (
        select f.* from fresh f
        where case f.kind
                  when 'refused' then true
                  when 'opened' then f.access_id in (select w.access_id from windowed w)
                  when 'closed' then f.place in (select c.place from closing c)
                  else exists (select from held h where h.place = f.place and h.access_id = f.access_id)
              end
    ), recorded as (
        insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name,
            profession, structure_id, structure_name, case_id, reason_code, reason_text, subject, refusal,
            record_version, expires_at, degraded, salt, leaf)
        select t.record_id, t.at, t.kind, t.access_id, t.patient_id, t.mode, t.professional_id, t.professional_name,
            t.profession, t.structure_id, t.structure_name, t.case_id, t.reason_code, t.reason_text, t.subject,
            t.refusal, t.record_version, t.expires_at, t.degraded, t.salt, t.leaf
        from taken t
        returning record_id, patient_id, at
    ), keyed as (
        insert into repeat_key as k (professional_id, key_hash, body_hash, kind, access_id, at)
        select t.professional_id, t.key_hash, t.body_hash, t.kind, t.access_id, t.at
        from taken t where t.key_hash is not null
        order by t.professional_id, t.key_hash
        on conflict (professional_id, key_hash) do update
            set body_hash = excluded.body_hash, kind = excluded.kind, access_id = excluded.access_id, at = excluded.at
    ), told as (
        insert into notice (notice_id, patient_id, record_id, record_at, recipient, recipient_name, channel, address,
            state, next_attempt_at)
        select n.notice_id, r.patient_id, r.record_id, r.at, n.recipient, n.recipient_name, n.channel, n.address,
            case when n.address is null and n.channel <> 'letter' then 'awaiting-address' else 'pending' end, r.at
        from unnest(notice_ids, notice_records, notice_recipients, notice_names, notice_channels, notice_addresses)
            as n (notice_id, record_id, recipient, recipient_name, channel, address)
        join recorded r using (record_id)
    )
    select case
               when r.record_id is not null then case when s.author then 'recorded for author' else 'recorded' end
               when s.place is null then 'outdated'
               when k.place is not null and k.same
                   then case when s.author then 'repeated for author' else 'repeated' end
               when k.place is not null then 'mismatch'
               when a.kind = 'opened' and h.access_id is not null then 'open'
               when a.kind not in ('opened', 'refused') and h.access_id is distinct from a.access_id then 'ended'
               else 'again'
           end,
           coalesce(k.access_id, h.access_id), h.opened_at, h.expires_at
    from asked a
    left join recorded r using (record_id)
    left join standing s using (place)
    left join known k using (place)
    left join held h using (place)
    order by a.place;
end
$$;
