-- Patients read notices in their language.

alter table patient add column language text not null default 'fr' check (language in ('fr', 'en'));
