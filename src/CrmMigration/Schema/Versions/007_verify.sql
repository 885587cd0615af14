-- Verifications and cut-overs are runs too, which look at what other runs brought.
alter table crm_migration.runs drop constraint runs_mode_check;
alter table crm_migration.runs
  add constraint runs_mode_check check (mode in ('full', 'rehearsal', 'incremental', 'verify', 'cutover')),
  -- Of a verification: every row is compared by value. A cut-over always does.
  add column deep boolean not null default false,
  -- Of a verification: what it finds goes through the stages again.
  add column repairs boolean not null default false,
  -- Of a cut-over: what does not stop it: rejects, reviews, edits.
  add column accepts text[] not null default '{}',
  -- It brings changes of the sources into the target.
  add column is_pass boolean not null generated always as (mode in ('incremental', 'cutover') or repairs) stored;

-- What a verification counted of one source: its rows when the keys were compared, and those that the books know.
create table crm_migration.verified_sources (
  entity_id bigint not null references crm_migration.entities,
  source text not null,
  set_id integer not null,
  rows bigint not null,
  -- Changed by a transaction that the last pass may not have seen, and of these the ones whose keys the books do not know.
  changed bigint not null,
  new bigint not null,
  merged bigint not null,
  rejected bigint not null,
  skipped bigint not null,
  -- Why the source cannot tell what changed since, in a sentence.
  doubt text,
  primary key (entity_id, source)
);

-- What it counted of the target: all rows, those that the books know there, and of these the ones of which nobody knows what was written.
create table crm_migration.verified_targets (
  entity_id bigint primary key references crm_migration.entities,
  rows bigint not null,
  own bigint not null,
  unknown bigint not null
);

-- Of a deep one: ranges of source keys, as partitions have them, and what became of their rows, each of which counts once.
create table crm_migration.verified_ranges (
  entity_id bigint not null references crm_migration.entities,
  range integer not null,
  source text not null,
  after_key text,
  through_key text,
  compared boolean not null default false,
  read bigint not null default 0,
  equal bigint not null default 0,
  differing bigint not null default 0,
  missing bigint not null default 0,
  merged bigint not null default 0,
  rejected bigint not null default 0,
  skipped bigint not null default 0,
  changed bigint not null default 0,
  primary key (entity_id, range)
);

create table crm_migration.verified_differences (
  entity_id bigint not null references crm_migration.entities,
  set_id integer not null,
  source text not null,
  source_key text collate "C" not null,
  kind text not null check (kind in ('differing', 'missing', 'extra')),
  why text not null check (why in ('edited', 'other-values', 'never-came', 'deleted', 'left', 'unknown')),
  target_key text collate "C",
  -- Names of the target columns that differ.
  columns text[] not null default '{}',
  -- found: by aggregates alone, and still to be looked at; repaired: it was there, and is no more.
  state text not null default 'found' check (state in ('found', 'confirmed', 'repaired')),
  batch integer,
  primary key (entity_id, set_id, source_key)
);

create index on crm_migration.verified_differences (entity_id, batch);

create view crm_migration.differences as
  select entity.run_id, entity.entity, difference.source, difference.source_key, difference.kind,
         case difference.why
           when 'edited' then 'Somebody changed the row in the target since it was written.'
           when 'other-values' then 'The target holds what was written; the plan makes other values of the source now.'
           when 'unknown' then 'The values differ, and nobody knows what was written.'
           when 'never-came' then 'The row is in the source, and no run or pass has brought it.'
           when 'deleted' then 'The row was written, and is not in the target any more.'
           when 'left' then 'The row has left the source, and is still in the target.'
         end as reason,
         difference.target_key, difference.columns, difference.state = 'repaired' as repaired
  from crm_migration.verified_differences as difference
  join crm_migration.entities as entity using (entity_id);

comment on view crm_migration.differences is
  'What a verification found: rows whose target row differs, with the names of the columns, is missing, or is there though the source''s row has left.';

-- What a source's table looked like when the last pass of a cut-over had ended: the number of its rows, and a sum over the transactions that wrote them.
create table crm_migration.cutover_watch (
  run_id text not null references crm_migration.runs,
  entity text not null,
  source text not null,
  rows bigint not null,
  stamp bigint not null,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (run_id, entity, source)
);

-- The go/no-go list of a cut-over.
create table crm_migration.cutover_checks (
  run_id text not null references crm_migration.runs,
  position integer not null,
  name text not null,
  outcome text not null check (outcome in ('ok', 'note', 'no')),
  finding text not null,
  advice text,
  primary key (run_id, position)
);
