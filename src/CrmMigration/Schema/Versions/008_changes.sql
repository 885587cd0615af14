-- What a run saw of a source: the columns of its table as [{ "name", "type", "read" }], and what is new of them to a pass, in sentences.
alter table crm_migration.entity_sources add column seen_columns jsonb, add column news jsonb not null default '[]';

-- What the newest pass that came to its end saw, or the full run before the first.
alter table crm_migration.link_sets add column seen_columns jsonb;

-- When a run looked at a source, by that one's clock, and how old the oldest change was that a pass found there: exactly, or at most. Null where nobody knows.
alter table crm_migration.entity_sources add column looked_at timestamptz, add column lag interval, add column lag_is_exact boolean;

alter table crm_migration.link_sets add column looked_at timestamptz;

-- Whether a pass read the changes of a source by the plan's column, and from which value of it on the next one may.
alter table crm_migration.entity_sources
  add column by_column boolean not null default false,
  add column changed_column text,
  add column changed_since text;

-- As the newest pass left it. Passes by the column do not move the horizon; so many were made since one did.
alter table crm_migration.link_sets
  add column changed_column text,
  add column changed_since text,
  add column passes_by_column integer not null default 0;

-- A row that could not arrive has, in a pass that is not at its end. It need not have changed itself: a pass after one that died would not find it, nor those that wait for it.
alter table crm_migration.links add column arrived boolean not null default false;

create index on crm_migration.links (set_id) where arrived;

-- The row was not there any more when the newest full run looked, and its link is of before: nothing but a pass takes it away.
alter table crm_migration.links add column carried boolean not null default false;
