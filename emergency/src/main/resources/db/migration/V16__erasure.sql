-- Forgetting. What a record says is erased when the time of keeping it is over, or when it must be; its leaf stays, so
-- that the tree and every proof stay as they are. The erasure is an entry of the trail with a leaf of its own, which
-- names what it emptied by a digest. The gateway's role may erase nothing.

create table erasure (
    record_id     uuid        not null primary key, -- UUIDv7
    at            timestamptz not null,
    erased_before timestamptz not null,
    access_id     uuid,                             -- the one access that had to be forgotten; null: all of that age
    ordered_by    text        not null,
    reason        text        not null,
    records       int         not null check (records > 0),
    digest        bytea       not null check (octet_length(digest) = 32),  -- of their leaves, in the order of their ids
    salt          bytea       not null,
    leaf          bytea       not null
);
create trigger queued_for_log after insert on erasure
    referencing new table as recorded for each statement execute function queue_for_log();
create trigger never_rewritten before update or delete on erasure
    for each row execute function never_rewritten();
create trigger never_truncated before truncate on erasure
    for each statement execute function never_rewritten();

-- A tombstone keeps whose record it was, when it was made and its leaf, and nothing else.
alter table access
    add column erased_by uuid,
    alter mode drop not null,
    alter professional_id drop not null,
    alter professional_name drop not null,
    alter profession drop not null,
    alter structure_id drop not null,
    alter structure_name drop not null,
    alter record_version drop not null,
    alter degraded drop not null,
    alter salt drop not null,
    drop constraint access_kind_check,
    add constraint access_kind_check check (kind in ('opened', 'refused', 'read', 'listed', 'fetched', 'sought',
                                                     'handed-over', 'closed', 'erased')),
    add constraint access_whole_or_erased check (
        case when kind = 'erased'
             then erased_by is not null
                  and num_nonnulls(mode, professional_id, professional_name, profession, structure_id, structure_name,
                                   case_id, reason_code, reason_text, subject, refusal, record_version, expires_at,
                                   degraded, salt) = 0
             else erased_by is null
                  and num_nulls(mode, professional_id, professional_name, profession, structure_id, structure_name,
                                record_version, degraded, salt) = 0
        end);

-- A record becomes a tombstone of an erasure that is in the trail, once; nothing else becomes of it.
create function only_erased() returns trigger
    language plpgsql as
$$
begin
    if old.kind <> 'erased' and new.kind = 'erased' and new.record_id = old.record_id and new.at = old.at
       and new.access_id = old.access_id and new.patient_id = old.patient_id and new.leaf = old.leaf
       and exists (select from erasure e
                   where e.record_id = new.erased_by and old.at < e.erased_before
                     and (e.access_id is null or e.access_id = old.access_id)) then
        return new;
    end if;
    raise exception 'the trail is not rewritten: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;
drop trigger never_rewritten on access;
create trigger never_deleted before delete on access for each row execute function never_rewritten();
create trigger only_erased before update on access for each row execute function only_erased();

-- Forgets what was searched in months that ended before a moment. Says how many months that were.
create function forget_searches(before timestamptz) returns int
    language plpgsql set timezone = 'UTC' as
$$
declare
    part      text;
    forgotten int := 0;
begin
    for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'search_record'::regclass and c.relname ~ '^search_record_\d{4}_\d\d$'
                  and to_timestamp(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= before loop
        execute format('drop table %I', part);
        forgotten := forgotten + 1;
    end loop;
    return forgotten;
end
$$;
