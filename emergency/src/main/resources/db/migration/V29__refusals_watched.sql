-- Refusals are few among what is watched, and are looked for by themselves.
create index watched_refused on watched (professional_id, at) where kind = 'refused';
