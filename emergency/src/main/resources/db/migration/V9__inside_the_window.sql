-- A document that somebody asked for and did not get is on record as asked for, not as fetched.
alter table access drop constraint access_kind_check;
alter table access add constraint access_kind_check check (kind in ('opened', 'refused', 'read', 'listed', 'fetched',
                                                                    'sought', 'handed-over', 'closed'));

-- Whether a document has a newer version in the eyes of a professional: one that they may not see replaces nothing, or
-- what it replaced would tell of it.
create function replaced_for(patient uuid, replaced_id text, set_of text, version int, masked_shown boolean,
                             professional text) returns boolean
    language sql stable parallel safe
return exists (select from document n
               where n.patient_id = patient
                 and (replaced_id = any (n.replaces) or (n.set_id = set_of and n.version_number > version))
                 and (not n.masked or masked_shown or n.author ->> 'id' = professional));

-- Ties of provisional numbers that were asked for and refused.
create table provisional_refusal (
    refusal_id        uuid        primary key, -- UUIDv7
    number            text        not null,
    at                timestamptz not null,
    refusal           text        not null,    -- slug
    professional_id   text        not null,
    professional_name text        not null,
    profession        text        not null,
    structure_id      text        not null,
    structure_name    text        not null
);
create index provisional_refusal_of on provisional_refusal (professional_id, at);
create trigger only_grows before update or delete on provisional_refusal
    for each row execute function refuse_change();
