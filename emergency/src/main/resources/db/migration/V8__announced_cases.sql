-- Cases that the hub announced, for 48 hours: so that an update finds the patients again, and oversight the case of an
-- access. What the hub calls a case and its patients is kept as keyed hashes alone.
create table announced_case (
    case_hash    text primary key,
    announced_at timestamptz not null           -- by the latest message
);
create index announced_case_age on announced_case (announced_at);

create table announced_patient (
    case_hash    text not null references announced_case on delete cascade,
    patient_hash text not null,
    patient_id   uuid,                          -- who that may be; null where nobody known is
    unique nulls not distinct (case_hash, patient_hash, patient_id)
);
