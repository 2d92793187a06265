-- What was recorded about a certain time is found by the time. Ranges of pages that were still filling had to be read
-- whole, and under load those are the ones that oversight asks about: it took a fifth of the store's time. Records come in
-- the order of their times, so that an entry costs whoever records next to nothing.
drop index access_about;
create index access_about on access (at);
