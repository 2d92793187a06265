-- How the store would lie on Citus, distributed by patient: for trying it out, after ./brise-glace migrate, as a superuser
-- on the coordinator. NOT FOR PRODUCTION: what is dropped first is what keeps a snapshot from outliving an opposition, and
-- what brings records into the public log. infra/citus.md says what has to be done before that could be otherwise.

-- Citus takes triggers of single rows where this is set, and those of whole statements not at all.
set citus.enable_unsafe_triggers = on;
do
$$
declare
    refused record;
begin
    for refused in
        select t.tgrelid::regclass as owner, t.tgname as name
        from pg_trigger t
        where not t.tgisinternal and t.tgtype & 1 = 0
          and (t.tgrelid in (select 'access'::regclass union select inhrelid from pg_inherits
                             where inhparent = 'access'::regclass)
               or t.tgrelid = any (array['patient_identifier', 'representative', 'patient_right', 'document',
                                         'clinical_item']::regclass[]))
    loop
        execute format('drop trigger %I on %s', refused.name, refused.owner);
    end loop;
end
$$;

-- What every node needs to have at hand. A patient is found by INS before anybody knows where the patient lies.
select create_reference_table('structure');
select create_reference_table('professional');
select create_reference_table('patient_identifier');

-- What belongs to a patient, all of one patient on one node.
select create_distributed_table('patient', 'patient_id');
select create_distributed_table('patient_right', 'patient_id', colocate_with => 'patient');
select create_distributed_table('right_change', 'patient_id', colocate_with => 'patient');
select create_distributed_table('representative', 'patient_id', colocate_with => 'patient');
select create_distributed_table('patient_name', 'patient_id', colocate_with => 'patient');
select create_distributed_table('document', 'patient_id', colocate_with => 'patient');
select create_distributed_table('clinical_item', 'patient_id', colocate_with => 'patient');
select create_distributed_table('masked_author', 'patient_id', colocate_with => 'patient');
select create_distributed_table('access', 'patient_id', colocate_with => 'patient');
select create_distributed_table('access_window', 'patient_id', colocate_with => 'patient');
select create_distributed_table('notice', 'patient_id', colocate_with => 'patient');
select create_distributed_table('outage_finding', 'patient_id', colocate_with => 'patient');
