-- Fills a demo's store up: every ordinary patient of it once more under so many other numbers, each with the newest
-- document alone. For measuring what the size of the store costs; copies are not asked for, and nobody is told of them.
--
--     psql -h 127.0.0.1 -p PORT -U postgres -v copies=99 -f loadtests/copies.sql briseglace
--
-- PORT is database.port of <home>/gateway.properties. Not to be run beside a gateway: it leaves triggers out.
\set ON_ERROR_STOP on
begin;
set local session_replication_role = replica;
set local synchronous_commit = off;
set local work_mem = '256MB';

create temporary table copy on commit drop as
select gen_random_uuid() as patient_id, p.patient_id as original,
       left(i.ins_value, 5) || ((select 20000000 + count(*) from patient) + row_number() over ())::text as number, i.ins_oid
from patient p
join patient_identifier i using (patient_id)
cross join generate_series(1, :copies)
where p.record_status = 'OPEN' and i.ins_value ~ '^[0-9]{15}$';
analyze copy;

insert into patient (patient_id, record_status, deceased, birth_name, given_names, used_name, birth_date, sex, birth_place,
    identity_status, ward, secure_mailbox, email, mobile, postal_address, gp_id, changed_at)
select c.patient_id, p.record_status, p.deceased, p.birth_name, p.given_names, p.used_name, p.birth_date, p.sex,
    p.birth_place, p.identity_status, p.ward, p.secure_mailbox, p.email, p.mobile, p.postal_address, p.gp_id,
    '2000-01-01'
from copy c join patient p on p.patient_id = c.original;

insert into patient_identifier (ins_value, ins_oid, patient_id)
select c.number || to_char(97 - mod(c.number::bigint, 97), 'FM00'), c.ins_oid, c.patient_id
from copy c;

insert into patient_right (patient_id) select patient_id from copy;

insert into patient_name (patient_id, name_key, birth_date)
select c.patient_id, n.name_key, n.birth_date from copy c join patient_name n on n.patient_id = c.original;

create temporary table newest on commit drop as
select distinct on (patient_id) patient_id, document_id
from document where status = 'current' order by patient_id, created_at desc;
analyze newest;

insert into document (patient_id, document_id, unique_id, set_id, version_number, replaces, type_code, type_system, title,
    created_at, author, source_kind, media_type, size, sha256, status, content, deposited_at)
select c.patient_id, d.document_id, d.unique_id, d.set_id, d.version_number, d.replaces, d.type_code, d.type_system,
    d.title, d.created_at, d.author, d.source_kind, d.media_type, d.size, d.sha256, d.status, d.content, d.deposited_at
from copy c
join newest n on n.patient_id = c.original
join document d on d.patient_id = n.patient_id and d.document_id = n.document_id;

insert into clinical_item (patient_id, document_id, ordinal, section, content)
select c.patient_id, t.document_id, t.ordinal, t.section, t.content
from copy c
join newest n on n.patient_id = c.original
join clinical_item t on t.patient_id = n.patient_id and t.document_id = n.document_id;
commit;
vacuum analyze patient, patient_identifier, patient_right, patient_name, document, clinical_item;
select count(*) as patients from patient;
