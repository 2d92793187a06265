-- Refusals are few among what is watched, and are looked for by themselves.
create index watched_refused on watched (professional_id, at) where kind = 'refused';

-- What is old enough to be forgotten lies together.
create index watched_seen on watched using brin (seen_at) with (autosummarize = on);

create index patient_sensitive on patient (patient_id) where sensitive;
