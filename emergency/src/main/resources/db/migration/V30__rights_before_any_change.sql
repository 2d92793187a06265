-- The rights of a patient at a moment. Before the first change they were those of the registration, which counts as a
-- change where it brought any: none. Today's are taken only where nothing was ever changed. Before, whoever opposed for the
-- first time after an access in an outage seemed to have opposed it.
create or replace function rights_at(patient uuid, moment timestamptz)
    returns table (regulation_opposed boolean, break_glass_opposed boolean, blocked text[])
    language sql stable as
$$
    select d.regulation_opposed, d.break_glass_opposed, d.blocked
    from (
        (select c.regulation_opposed, c.break_glass_opposed, c.blocked, 1 as preferred
         from right_change c where c.patient_id = patient and c.changed_at <= moment
         order by c.changed_at desc, c.change_id desc limit 1)
        union all
        (select r.regulation_opposed, r.break_glass_opposed, r.blocked, 2
         from patient_right r
         where r.patient_id = patient and not exists (select from right_change c where c.patient_id = patient))
    ) d
    order by d.preferred limit 1
$$;
