-- The trail by months (UTC). A month is made before it begins; a look-up reads the months that it can concern. What fits
-- no month goes to the default partition, so that no record is ever turned away for want of one, and moves to a month of
-- its own the next time months are made.
--
-- Not parted: notice, whose work goes by small partial indexes and which loses its rows with their records; leaf and
-- tile, which grow at one end and lose nothing. Every key of the trail leads with the patient, by whom it can be
-- distributed; leaf, tile, checkpoint and unsequenced know no patient and stay in one place.

create function month_of(parent text, moment timestamptz) returns text
    language sql stable set timezone = 'UTC'
return parent || to_char(moment, '"_"YYYY"_"MM');

-- A partition for rows of that table that are not in it yet.
create function part_of(parent text, part text) returns void
    language plpgsql as
$$
begin
    execute format('create table %I (like %I including all)', part, parent);
    execute format('create trigger never_truncated before truncate on %I
                    for each statement execute function never_rewritten()', part);
end
$$;

create function open_month(parent text, moment timestamptz) returns void
    language plpgsql set timezone = 'UTC' as
$$
declare
    part   text        := month_of(parent, moment);
    begins timestamptz := date_trunc('month', moment);
begin
    perform part_of(parent, part);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part, begins,
                   begins + interval '1 month');
end
$$;

-- Moves what fits no month into months of its own, by way of a new default partition: rows of the trail are not deleted,
-- not even to be moved.
create function house_strays(parent text) returns void
    language plpgsql set timezone = 'UTC' as
$$
declare
    shelter text := parent || '_default';
    full_up text := parent || '_strays';
    month   timestamptz;
begin
    execute format('alter table %I detach partition %I', parent, shelter);
    execute format('alter table %I rename to %I', shelter, full_up);
    perform part_of(parent, shelter);
    execute format('alter table %I attach partition %I default', parent, shelter);
    for month in execute format('select distinct date_trunc(''month'', at) from %I', full_up) loop
        if to_regclass(month_of(parent, month)) is null then
            perform open_month(parent, month);
        end if;
        execute format('insert into %I select * from %I where at >= $1 and at < $2', month_of(parent, month), full_up)
            using month, month + interval '1 month';
    end loop;
    execute format('drop table %I', full_up);
end
$$;

-- Makes that many months, from the one of a moment on; those that are there stay. Says how many were made. Waits for no
-- lock for long, since others would wait behind it.
create function open_months(since timestamptz, count int) returns int
    language plpgsql security definer
    set search_path = public, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '2s' as
$$
declare
    parent text;
    stray  boolean;
    month  timestamptz;
    made   int := 0;
begin
    if count not between 1 and 24 then
        raise exception 'months are made by 1 to 24' using errcode = 'invalid_parameter_value';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('open_months', 0));
    foreach parent in array array['access', 'search_record'] loop
        execute format('select exists (select from %I)', parent || '_default') into stray;
        if stray then
            perform house_strays(parent);
        end if;
        for month in select generate_series(date_trunc('month', since),
                                            date_trunc('month', since) + (count - 1) * interval '1 month',
                                            interval '1 month') loop
            if to_regclass(month_of(parent, month)) is null then
                perform open_month(parent, month);
                made := made + 1;
            end if;
        end loop;
    end loop;
    return made;
end
$$;

create trigger never_truncated before truncate on search_record
    for each statement execute function never_rewritten();
create trigger never_truncated before truncate on search_record_default
    for each statement execute function never_rewritten();

select open_months(now(), 4);
