-- What anybody may know of a day: counted once, when it is over, and the same ever after, so that nobody learns of single
-- accesses by comparing what was said before and after them.
create table statistic_day (
    day          date        primary key,     -- in France
    counted_at   timestamptz not null default clock_timestamp(),
    figures      jsonb       not null         -- as published, small numbers grouped
);

-- How far the trail was told to the audit repository, in the log's order; null while none was ever named.
create table audit_feed (
    one_row   boolean not null default true primary key check (one_row),
    next_leaf bigint
);
insert into audit_feed default values;

-- What the repository would not have, though it was there and answered; kept so that it can be told again.
create table audit_declined (
    record_id   uuid        primary key,
    status      int         not null,          -- of its answer
    declined_at timestamptz not null default clock_timestamp()
);
