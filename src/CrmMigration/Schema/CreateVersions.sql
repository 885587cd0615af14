create table if not exists crm_migration.schema_versions (
  version integer primary key,
  name text not null,
  applied_at timestamptz not null default now()
);
