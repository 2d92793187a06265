-- Finding a patient without an identifier.

-- A name as it is compared; gives what FoldedName.key gives, for every name.
create function fold_name(name text) returns text
    language sql immutable strict parallel safe
return regexp_replace(
    upper(replace(replace(replace(replace(replace(replace(replace(replace(
        translate(normalize(name, NFKD), 'øØđĐðÐłŁı', 'OODDDDLLI'),
        'œ', 'OE'), 'Œ', 'OE'), 'æ', 'AE'), 'Æ', 'AE'), 'ß', 'SS'), 'ẞ', 'SS'), 'þ', 'TH'), 'Þ', 'TH')
        collate "C"),
    '[^A-Z0-9]+', '', 'g');

-- The family names of a patient, folded, one row each. Apart from the patient's row, which changes with every document,
-- so that a search reads an index of a few pages and nothing else until it knows whom it found.
create table patient_name (
    patient_id uuid not null references patient on delete cascade,
    name_key   text collate "C" not null,
    birth_date date not null,
    primary key (patient_id, name_key)
);
create index patient_name_born on patient_name (birth_date, name_key, patient_id);

create function name_patient() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        delete from patient_name n where n.patient_id = new.patient_id;
    end if;
    insert into patient_name (patient_id, name_key, birth_date)
    select new.patient_id, k.name_key, new.birth_date
    from (select fold_name(new.birth_name) union select fold_name(new.used_name)) k (name_key)
    where k.name_key <> '';
    return null;
end
$$;
create trigger patient_named after insert or update of birth_name, used_name, birth_date on patient
    for each row execute function name_patient();

insert into patient_name (patient_id, name_key, birth_date)
select p.patient_id, k.name_key, p.birth_date
from patient p, lateral (select fold_name(p.birth_name) union select fold_name(p.used_name)) k (name_key)
where k.name_key <> '';

create index patient_mobile on patient (mobile) where mobile is not null;

-- What was asked and what came of it; never what was typed.
create table search_record (
    search_id         uuid        not null,   -- UUIDv7
    at                timestamptz not null,
    kind              text        not null check (kind in ('traits', 'phone', 'datamatrix', 'provisional')),
    mode              text        not null,
    case_id           text,
    professional_id   text        not null,
    professional_name text        not null,
    profession        text        not null,
    structure_id      text        not null,
    structure_name    text        not null,
    query_hash        text        not null,   -- keyed hash of the question
    refusal           text,                   -- slug; null where it was answered
    matched           int         not null,
    shown             uuid[]      not null,   -- the patients whose identity was shown
    primary key (at, search_id)
) partition by range (at);
create table search_record_default partition of search_record default;
create index search_record_of on search_record (professional_id, at);

-- Which number was whose, since when and by whom; the latest row of a number says whose it is.
create table provisional_tie (
    tie_id            bigint      generated always as identity primary key,
    number            text        not null,
    patient_id        uuid,                   -- null: nobody's again
    at                timestamptz not null,
    professional_id   text        not null,
    professional_name text        not null,
    profession        text        not null,
    structure_id      text        not null,
    structure_name    text        not null
);
create index provisional_tie_of on provisional_tie (number, tie_id);

-- Records only ever grow; even their owner changes none by mistake.
create function refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger only_grows before update or delete on search_record
    for each row execute function refuse_change();
create trigger only_grows before update or delete on provisional_tie
    for each row execute function refuse_change();
