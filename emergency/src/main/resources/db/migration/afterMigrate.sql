-- What the gateway's own role may do, told anew after every migration: it reads all, works on what is everyday business,
-- and only adds where a guard keeps rows from being changed. It owns nothing and goes to no partition directly. A store
-- of one role has nothing to tell.
do
$$
declare
    gateway constant text := '${gateway}';
    ours    record;
begin
    -- Nodes that start together tell it one after the other.
    perform pg_advisory_xact_lock(hashtext('rights of the gateway'));
    revoke execute on function open_months, grow_tiles, sign_checkpoint, forget_searches from public;
    if gateway = current_user then
        return;
    end if;
    execute format('grant usage on schema public to %I', gateway);
    execute format('revoke all on all tables in schema public from %I', gateway);
    execute format('grant execute on function open_months, grow_tiles, sign_checkpoint to %I', gateway);
    for ours in
        select c.relname as name,
               exists (select from pg_trigger t
                       where t.tgrelid = c.oid
                         and t.tgname in ('never_rewritten', 'never_deleted', 'only_erased', 'only_grows')) as guarded
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
    loop
        execute format('grant select on %I to %I', ours.name, gateway);
        if ours.name not in ('tile', 'checkpoint', 'erasure', 'flyway_schema_history') then
            execute format('grant insert on %I to %I', ours.name, gateway);
            if not ours.guarded then
                execute format('grant update, delete on %I to %I', ours.name, gateway);
            end if;
        end if;
    end loop;
end
$$;
