-- What was written into the trail and the log stays as it was. Whoever may drop these triggers can still rewrite the
-- store; that is what the public log and the self-check are for.

create function never_rewritten() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the trail is not rewritten: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;

-- Of each row, so that partitions have it as well; truncation knows no rows, so each table is told.
create trigger never_rewritten before update or delete on access
    for each row execute function never_rewritten();
create trigger never_rewritten before update or delete on leaf
    for each row execute function never_rewritten();
create trigger never_deleted before delete on tile
    for each row execute function never_rewritten();
create trigger never_deleted before delete on checkpoint
    for each row execute function never_rewritten();

do
$$
declare
    guarded text;
begin
    foreach guarded in array array['access', 'access_default', 'leaf', 'tile', 'checkpoint'] loop
        execute format('create trigger never_truncated before truncate on %I
                        for each statement execute function never_rewritten()', guarded);
    end loop;
end
$$;

-- A tile grows at its end; a checkpoint may be signed anew, by other keys.
create trigger only_grows before update on tile for each row
    when (new.level <> old.level or new.tile_index <> old.tile_index
          or substring(new.hashes for octet_length(old.hashes)) <> old.hashes)
    execute function never_rewritten();
create trigger only_signed_anew before update on checkpoint for each row
    when (new.size <> old.size or new.root <> old.root)
    execute function never_rewritten();
