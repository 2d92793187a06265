-- A population to search in. Names fall off as French ones do: one in 270 is a MARTIN, one in 50 a JEAN, and most names
-- are rare. Two days are as full as they would be among 65 million: an ordinary one (2,200 births), and a first of
-- January (12,000), which stands for a date of birth that nobody knows.
create table family_name as
select n as rank, coalesce((array['MARTIN', 'BERNARD', 'THOMAS', 'PETIT', 'ROBERT', 'RICHARD', 'DURAND', 'DUBOIS',
        'MOREAU', 'LAURENT', 'SIMON', 'MICHEL', 'LEFÈVRE', 'LEROY', 'ROUX', 'DAVID', 'BERTRAND', 'MOREL', 'FOURNIER',
        'GIRARD', 'BONNET', 'DUPONT', 'LAMBERT', 'FONTAINE', 'ROUSSEAU', 'VINCENT', 'MULLER', 'LE GOFF', 'FAURE',
        'ANDRÉ', 'MERCIER', 'BLANC', 'GUÉRIN', 'BOYER', 'GARNIER', 'CHEVALIER', 'FRANÇOIS', 'LEGRAND', 'GAUTHIER',
        'GARCIA', 'NGUYEN', 'DA SILVA', 'MARTINEZ', 'DIALLO', 'D''ANGELO'])[n],
    (select string_agg((array['MAR', 'TIN', 'DU', 'PONT', 'LE', 'GOFF', 'ROY', 'BER', 'NARD', 'PE', 'TIT', 'MO', 'REAU',
        'LAU', 'RENT', 'SI', 'MON', 'MI', 'CHEL', 'GAR', 'NIER', 'VAL', 'LET', 'BOU', 'CHER', 'FAU', 'RE', 'GUI', 'LLOT',
        'BRUN'])[1 + mod(n / power(30, s - 1)::int + 7 * s, 30)], '') from generate_series(1, 4) s)) as name
from generate_series(1, 200000) n;
create unique index on family_name (rank);
create table given_name as
select n as rank, coalesce((array['JEAN', 'MARIE', 'MICHEL', 'PIERRE', 'NATHALIE', 'PHILIPPE', 'ISABELLE', 'ALAIN',
        'CATHERINE', 'NICOLAS', 'SYLVIE', 'JULIEN', 'ANNE', 'THOMAS', 'LÉA', 'LUCAS', 'EMMA', 'JEAN-PIERRE', 'MARIE-CLAIRE',
        'ZOÉ', 'MOHAMED', 'FATIMA', 'INÈS', 'CHLOÉ', 'ANNE-MARIE', 'FRANÇOISE', 'ANDRÉ', 'JACQUES', 'LOUIS', 'GABRIEL'])[n],
    (select string_agg((array['LO', 'LI', 'NA', 'MA', 'RI', 'ANE', 'TO', 'BI', 'CLÉ', 'MENT', 'SO', 'PHIE'])
        [1 + mod(n / power(12, s - 1)::int + 5 * s, 12)], '') from generate_series(1, 3) s)) as name
from generate_series(1, 2000) n;
create unique index on given_name (rank);
create table crowded_day as select date '1950-01-01' as birth_date;
set session_replication_role = replica;
select setseed(0.5);
insert into patient (patient_id, record_status, birth_name, given_names, used_name, birth_date, sex, birth_place,
    identity_status, mobile)
with drawn as materialized (
    select n, floor(30 * power(1 + 199999 / 30.0, random()) - 30)::int + 1 as family,
           floor(30 * power(1 + 199999 / 30.0, random()) - 30)::int + 1 as married,
           floor(8 * power(1 + 1999 / 8.0, random()) - 8)::int + 1 as given,
           floor(8 * power(1 + 1999 / 8.0, random()) - 8)::int + 1 as second,
           random() as day, random() as chance
    from generate_series(1, :patients) n
)
select gen_random_uuid(), 'OPEN', f.name, array[g.name, s.name], case when n % 4 = 0 then m.name end,
       case when n % 83 = 0 then date '1950-01-01'
            when n % 455 = 0 then date '1979-03-08'
            when day < 0.015 then make_date(1930 + n % 90, 1, 1)
            else date '1930-01-01' + floor(day * 33000)::int end,
       case when n % 2 = 0 then 'F' else 'M' end, lpad((1 + n % 95)::text, 2, '0') || lpad((n % 600)::text, 3, '0'),
       'QUALIFIED', case when chance < 0.7 then '+336' || lpad((n / 3 * 7 % 100000000)::text, 8, '0') end
from drawn
join family_name f on f.rank = family join family_name m on m.rank = married
join given_name g on g.rank = given join given_name s on s.rank = second;
-- Homonyms born on one day, and twins: a second person for one in 90, who differs in the given names alone.
insert into patient (patient_id, record_status, birth_name, given_names, birth_date, sex, identity_status)
select gen_random_uuid(), 'OPEN', 'MARTIN', array['JEAN'], birth_date, 'M', 'QUALIFIED'
from crowded_day, generate_series(1, 500);
insert into patient (patient_id, record_status, birth_name, given_names, birth_date, sex, birth_place, identity_status)
select gen_random_uuid(), 'OPEN', birth_name, array[coalesce(given_names[2], 'PAUL')], birth_date, sex, birth_place, 'QUALIFIED'
from patient tablesample bernoulli (1.1) repeatable (1);
insert into patient_name (patient_id, name_key, birth_date)
select p.patient_id, k.name_key, p.birth_date
from patient p, lateral (select fold_name(p.birth_name) union select fold_name(p.used_name)) k (name_key)
where k.name_key <> '';
insert into patient_identifier (ins_value, ins_oid, patient_id)
select body || lpad((97 - mod(body, 97))::text, 2, '0'), '1.2.250.1.213.1.4.10', patient_id
from (select 1500144000000 + row_number() over () as body, patient_id from patient) numbered;
insert into provisional_tie (number, patient_id, at, professional_id, professional_name, profession, structure_id,
    structure_name)
select 'SINUS-' || row_number() over (), patient_id, now(), '810000000001', '', 'doctor', '1', ''
from patient tablesample bernoulli (1) repeatable (2);
vacuum analyze patient;
vacuum analyze patient_name;
vacuum analyze patient_identifier;
vacuum analyze provisional_tie;
checkpoint
