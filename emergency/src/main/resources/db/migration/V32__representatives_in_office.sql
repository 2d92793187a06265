-- Representatives of whom some have died, or lost the mandate: they are told nothing more, and read nothing more.

alter table representative add column until date; -- last day of the mandate, in France; null where no end is known
create index representative_of on representative (ins_value, ins_oid) where ins_value is not null;

create view acting_representative with (security_invoker = true) as
select * from representative
where until is null or until >= (now() at time zone 'Europe/Paris')::date;

-- Whoever dies represents nobody, from that moment; whoever is dead already begins no mandate.
create function mandate_ends_with_death() returns trigger
    language plpgsql as
$$
begin
    update representative r set until = (now() at time zone 'Europe/Paris')::date - 1
    from patient_identifier i
    where i.patient_id = new.patient_id and r.ins_value = i.ins_value and r.ins_oid = i.ins_oid
        and (r.until is null or r.until >= (now() at time zone 'Europe/Paris')::date);
    return null;
end
$$;
create trigger mandate_ends after update of deceased on patient
    for each row when (new.deceased and not old.deceased) execute function mandate_ends_with_death();

create function dead_represent_nobody() returns trigger
    language plpgsql as
$$
begin
    if exists (select from patient_identifier i join patient p on p.patient_id = i.patient_id
               where i.ins_value = new.ins_value and i.ins_oid = new.ins_oid and p.deceased) then
        new.until := least(new.until, (now() at time zone 'Europe/Paris')::date - 1);
    end if;
    return new;
end
$$;
create trigger dead_represent_nobody before insert on representative
    for each row execute function dead_represent_nobody();
