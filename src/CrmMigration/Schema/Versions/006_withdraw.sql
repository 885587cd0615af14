-- What runs write over and who wrote it, so that a run can be withdrawn. Rows of which many are written have no foreign key: to look it up for each takes as long again as to write it.

-- A row of the target as it stood before a run wrote over it, marked it or deleted it: the text of each column by its name, from which every
-- type comes back as it was. Of several writes of one run the first counts; a row that the run itself created has none. The partition is that of the step that wrote.
create table crm_migration.earlier_rows (
  entity_id bigint not null,
  target_key text collate "C" not null,
  partition integer not null,
  kind text not null check (kind in ('updated', 'deleted')),
  earlier json not null,
  -- A run of the plan had written it last, and nobody else since.
  ours boolean not null,
  primary key (entity_id, target_key)
);

create index on crm_migration.earlier_rows (entity_id, partition);

-- A link as it stood before a pass changed it. The status is null where there was none.
create table crm_migration.earlier_links (
  entity_id bigint not null,
  set_id integer not null,
  source_key text collate "C" not null,
  status text,
  target_key text collate "C",
  row_hash bigint,
  pending boolean,
  arrived boolean,
  carried boolean,
  primary key (entity_id, set_id, source_key)
);

-- The link set as it stood before a pass moved it on.
alter table crm_migration.entity_sources add column earlier_set jsonb;

-- The transactions that wrote the partition's rows in the target, down to savepoints, as xmin tells them: who wrote a row last is known by it.
alter table crm_migration.partitions add column transactions bigint[] not null default '{}';

-- What its run created of it has been withdrawn, but for what was kept.
alter table crm_migration.partitions add column withdrawn boolean not null default false;

-- What the run wrote over is not known any more.
alter table crm_migration.runs add column forgotten_at timestamptz;

-- The withdrawal of a run; begun again, it goes on.
create table crm_migration.withdrawals (
  run_id text primary key references crm_migration.runs,
  fence bigint not null,
  state text not null default 'running' check (state in ('running', 'stopped', 'failed', 'done')),
  failure text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  -- Rows that the run had created, those that have their earlier values again, and those that it had deleted.
  removed bigint not null default 0,
  restored bigint not null default 0,
  brought_back bigint not null default 0
);

-- Rows of the target that a withdrawal left as they are.
create table crm_migration.kept_rows (
  entity_id bigint not null references crm_migration.entities,
  target_key text collate "C" not null,
  partition integer not null,
  -- What the run had done: it is what was not undone.
  kind text not null check (kind in ('created', 'updated', 'deleted')),
  reason text not null,
  -- Other rows stand in the way, and not an edit of this one.
  may_pass boolean not null,
  primary key (entity_id, target_key)
);

create view crm_migration.kept as
  select entity.run_id, entity.entity, entity.target_table, kept.target_key, kept.kind, kept.reason
  from crm_migration.kept_rows as kept
  join crm_migration.entities as entity using (entity_id);

comment on view crm_migration.kept is
  'Rows of the target that the withdrawal of a run left as they are: their key there, what the run had done to them (created, updated, deleted), and why it was not undone.';

-- The transactions of all runs of the plan that wrote rows of an entity.
create function crm_migration.writers_of(entity bigint) returns setof bigint language sql stable as $$
  select distinct unnest(cut.transactions)
  from crm_migration.entities as this
  join crm_migration.runs as run on run.run_id = this.run_id
  join crm_migration.runs as other on other.plan = run.plan and other.mode <> 'rehearsal'
  join crm_migration.entities as written on written.run_id = other.run_id and written.entity = this.entity
  join crm_migration.partitions as cut on cut.entity_id = written.entity_id
  where this.entity_id = writers_of.entity
$$;

-- A transaction, as xmin tells it, is the one that asks, or a savepoint of it. Of a row that can be seen.
create function crm_migration.writes_now(writer bigint) returns boolean language sql stable as $$
  select case when ahead < 2147483648 then coalesce(pg_xact_status((mine + ahead)::text::xid8) = 'in progress', false) else false end
  from (select mine, (writer - mine) & 4294967295 as ahead from (select pg_current_xact_id()::text::bigint as mine) as asking) as told
$$;

-- Drops what runs that ended before then wrote over; they cannot be withdrawn any more. Returns how many they are.
create function crm_migration.forget_earlier(ended_before timestamptz) returns bigint language sql as $$
  with forgotten as (
    update crm_migration.runs set forgotten_at = now()
    where finished_at < ended_before and forgotten_at is null and mode <> 'rehearsal' and state not in ('running', 'withdrawing')
    returning run_id
  ), rows_gone as (
    delete from crm_migration.earlier_rows using crm_migration.entities as entity, forgotten
    where earlier_rows.entity_id = entity.entity_id and entity.run_id = forgotten.run_id
  ), links_gone as (
    delete from crm_migration.earlier_links using crm_migration.entities as entity, forgotten
    where earlier_links.entity_id = entity.entity_id and entity.run_id = forgotten.run_id
  )
  select count(*) from forgotten
$$;
