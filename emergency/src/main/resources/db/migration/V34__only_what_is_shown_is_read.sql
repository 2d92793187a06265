-- What a professional may see of a patient's documents, in one place. Nothing else is read, so that masked documents do
-- not show in how long an answer takes either.
create index document_unmasked on document (patient_id, created_at, document_id) where not masked;
create index document_masked on document (patient_id, (author ->> 'id')) where masked;
create index document_kept_from_representatives on document (patient_id) where hidden_from_representatives;

-- The server writes it into the statement that asks, and reads each branch by its index, or not at all.
create function documents_for(patient uuid, masked_shown boolean, professional text) returns setof document
    language sql stable parallel safe
begin atomic
    select * from document where patient_id = patient and not masked
    union all
    select * from document where patient_id = patient and masked and masked_shown
    union all
    select * from document
    where patient_id = patient and masked and masked_shown is not true and author ->> 'id' = professional;
end;

-- As before: whether one of those is a newer version of a document.
create or replace function replaced_for(patient uuid, replaced_id text, set_of text, version int, masked_shown boolean,
                                        professional text) returns boolean
    language sql stable parallel safe
return exists (select from documents_for(patient, masked_shown, professional) n
               where replaced_id = any (n.replaces) or (n.set_id = set_of and n.version_number > version));
