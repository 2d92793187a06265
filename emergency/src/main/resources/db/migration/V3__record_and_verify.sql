-- Record and verify: the record of an access goes in only while the patient's version is the one it was decided on.

-- The lock that orders accesses of a patient (shared) and changes to the patient (exclusive).
create function patient_lock(patient uuid) returns bigint
    language sql immutable strict parallel safe
    return hashtextextended(patient::text, 4715);

-- A change takes the lock, then a new version; readers take the shared lock, then compare. Locks before versions, always.
create function change_patient(patient uuid) returns bigint
    language plpgsql as
$$
declare
    version bigint;
begin
    perform pg_advisory_xact_lock(patient_lock(patient));
    update patient p set record_version = record_version + 1
    where p.patient_id = patient
    returning p.record_version into version;
    return version;
end
$$;

-- Whatever could change an answer gives a new version, whoever wrote it and however; once a statement and patient.
create function change_patients_named() returns trigger
    language plpgsql as
$$
begin
    perform change_patient(c.patient_id) from (select distinct patient_id from changed order by 1) c;
    return null;
end
$$;

create function change_patients_moved() returns trigger
    language plpgsql as
$$
begin
    perform change_patient(c.patient_id)
    from (select patient_id from was union select patient_id from changed order by 1) c;
    return null;
end
$$;

do
$$
declare
    owned text;
begin
    foreach owned in array array['patient_identifier', 'representative', 'patient_right', 'document', 'clinical_item']
    loop
        execute format('create trigger inserted after insert on %I referencing new table as changed
                        for each statement execute function change_patients_named()', owned);
        execute format('create trigger deleted after delete on %I referencing old table as changed
                        for each statement execute function change_patients_named()', owned);
        execute format('create trigger updated after update on %I referencing old table as was new table as changed
                        for each statement execute function change_patients_moved()', owned);
    end loop;
end
$$;

-- The patient's own row bumps itself, unless the version is all that changes.
create function bump_own_version() returns trigger
    language plpgsql as
$$
begin
    if new.record_version = old.record_version then
        perform pg_advisory_xact_lock(patient_lock(old.patient_id));
        new.record_version := old.record_version + 1;
    end if;
    return new;
end
$$;
create trigger patient_changes before update on patient
    for each row execute function bump_own_version();

-- Takes a batch of records and their notices; says for each record, in order, whether it went in.
-- Two statements: under READ COMMITTED the second sees all that committed before the locks were had.
create function record_and_verify(
    record_ids uuid[], ats timestamptz[], kinds text[], access_ids uuid[], patient_ids uuid[], modes text[],
    professional_ids text[], professional_names text[], professions text[], structure_ids text[],
    structure_names text[], case_ids text[], reason_codes text[], reason_texts text[], refusals text[],
    record_versions bigint[], expiries timestamptz[], degradeds boolean[], salts bytea[], leaves bytea[],
    notice_ids uuid[], notice_records uuid[], notice_recipients text[], notice_names text[],
    notice_channels text[], notice_addresses text[]
) returns boolean[]
    language plpgsql as
$$
declare
    verdicts boolean[];
begin
    perform pg_advisory_xact_lock_shared(patient_lock(locked.patient_id))
    from (select distinct u.patient_id from unnest(patient_ids) u (patient_id)) locked;

    with asked as (
        select * from unnest(record_ids, ats, kinds, access_ids, patient_ids, modes, professional_ids,
            professional_names, professions, structure_ids, structure_names, case_ids, reason_codes, reason_texts,
            refusals, record_versions, expiries, degradeds, salts, leaves) with ordinality
        as a (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name, profession,
            structure_id, structure_name, case_id, reason_code, reason_text, refusal, record_version, expires_at,
            degraded, salt, leaf, place)
    ), recorded as (
        insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name,
            profession, structure_id, structure_name, case_id, reason_code, reason_text, refusal, record_version,
            expires_at, degraded, salt, leaf)
        select a.record_id, a.at, a.kind, a.access_id, a.patient_id, a.mode, a.professional_id, a.professional_name,
            a.profession, a.structure_id, a.structure_name, a.case_id, a.reason_code, a.reason_text, a.refusal,
            a.record_version, a.expires_at, a.degraded, a.salt, a.leaf
        from asked a
        where a.patient_id = '00000000-0000-0000-0000-000000000000'
           or exists (select from patient p
                      where p.patient_id = a.patient_id and p.record_version = a.record_version)
        returning record_id, patient_id, at
    ), told as (
        insert into notice (notice_id, patient_id, record_id, record_at, recipient, recipient_name, channel, address,
            state, next_attempt_at)
        select n.notice_id, r.patient_id, r.record_id, r.at, n.recipient, n.recipient_name, n.channel, n.address,
            case when n.address is null and n.channel <> 'letter' then 'awaiting-address' else 'pending' end, r.at
        from unnest(notice_ids, notice_records, notice_recipients, notice_names, notice_channels, notice_addresses)
            as n (notice_id, record_id, recipient, recipient_name, channel, address)
        join recorded r using (record_id)
    )
    select array_agg(r.record_id is not null order by a.place) into verdicts
    from asked a left join recorded r using (record_id);
    return verdicts;
end
$$;
