-- Replays of a run's rejected rows, each by one holder of the plan's lease, with the fates of the rows that it chose; the others were rejected again.
create table crm_migration.replays (
  run_id text not null references crm_migration.runs,
  fence bigint not null,
  rule text,
  state text not null default 'running' check (state in ('running', 'stopped', 'failed', 'done')),
  failure text,
  idempotency_key text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  rows bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  merged bigint not null default 0,
  skipped bigint not null default 0,
  primary key (run_id, fence),
  unique (run_id, idempotency_key)
);

-- Packed (hash, key) pairs of the rows that a replay chose, by batch, and of the rows in the target that share one of those hashes, by partition;
-- those of rows that were merged into one of them stand under its key.
create table crm_migration.replay_keys (
  entity_id bigint not null references crm_migration.entities,
  side text not null check (side in ('replayed', 'target', 'merged')),
  place integer not null,
  partition integer not null,
  pairs bytea not null,
  primary key (entity_id, side, place)
);

-- Rows that a replay chose and found to be one, with each other or with a row of the target: then that one's key there, and the partition that
-- keeps its books.
create table crm_migration.replay_merges (
  entity_id bigint not null references crm_migration.entities,
  chunk integer not null,
  cluster integer not null,
  partition integer not null,
  source_key text not null,
  survivor text,
  survivor_partition integer,
  primary key (entity_id, partition, source_key)
);

create index on crm_migration.replay_merges (entity_id, chunk);

-- The replay that has chosen rows of this entity, and in how many batches.
alter table crm_migration.entities add column replay_fence bigint, add column replay_batches integer;

-- The batch of the replay at work that takes the row.
alter table crm_migration.rejected_rows add column replay_batch integer;

create index on crm_migration.rejected_rows (entity_id, replay_batch) where replay_batch is not null;

-- What a replay found of its rows in the target, until it stands in the totals.
alter table crm_migration.control_sums add column loaded_sum numeric not null default 0, add column loaded_odd bigint not null default 0;

-- Who works for a run now: its lease has not run out, and the session that must go with it still holds its lock. Null for nobody.
create function crm_migration.fence_at_work(run text) returns bigint language sql stable as $$
  select lease.fence from crm_migration.leases as lease
  where lease.run_id = run and lease.expires_at > now()
    and (not lease.session_bound or exists (
      select from pg_locks
      where locktype = 'advisory' and objsubid = 1 and granted
        and database = (select oid from pg_database where datname = current_database())
        and (classid::bigint << 32) | objid::bigint = hashtextextended('crm_migration:' || lease.plan, 0)))
$$;
