select exists (
  select from pg_catalog.pg_attribute where attrelid = to_regclass('crm_migration.link_sets') and attname = 'seen_columns'
) and has_schema_privilege(to_regnamespace('crm_migration'), 'usage') and (
  select bool_and(has_table_privilege(to_regclass('crm_migration.' || name), 'select')) from unnest(array['link_sets', 'runs', 'entities', 'entity_sources']) as name
);
