-- After an outage: one request is one opening, however many nodes answered it.
--
-- A node that was cut off from the store, or froze while it waited, may show a record for a request that its client has
-- sent again, with the same key, to another node. Both showed it, and both stay in the trail; but the request opened one
-- window, of which those concerned are told once. What comes in after the other is a look through the window that the
-- other opened, with its own identifier, time and salt; so is every look through the window that it would have opened.
-- What was another request stays an opening: the key stood for another body, for a refusal, or for something that is ten
-- minutes away or more. A refusal shows nothing and stays as it is.

-- Takes records of an outage as record_after_outage does, and says which of them were not there. Where some belong to
-- the window of another access, it takes none and names those with that access: kind and window are part of a leaf, and
-- whoever brings them commits to them anew. The locks of their keys are held by the caller, as for record_and_verify.
create function take_after_outage(
    record_ids uuid[], ats timestamptz[], kinds text[], access_ids uuid[], patient_ids uuid[], modes text[],
    professional_ids text[], professional_names text[], professions text[], structure_ids text[],
    structure_names text[], case_ids text[], reason_codes text[], reason_texts text[], subjects text[],
    refusals text[], record_versions bigint[], expiries timestamptz[], degradeds boolean[], salts bytea[],
    leaves bytea[], key_hashes bytea[], body_hashes bytea[],
    notice_ids uuid[], notice_records uuid[], notice_recipients text[], notice_names text[],
    notice_channels text[], notice_addresses text[]
) returns table (brought_record uuid, other_access uuid)
    language plpgsql as
$$
#variable_conflict use_column
begin
    return query
    with brought as (
        select * from unnest(record_ids, ats, kinds, access_ids, patient_ids, modes, professional_ids, key_hashes,
            body_hashes)
        as b (record_id, at, kind, access_id, patient_id, mode, professional_id, key_hash, body_hash)
    ), opened_elsewhere as (
        select b.access_id, k.access_id as other
        from brought b
        join repeat_key k on k.professional_id = b.professional_id and k.key_hash = b.key_hash
        where b.kind = 'opened' and k.kind in ('opened', 'read') and k.body_hash = b.body_hash
          and k.access_id <> b.access_id
          and k.at > b.at - interval '10 minutes' and k.at < b.at + interval '10 minutes'
          and exists (select from access o
                      where o.access_id = k.access_id and o.kind = 'opened'
                        and o.patient_id = b.patient_id and o.mode = b.mode)
          and not exists (select from access a
                          where a.patient_id = b.patient_id and a.at = b.at and a.record_id = b.record_id)
    ), looked_before as (  -- an opening that came in as a look has its own identifier still
        select b.record_id, l.access_id as other
        from brought b
        join access l on l.patient_id = b.patient_id and l.record_id = b.access_id and l.kind = 'read'
        where b.kind <> 'opened'
    )
    select b.record_id, coalesce(e.other, l.other)
    from brought b
    left join opened_elsewhere e using (access_id)
    left join looked_before l using (record_id)
    where coalesce(e.other, l.other) is not null;
    if found then
        return;
    end if;

    return query
    select t.taken_record, null::uuid
    from record_after_outage(record_ids, ats, kinds, access_ids, patient_ids, modes, professional_ids,
        professional_names, professions, structure_ids, structure_names, case_ids, reason_codes, reason_texts, subjects,
        refusals, record_versions, expiries, degradeds, salts, leaves, key_hashes, body_hashes, notice_ids,
        notice_records, notice_recipients, notice_names, notice_channels, notice_addresses) t;
end
$$;
