-- Looked up in the catalog: who may not use the schema may not even name its tables.
select count(*) = 4 and coalesce(bool_and(has_table_privilege(books.oid, 'select')), false) and coalesce(bool_or(exists (
  select from pg_catalog.pg_attribute as seen where seen.attrelid = books.oid and books.relname = 'link_sets' and seen.attname = 'seen_columns')), false)
from pg_catalog.pg_class as books
join pg_catalog.pg_namespace as room on room.oid = books.relnamespace and room.nspname = 'crm_migration' and has_schema_privilege(room.oid, 'usage')
where books.relname in ('link_sets', 'runs', 'entities', 'entity_sources') and books.relkind = 'r';
