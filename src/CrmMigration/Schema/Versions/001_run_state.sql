-- The state of every run, written in the same transaction as the effect it describes.

-- A sum of 64-bit hashes modulo 2^64, as a signed number: 2^63 is added, the remainder made positive, and 2^63 taken off again.
create function crm_migration.wrap_hash(sum numeric) returns bigint language sql immutable as
  'select (mod(mod(sum + 9223372036854775808, 18446744073709551616) + 18446744073709551616, 18446744073709551616) - 9223372036854775808)::bigint';

-- The first value that is not null, in the order of the aggregate.
create function crm_migration.keep_known(known anyelement, next anyelement) returns anyelement language sql immutable strict parallel safe as
  'select known';
create aggregate crm_migration.first_known(anyelement) (sfunc = crm_migration.keep_known, stype = anyelement, parallel = safe);

create table crm_migration.runs (
  run_id text primary key,
  plan text not null,
  plan_json text not null,
  -- A rehearsal does what a full run does, into tables that are dropped again.
  mode text not null default 'full' check (mode in ('full', 'rehearsal', 'incremental')),
  -- Of a rehearsal: about so many percent of the rows are loaded; null: all.
  sample_percent double precision,
  -- Of a sync: however many rows have left the source, they may leave the target.
  confirms_deletes boolean not null default false,
  -- Of a rehearsal: what the sources looked like before they were read.
  source_fingerprint text,
  -- Of a full run: the rehearsal that it was bound to, and what had changed at the sources since and was let through, in sentences.
  rehearsed text references crm_migration.runs,
  drift text[] not null default '{}',
  partition_rows integer,
  state text not null default 'running' check (state in ('running', 'paused', 'cancelled', 'stopped', 'failed', 'reconciled', 'not-reconciled', 'withdrawing', 'withdrawn')),
  request text check (request in ('pause', 'cancel')),
  failure text,
  superseded_by text,
  idempotency_key text,
  report_address text,
  report_failure text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (plan, idempotency_key)
);

create index on crm_migration.runs (plan, started_at);

-- One row a plan. The fence counts the holders: who works with an old one cannot commit.
create table crm_migration.leases (
  plan text primary key,
  run_id text not null,
  fence bigint not null,
  session_bound boolean not null,
  holder text not null,
  acquired_at timestamptz not null default now(),
  expires_at timestamptz not null,
  unique (plan, fence)
);

create table crm_migration.entities (
  entity_id bigint generated always as identity primary key,
  run_id text not null references crm_migration.runs,
  entity text not null,
  position integer not null,
  target_table text not null,
  created_target boolean not null,
  target_was_empty boolean,
  load_table text,
  -- Rows are merged within load_table after they are loaded, not matched before.
  loads_first boolean not null default false,
  in_key_order boolean not null default false,
  partitions integer,
  -- The first so many of them are loaded; in a rehearsal of a sample the others are only looked through, where that is needed.
  loaded_partitions integer,
  match_buckets integer not null default 0,
  state text not null default 'planned' check (state in ('planned', 'partitioned', 'matched', 'published', 'completed', 'reconciled', 'not-reconciled')),
  clusters bigint not null default 0,
  largest_cluster integer not null default 0,
  frequent_keys bigint not null default 0,
  contents_found bigint,
  contents_agree boolean,
  contents_differ_in integer[] not null default '{}',
  findings text[] not null default '{}',
  -- What was read and rejected when the run was resumed last: a limit on rejected rows counts from there.
  excused_rows bigint not null default 0,
  excused_rejects bigint not null default 0,
  -- Its rows are in the target, not in a table that is to become it.
  revealed boolean not null generated always as (load_table is null or state in ('completed', 'reconciled', 'not-reconciled')) stored,
  unique (run_id, entity)
);

-- Where an entity's rows come from, in the order of the plan. Its partitions are numbered through them.
create table crm_migration.entity_sources (
  entity_id bigint not null references crm_migration.entities,
  position smallint not null,
  source text not null,
  source_table text not null,
  horizon bigint,
  -- What the source's statistics said before it was cut; null where it had none.
  estimated_rows bigint,
  first_partition integer,
  -- Of its partitions that a rehearsed sample only looks through, which are numbered after those of all sources that are loaded.
  first_gap integer,
  -- The keys that its rows have in the target, where sources could meet there: as they were when it was cut, or from the lowest number on
  -- that was or will be assigned to one of them.
  lowest_key bigint,
  highest_key bigint,
  rows_came bigint not null default 0,
  rows_went bigint not null default 0,
  primary key (entity_id, position),
  unique (entity_id, source)
);

-- A range of source keys: above after_key, through through_key, in the source's order; null is open.
create table crm_migration.partitions (
  entity_id bigint not null references crm_migration.entities,
  partition integer not null,
  source text not null,
  after_key text,
  through_key text,
  expected_rows bigint not null,
  sampled boolean not null default true,
  state text not null default 'planned' check (state in ('planned', 'scanned', 'published')),
  read_rows bigint not null default 0,
  sent_rows bigint not null default 0,
  sent_hash bigint not null default 0,
  filled_values bigint not null default 0,
  -- Rows of the target that a rehearsal took along, as the source's rows meet them, and the time that took.
  copied_rows bigint not null default 0,
  copy_seconds double precision not null default 0,
  lost_numbers bigint[],
  lost_texts text[],
  published_at timestamptz,
  primary key (entity_id, partition)
);

-- Packed (hash, key) pairs of a partition that fall into a bucket of hashes. Random bytes: compressing them is lost time.
create table crm_migration.match_keys (
  entity_id bigint not null references crm_migration.entities,
  bucket integer not null,
  partition integer not null,
  pairs bytea not null,
  primary key (entity_id, bucket, partition)
);

alter table crm_migration.match_keys alter column pairs set storage external;

-- Packed pairs of rows that share a match key.
create table crm_migration.match_edges (
  entity_id bigint not null references crm_migration.entities,
  bucket integer not null,
  edges bytea not null,
  frequent_keys bigint not null,
  primary key (entity_id, bucket)
);

alter table crm_migration.match_edges alter column edges set storage external;

-- Who gives way to whom, by the partition of the row that gives way ('member') and again by that of the one that stays ('survivor'),
-- the latter only where the one that stays may miss a value. One row for each source of those that give way. Targets are null where the
-- keys in the target are those of the source.
create table crm_migration.merge_plans (
  entity_id bigint not null references crm_migration.entities,
  partition integer not null,
  role text not null check (role in ('member', 'survivor')),
  source smallint not null,
  member_numbers bigint[],
  member_texts text[],
  member_target_numbers bigint[],
  member_target_texts text[],
  survivor_numbers bigint[],
  survivor_texts text[],
  survivor_target_numbers bigint[],
  survivor_target_texts text[],
  primary key (entity_id, partition, role, source)
);

alter table crm_migration.merge_plans alter column member_numbers set storage external;
alter table crm_migration.merge_plans alter column survivor_numbers set storage external;

-- The fate of every row that was not rejected, as arrays of keys: one array row a partition and fate, and for skipped rows each rule
-- of the plan that they did not meet, which is empty for the others. Targets are null where the
-- target's key is the source's.
create table crm_migration.ledger (
  entity_id bigint not null references crm_migration.entities,
  partition integer not null,
  fate text not null check (fate in ('created', 'updated', 'unchanged', 'merged', 'skipped', 'conflict', 'deleted')),
  rule text not null default '',
  key_numbers bigint[],
  key_texts text[],
  target_numbers bigint[],
  target_texts text[],
  -- Counted once, when the keys are at hand: to count them later is to read them all.
  rows integer not null generated always as (cardinality(coalesce(key_numbers, '{}')) + cardinality(coalesce(key_texts, '{}'))) stored,
  primary key (entity_id, partition, fate, rule)
);

-- Written for every row and read seldom: packing them is not worth the time.
alter table crm_migration.ledger alter column key_numbers set storage external;
alter table crm_migration.ledger alter column target_numbers set storage external;

-- Numbers that the target's sequence gave to source rows as their keys, for ever: whatever run comes later finds them here. One row for
-- each step that gave some. Those of a rehearsal stand with its run, and go with it.
create table crm_migration.assigned_keys (
  entity text not null,
  source text not null,
  run_id text references crm_migration.runs,
  lowest bigint not null,
  highest bigint not null,
  key_numbers bigint[],
  key_texts text[],
  target_numbers bigint[] not null
);

create index on crm_migration.assigned_keys (entity, source);

create table crm_migration.rejected_rows (
  entity_id bigint not null references crm_migration.entities,
  partition integer not null,
  source_key text not null,
  rule text not null,
  field text,
  reason text not null,
  sqlstate text,
  rejected_at timestamptz not null default now(),
  -- Personal, and emptied when it expires: what the value probably was meant to be, and the source row as it was read.
  suggestion text,
  payload jsonb,
  -- Both of them, encrypted, in their place.
  sealed bytea,
  expires_at timestamptz,
  -- What people said of the row: values to be read in place of the source's, by column. Personal, as the suggestion is.
  fix jsonb check (jsonb_typeof(fix) = 'object'),
  -- fixed: the fix has not been tried yet; skip: the next replay leaves the row out for good.
  resolution text not null default 'open' check (resolution in ('open', 'fixed', 'skip')),
  primary key (entity_id, partition, source_key)
);

create index on crm_migration.rejected_rows (expires_at) where expires_at is not null;

-- Values that a cleaner found fault with, by partition, column, rule and what became of them, as arrays of keys and originals.
create table crm_migration.correction_sets (
  entity_id bigint not null references crm_migration.entities,
  partition integer not null,
  field text not null,
  rule text not null,
  outcome text not null check (outcome in ('cleared', 'changed', 'kept')),
  key_numbers bigint[],
  key_texts text[],
  originals text[] not null,
  primary key (entity_id, partition, field, rule, outcome)
);

-- Sums of finite values; the values that are NaN or infinite are counted beside them as odd.
create table crm_migration.control_sums (
  entity_id bigint not null references crm_migration.entities,
  partition integer not null,
  sum_column text not null,
  group_column text,
  group_value text,
  read_sum numeric not null,
  left_out_sum numeric not null,
  read_odd bigint not null,
  left_out_odd bigint not null
);

create index on crm_migration.control_sums (entity_id, partition);

create table crm_migration.control_totals (
  entity_id bigint not null references crm_migration.entities,
  sum_column text not null,
  group_column text,
  group_value text,
  read_sum numeric not null,
  left_out_sum numeric not null,
  loaded_sum numeric not null,
  read_odd bigint not null,
  left_out_odd bigint not null,
  loaded_odd bigint not null,
  agrees boolean not null,
  -- Null for all of an entity's sources together.
  source text
);

create table crm_migration.phases (
  entity_id bigint not null references crm_migration.entities,
  phase text not null,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  primary key (entity_id, phase)
);
