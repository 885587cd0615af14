-- The app's role in the new CRM: it signs in with a token of its identity and has what a migration needs, no more.
-- Run by an operator in the database postgres; scripts/deploy.sh prints the command. Running it again changes nothing.
--
--   psql "host=SERVER dbname=postgres user='OPERATOR' sslmode=verify-full sslrootcert=system" -v role=IDENTITY -v database=new_crm -f infra/database-role.sql

\set ON_ERROR_STOP on

select pgaadauth_create_principal(:'role', false, false) where to_regrole(quote_ident(:'role')) is null;

grant connect, create, temporary on database :"database" to :"role";

\connect :"database"

-- For a plan that creates its tables. One that writes into tables that are there needs the grants of README.md, "Migrate your own database".
grant usage, create on schema public to :"role";
