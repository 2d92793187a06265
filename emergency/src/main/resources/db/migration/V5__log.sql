-- The log: each record's place in it, the tiles of its tree, and what was signed of it.

-- Records that have no place yet. The commit of a record puts it here, so that none is missed however late it commits;
-- the sequencer takes it out in the commit that gives it its place.
create table unsequenced (
    record_id uuid        not null,
    record_at timestamptz not null,
    leaf      bytea       not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_insert_threshold = -1);

-- A record without a leaf of 32 bytes must fail where it is made, not where it would hold up all that come after it.
create function queue_for_log() returns trigger
    language plpgsql as
$$
begin
    insert into unsequenced (record_id, record_at, leaf)
    select r.record_id, r.at, r.leaf from recorded r;
    return null;
end
$$;
create trigger queued_for_log after insert on access
    referencing new table as recorded for each statement execute function queue_for_log();
insert into unsequenced (record_id, record_at, leaf) select record_id, at, leaf from access;
alter table unsequenced add check (octet_length(leaf) = 32);

create table leaf (
    leaf_index bigint not null primary key,
    record_id  uuid   not null,
    hash       bytea  not null check (octet_length(hash) = 32)
);
create index leaf_of_record on leaf (record_id);

-- One row a tile, which grows to 256 hashes: a narrower tile is the beginning of a wider one.
create table tile (
    level      int    not null,
    tile_index bigint not null,
    hashes     bytea  not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    primary key (level, tile_index)
) with (fillfactor = 50);
alter table tile alter hashes set storage external;     -- hashes do not compress, and beginnings are read by slices

-- The primary key is the promise that no two checkpoints of one size differ.
create table checkpoint (
    size      bigint      not null primary key,
    root      bytea       not null check (octet_length(root) = 32),
    note      text        not null,                     -- as it is served
    signed_at timestamptz not null default now()
);

-- Who sequences: whoever took the last epoch, and nobody from before it.
create table sequencing (
    one_row boolean not null default true primary key check (one_row),
    epoch   bigint  not null,
    size    bigint  not null
);
insert into sequencing (epoch, size) values (0, 0);
