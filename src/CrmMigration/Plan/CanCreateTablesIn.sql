select has_schema_privilege(n.oid, 'usage') and has_schema_privilege(n.oid, 'create')
  from pg_catalog.pg_namespace n
 where n.nspname = @schema
