-- How far a pass read the log of a source, where the plan says so, whether that told it what changed, and what people should know of it.
alter table crm_migration.entity_sources
  add column by_log boolean not null default false,
  add column log_position pg_lsn,
  add column log_is_read boolean not null default false,
  add column log_shape text,
  add column log_remark text;

-- Whatever was committed before the position has arrived, and the source may forget it. Where the log was read too, the next pass may read on from there, as
-- long as the table and what is published of it have their shape.
alter table crm_migration.link_sets
  add column log_position pg_lsn,
  add column log_is_read boolean not null default false,
  add column log_shape text;
