select current_user::text as role,
       current_database()::text as database,
       pg_get_userbyid(n.nspowner)::text as owner,
       has_database_privilege(d.oid, 'temporary') as maystage,
       has_database_privilege(d.oid, 'create') as maycreateschema,
       coalesce(has_schema_privilege(n.oid, 'usage'), false) as mayuse,
       coalesce(has_schema_privilege(n.oid, 'create'), false) as maycreatetables,
       exists (select from pg_catalog.pg_class c where c.relnamespace = n.oid and c.relname = 'schema_versions') as isinstalled,
       (select string_agg(privilege.name, ', ' order by privilege.place)
          from unnest(array['select', 'insert', 'update', 'delete']) with ordinality as privilege (name, place)
         where exists (
           select from pg_catalog.pg_class c
            where c.relnamespace = n.oid and c.relkind = 'r' and c.relname not like 'load\_%' and not has_table_privilege(c.oid, privilege.name))) as missing
  from pg_catalog.pg_database d
  left join pg_catalog.pg_namespace n on n.nspname = 'crm_migration'
 where d.datname = current_database()
