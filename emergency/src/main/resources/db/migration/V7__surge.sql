-- Orders to raise limits in a mass casualty; what was ordered stays on record. The latest for a scope holds.
create table surge (
    surge_id        uuid        primary key,   -- UUIDv7
    at              timestamptz not null,
    ends_at         timestamptz not null,
    structure_scope text,                      -- whose limits: of a structure,
    region_scope    text,                      -- or of all structures of a region (INSEE code)
    reason          text        not null,
    operator_id     text        not null,
    operator_name   text        not null,
    structure_id    text        not null,      -- the operator's own
    structure_name  text        not null,
    check (ends_at > at and ends_at <= at + interval '12 hours'),
    check ((structure_scope is null) <> (region_scope is null))
);
create index surge_at on surge (at);
create trigger only_grows before update or delete on surge
    for each row execute function refuse_change();
