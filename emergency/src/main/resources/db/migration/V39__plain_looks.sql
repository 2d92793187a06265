-- Looks through windows, and nothing else: no opening, no refusal, no closing, no key and no notice. They are most of what
-- is recorded, and need little of what record_and_verify looks at. A statement that does no more starts and runs in less
-- than two thirds of the time, and in less than half of it where a look comes alone.
--
-- The rules are those of record_and_verify: a look is recorded while the version holds that it was decided on, and the
-- window is open that it looks through. Of each look that is to be told of, by its place from 1, what became of it:
--   recorded for author  it is durable, and whoever looks wrote masked documents of that patient
--   outdated             it was decided on a version that no longer holds
--   ended                the window it looks through is not open, or not any more
-- All others are durable. Statements of their own: under READ COMMITTED each sees all that committed before the locks were
-- had; a window that ends between them was open when its look was recorded.
create function record_looks(
    record_ids uuid[], ats timestamptz[], kinds text[], access_ids uuid[], patient_ids uuid[], modes text[],
    professional_ids text[], professional_names text[], professions text[], structure_ids text[],
    structure_names text[], case_ids text[], reason_codes text[], reason_texts text[], subjects text[],
    refusals text[], record_versions bigint[], expiries timestamptz[], degradeds boolean[], salts bytea[],
    leaves bytea[]
) returns table (place bigint, verdict text)
    language plpgsql
    set plan_cache_mode = force_generic_plan as
$$
declare
    taken bigint;
begin
    perform pg_advisory_xact_lock_shared(patient_lock(u.patient_id)) from unnest(patient_ids) u (patient_id);

    -- One row or none is looked for by its primary key each time: anything else, the server reads whole tables for.
    insert into access (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name,
        profession, structure_id, structure_name, case_id, reason_code, reason_text, subject, refusal, record_version,
        expires_at, degraded, salt, leaf)
    select l.*
    from unnest(record_ids, ats, kinds, access_ids, patient_ids, modes, professional_ids, professional_names,
        professions, structure_ids, structure_names, case_ids, reason_codes, reason_texts, subjects, refusals,
        record_versions, expiries, degradeds, salts, leaves)
        as l (record_id, at, kind, access_id, patient_id, mode, professional_id, professional_name, profession,
            structure_id, structure_name, case_id, reason_code, reason_text, subject, refusal, record_version,
            expires_at, degraded, salt, leaf)
    where l.record_version = (select p.record_version from patient p where p.patient_id = l.patient_id)
      and l.access_id = (select w.access_id from access_window w
                         where w.patient_id = l.patient_id and w.professional_id = l.professional_id
                           and w.mode = l.mode and w.case_id = coalesce(l.case_id, '')
                           and w.closed_at is null and w.expires_at > l.at);
    get diagnostics taken = row_count;

    if taken = cardinality(record_ids) then
        return query
        select l.place, 'recorded for author'
        from unnest(patient_ids, professional_ids) with ordinality as l (patient_id, professional_id, place)
        where (select true from masked_author m
               where m.patient_id = l.patient_id and m.professional_id = l.professional_id);
    else
        return query
        select j.place, j.verdict
        from (select l.place,
                     case
                         when a.record_id is null and l.record_version =
                             (select p.record_version from patient p where p.patient_id = l.patient_id) then 'ended'
                         when a.record_id is null then 'outdated'
                         when (select true from masked_author m
                               where m.patient_id = l.patient_id and m.professional_id = l.professional_id)
                             then 'recorded for author'
                     end as verdict
              from unnest(record_ids, ats, patient_ids, professional_ids, record_versions) with ordinality
                  as l (record_id, at, patient_id, professional_id, record_version, place)
              left join access a on a.patient_id = l.patient_id and a.at = l.at and a.record_id = l.record_id) j
        where j.verdict is not null;
    end if;
end
$$;
