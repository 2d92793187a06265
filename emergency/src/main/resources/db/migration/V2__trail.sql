-- The trail: what was asked and answered, and whom it was told to.

create table access (
    record_id         uuid        not null,     -- UUIDv7
    at                timestamptz not null,
    kind              text        not null check (kind in ('opened', 'refused', 'read', 'listed', 'fetched',
                                                        'handed-over', 'closed')),
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
    subject           text,                     -- what else it is about: a document, a colleague, a hand-over
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

-- One open window for each professional, patient, mode and case; the trail itself keeps every one there ever was.
create table access_window (
    patient_id      uuid        not null,
    professional_id text        not null,
    mode            text        not null,
    case_id         text        not null,       -- empty where there is none
    access_id       uuid        not null,
    opened_at       timestamptz not null,
    expires_at      timestamptz not null,
    closed_at       timestamptz,
    primary key (patient_id, professional_id, mode, case_id)
);
create index access_window_end on access_window (expires_at);

-- What a caller's Idempotency-Key was first used for; counts for ten minutes.
create table repeat_key (
    professional_id text        not null,
    key_hash        bytea       not null,
    body_hash       bytea       not null,
    kind            text        not null,
    access_id       uuid        not null,
    at              timestamptz not null,
    primary key (professional_id, key_hash)
);
create index repeat_key_age on repeat_key (at);

create table handover (
    handover_id       uuid        not null,
    patient_id        uuid        not null,
    access_id         uuid        not null,     -- the window that is handed over
    mode              text        not null,
    case_id           text,
    to_professional   text        not null,
    offered_at        timestamptz not null,
    expires_at        timestamptz not null,
    claimed_at        timestamptz,
    claimed_access    uuid,
    primary key (handover_id)
);

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
