-- The trail: what was asked and answered, and whom it was told to.

create table access (
    record_id         uuid        not null,     -- UUIDv7
    at                timestamptz not null,
    kind              text        not null check (kind in ('opened', 'refused', 'read')),
    access_id         uuid        not null,     -- the window it belongs to; its own for a refusal
    patient_id        uuid        not null,     -- the nil UUID where no patient is known
    mode              text        not null,
    professional_id   text        not null,
    professional_name text        not null,
    profession        text        not null,     -- role word of the law, e.g. doctor, nurse, regulation-assistant
    structure_id      text        not null,
    structure_name    text        not null,
    case_id           text,
    reason_code       text,
    reason_text       text,
    refusal           text,                     -- slug, for a refusal only
    record_version    bigint      not null,     -- the patient's, when it was decided; 0 where no patient is known
    expires_at        timestamptz,
    degraded          boolean     not null default false,
    salt              bytea       not null,
    leaf              bytea       not null,
    primary key (patient_id, at, record_id)
) partition by range (at);
create table access_default partition of access default;
create index access_of_window on access (access_id);

create table notice (
    notice_id       uuid        not null,
    patient_id      uuid        not null,
    record_id       uuid        not null,       -- the record it tells of
    record_at       timestamptz not null,
    recipient       text        not null check (recipient in ('patient', 'representative', 'gp', 'privacy-officer')),
    recipient_name  text,
    channel         text        not null check (channel in ('secure-mail', 'email', 'sms', 'letter')),
    address         text,                       -- null: awaits one
    state           text        not null check (state in ('pending', 'awaiting-address', 'sent', 'parked')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    sent_at         timestamptz,
    failure         text,
    primary key (patient_id, notice_id)
);
create index notice_due on notice (channel, next_attempt_at) where state = 'pending';
create index notice_age on notice (record_at) where state = 'pending';
create index notice_of_gp on notice (patient_id) where recipient = 'gp' and state in ('awaiting-address', 'parked');
create index notice_of_record on notice (patient_id, record_id);
