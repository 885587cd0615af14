select c.oid::int8 as id,
       n.nspname as schema,
       c.relname as name,
       c.relkind as kind,
       c.reltuples::float8 as estimatedrows,
       has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') as canselect,
       has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'insert') as caninsert,
       has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'update') as canupdate,
       c.relkind = 'r' and exists (select from pg_catalog.pg_inherits i where i.inhparent = c.oid) as hasheirs,
       row_security_active(c.oid) as hidesrows
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join unnest(@schemas, @names) as wanted (schema, name) on wanted.schema = n.nspname and wanted.name = c.relname
 where c.relkind in ('r', 'p', 'v', 'm', 'f')
