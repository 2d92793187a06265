-- What opened a window and what closed it is found without reading all looks through it: a window that is looked through
-- a thousand times answers as quickly as at first, and nobody learns from its pace how much was looked at.
drop index access_of_window;
create index access_of_window on access (access_id, kind);
