-- What the log's keeper may do to it, and no more: its role can neither change nor remove a tile or a checkpoint, and makes
-- both grow through these.

-- Says how many tiles were written; those that do not begin with what is stored are not.
create function grow_tiles(levels int[], indexes bigint[], grown bytea[]) returns int
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    written int;
begin
    insert into tile as t (level, tile_index, hashes)
    select * from unnest(levels, indexes, grown)
    on conflict (level, tile_index) do update set hashes = excluded.hashes
        where substring(excluded.hashes for octet_length(t.hashes)) = t.hashes;
    get diagnostics written = row_count;
    return written;
end
$$;

-- Says whether it was written: no two checkpoints of one size differ in their roots.
create function sign_checkpoint(of_size bigint, of_root bytea, signed text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    insert into checkpoint as c (size, root, note) values (of_size, of_root, signed)
    on conflict (size) do update set note = excluded.note where c.root = excluded.root;
    return found;
end
$$;

-- What each witness cosigned last.
create table cosignature (
    witness   text        not null primary key, -- its verifier key
    size      bigint      not null,
    line      text        not null,             -- as it stands below a checkpoint
    signed_at timestamptz not null default now()
);
