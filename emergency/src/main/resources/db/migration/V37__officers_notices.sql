-- Whether the privacy officer was written to about a record is asked for each review, and was answered by reading every
-- notice that there was. Notices to the officer are few: those to others cost no entry.
create index notice_of_officer on notice (record_id) where recipient = 'privacy-officer';
