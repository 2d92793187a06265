-- The roles of the store, made once by an administrator (psql -f infra/roles.sql), each given a password afterwards with
-- \password. `./brise-glace migrate` makes the tables as the owner and tells what the gateway may do.
create role briseglace_owner login noinherit nosuperuser nocreatedb nocreaterole;
create role briseglace login noinherit nosuperuser nocreatedb nocreaterole;
create database briseglace owner briseglace_owner;
revoke all on database briseglace from public;
grant connect on database briseglace to briseglace;
\connect briseglace
alter schema public owner to briseglace_owner;
revoke create on schema public from public;
