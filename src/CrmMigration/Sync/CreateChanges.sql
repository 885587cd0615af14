-- What the pass finds, until it is cut into batches.
create temporary table crm_migration_changes (
  set_id integer not null,
  source_key text collate "C" not null,
  gone boolean not null,
  cluster text collate "C",
  primary key (set_id, source_key)
) on commit drop;
