-- The record: patients, their rights, their documents and what the documents say.
-- Every table of a patient's starts its key with patient_id, which is also what a distributed installation shards by.

create table structure (
    structure_id text primary key,              -- FINESS with its prefix, as in the client certificate
    name         text not null,
    kind         text not null,                 -- samu, hospital, practice, occupational, portal, oversight, operations
    region       text                           -- INSEE code of the region
);

create table professional (
    professional_id text primary key,           -- national id, 8 + RPPS
    name            text not null,
    secure_mail     text                        -- MSSanté address; null while the directory has none
);

create table patient (
    patient_id      uuid primary key,
    record_version  bigint not null default 1,  -- changes with anything that could change an answer
    record_status   text not null check (record_status in ('NONE', 'OPEN', 'CLOSED')),
    deceased        boolean not null default false,
    birth_name      text not null,
    given_names     text[] not null,
    used_name       text,
    birth_date      date not null,
    sex             text not null check (sex in ('F', 'M', 'U')),
    birth_place     text,
    identity_status text not null check (identity_status in ('QUALIFIED', 'PROVISIONAL')),
    ward            boolean not null default false,
    secure_mailbox  boolean not null default false,
    email           text,
    mobile          text,
    postal_address  text[] not null default '{}',
    gp_id           text                        -- professional_id of the GP; null where none is known
);

create table patient_identifier (
    ins_value  text not null,
    ins_oid    text not null,
    patient_id uuid not null,
    primary key (ins_value, ins_oid)
);
create unique index patient_identifier_of on patient_identifier (patient_id, ins_oid, ins_value);

create table representative (
    patient_id     uuid not null references patient,
    ordinal        int  not null,
    name           text not null,
    ins_value      text,
    ins_oid        text,
    secure_mailbox boolean not null default false,
    email          text,
    mobile         text,
    postal_address text[] not null default '{}',
    primary key (patient_id, ordinal)
);

create table patient_right (
    patient_id          uuid primary key references patient,
    regulation_opposed  boolean not null default false,
    break_glass_opposed boolean not null default false,
    masked_in_emergency boolean not null default false,
    blocked             text[] not null default '{}'   -- professional_ids
);

-- Every decision there ever was, the current one included; never changed.
create table right_change (
    patient_id          uuid        not null references patient,
    change_id           bigint      generated always as identity,
    changed_at          timestamptz not null default clock_timestamp(),
    changed_by_role     text        not null,
    changed_by          text        not null,
    regulation_opposed  boolean     not null,
    break_glass_opposed boolean     not null,
    masked_in_emergency boolean     not null,
    blocked             text[]      not null,
    primary key (patient_id, change_id)
);

create table document (
    patient_id                   uuid not null references patient,
    document_id                  uuid not null,
    unique_id                    text not null,        -- root^extension of the document's id
    set_id                       text,                 -- common to all versions of a document
    version_number               int,
    replaces                     text[] not null default '{}', -- unique_ids of the documents it replaces
    type_code                    text not null,
    type_system                  text not null,
    title                        text not null,
    created_at                   timestamptz not null, -- when it was written
    author                       jsonb not null,       -- {"name","profession","specialty","id"}
    source_kind                  text not null check (source_kind in ('professional', 'patient', 'insurer')),
    media_type                   text not null,
    size                         bigint not null,
    sha256                       bytea not null,
    masked                       boolean not null default false, -- MASQUE_PS
    hidden_from_patient          boolean not null default false, -- INVISIBLE_PATIENT
    hidden_from_representatives  boolean not null default false, -- INVISIBLE_REPRESENTANTS_LEGAUX
    status                       text not null default 'current' check (status in ('current', 'superseded', 'archived')),
    content                      bytea not null,       -- as deposited, gzip
    deposited_at                 timestamptz not null,
    primary key (patient_id, document_id),
    unique (patient_id, unique_id)
);
create index document_set on document (patient_id, set_id);

create table clinical_item (
    patient_id  uuid  not null,
    document_id uuid  not null,
    ordinal     int   not null,
    section     text  not null,
    content     jsonb not null,
    primary key (patient_id, document_id, ordinal),
    foreign key (patient_id, document_id) references document on delete cascade
);
