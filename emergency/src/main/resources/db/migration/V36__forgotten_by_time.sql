-- What is old enough to be forgotten is found by when it was seen. Ranges of pages that were still filling had to be read
-- whole each time, though nothing in them was old: under load that is what came in during the last minute, once a second.
-- It is copied in that order and off everybody's way, so that an entry costs next to nothing.
drop index watched_seen;
create index watched_seen on watched (seen_at);
