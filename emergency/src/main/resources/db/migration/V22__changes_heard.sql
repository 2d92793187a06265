-- When each patient last changed, so that every node can ask again and again what changed a moment ago, and honours in an
-- outage nothing that it could have known better.

alter table patient add column changed_at timestamptz not null default now();
create index patient_changed on patient (changed_at);

-- The patient's own row bumps itself, unless the version is all that changes; either way it says when.
create or replace function bump_own_version() returns trigger
    language plpgsql as
$$
begin
    if new.record_version = old.record_version then
        perform pg_advisory_xact_lock(patient_lock(old.patient_id));
        new.record_version := old.record_version + 1;
    end if;
    new.changed_at := clock_timestamp();
    return new;
end
$$;
