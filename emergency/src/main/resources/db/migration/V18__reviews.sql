-- Oversight: what somebody has to look at after the fact, and what they made of it.

-- Two more kinds of record: that the queue was read, and that something in it was judged. They rest on no mode where
-- what they are about rests on none.
alter table access
    drop constraint access_kind_check,
    add constraint access_kind_check check (kind in ('opened', 'refused', 'read', 'listed', 'fetched', 'sought',
                                                     'handed-over', 'closed', 'erased', 'reviewed', 'queue-read')),
    drop constraint access_whole_or_erased,
    add constraint access_whole_or_erased check (
        case when kind = 'erased'
             then erased_by is not null
                  and num_nonnulls(mode, professional_id, professional_name, profession, structure_id, structure_name,
                                   case_id, reason_code, reason_text, subject, refusal, record_version, expires_at,
                                   degraded, salt) = 0
             else erased_by is null
                  and (mode is not null or kind in ('reviewed', 'queue-read'))
                  and num_nulls(professional_id, professional_name, profession, structure_id, structure_name,
                                record_version, degraded, salt) = 0
        end);

-- What was recorded about a certain time, without a cost to whoever records.
create index access_about on access using brin (at) with (autosummarize = on);

-- Whom curiosity goes out to, and where professionals live, as far as the directory knows.
alter table patient add sensitive boolean not null default false;
alter table professional add postal_address text[] not null default '{}';

-- One review for each thing to look at, with all the grounds there are; never deleted. What was judged is in the trail.
create table review (
    review_id    uuid        primary key,      -- of the record, search, order or crossing that it is about
    about        text        not null check (about in ('access', 'search', 'surge', 'limit')),
    at           timestamptz not null,         -- when that was
    patient_id   uuid        not null,         -- the nil UUID where no patient is known
    grounds      text[]      not null,
    opened_at    timestamptz not null default clock_timestamp(),
    due_at       timestamptz not null,
    told_at      timestamptz,                  -- when the privacy officer was written to
    escalated_at timestamptz,
    judgement    text check (judgement in ('legitimate', 'to-investigate', 'abuse')),
    comment      text,
    judged_at    timestamptz,
    judged_by    text
);
create index review_waiting on review (due_at, review_id) where judgement is null;
create index review_investigated on review (due_at, review_id) where judgement = 'to-investigate';
create index review_untold on review (opened_at) where told_at is null;

-- Openings and refusals of the last day or two, as patterns are looked for in them: copied from the trail after the
-- fact, and forgotten.
create table watched (
    record_id       uuid        primary key,
    at              timestamptz not null,
    kind            text        not null,
    patient_id      uuid        not null,
    mode            text        not null,
    professional_id text        not null,
    refusal         text,
    case_hash       text,                      -- of a regulation whose case is still to be compared with those announced
    seen_at         timestamptz not null
);
create index watched_of_professional on watched (professional_id, at);
create index watched_of_patient on watched (patient_id, at);
create index watched_case on watched (seen_at) where case_hash is not null;

-- How far oversight has looked. A record is in the log only once it is committed, and the log has no gaps: whoever
-- follows its leaves misses none, however late it commits.
create table oversight (
    one_row     boolean     not null default true primary key check (one_row),
    next_leaf   bigint      not null,
    searches_to timestamptz not null default now()
);
insert into oversight (next_leaf) select size from sequencing;  -- what was before had its time

-- Limits that were used to the part at which somebody should look; one an hour for each limit and whoever it is of.
create table limit_crossing (
    crossing_id       uuid        primary key, -- UUIDv7
    at                timestamptz not null,
    limit_name        text        not null,
    patient_id        uuid        not null,
    professional_id   text        not null,
    professional_name text        not null,
    profession        text        not null,
    structure_id      text        not null,
    structure_name    text        not null
);
create unique index limit_crossing_once on limit_crossing
    (limit_name, professional_id, structure_id, patient_id, date_bin('1 hour', at, timestamptz '2000-01-01 00:00:00Z'));
create trigger only_grows before update or delete on limit_crossing
    for each row execute function refuse_change();
