-- How far a pass read the log of a source, where the plan says so, whether that told it what changed, and what people should know of it.
alter table crm_migration.entity_sources
  add column by_log boolean not null default false,
  add column log_position pg_lsn,
  add column log_remark text;

-- Whatever was committed before it has arrived; null: nobody has read the log, and the horizon tells.
alter table crm_migration.link_sets add column log_position pg_lsn;
