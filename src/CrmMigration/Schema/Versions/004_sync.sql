-- What the incremental sync keeps of each source of an entity.
create table crm_migration.link_sets (
  set_id integer generated always as identity primary key,
  plan text not null,
  entity text not null,
  source text not null,
  -- The full run whose books the links were made from, and whether all of them are made.
  base_run text not null references crm_migration.runs,
  adopted boolean not null default false,
  -- Whatever committed in the source before this transaction has arrived. Only the transaction that completes a pass moves it.
  horizon bigint not null,
  -- Which cluster and database the horizon is of; null until the first pass has looked.
  origin text,
  -- The target columns that the hashes are made of, in their order.
  columns text[],
  last_run text not null references crm_migration.runs,
  unique (plan, entity, source)
);

-- Where each source row is now, as the newest pass left it.
create table crm_migration.links (
  set_id integer not null,
  source_key text collate "C" not null,
  -- left: gone from the source, and its row stays in the target as the plan says.
  status text not null check (status in ('migrated', 'merged', 'rejected', 'skipped', 'left')),
  target_key text collate "C",
  -- Of the target's row as it was written last; null where somebody changed it since, and nobody knows what it was.
  row_hash bigint,
  -- What stood in its way may pass by itself, as it lay with other rows: it is tried again by every pass.
  pending boolean not null default false,
  primary key (set_id, source_key)
);

create index on crm_migration.links (set_id) where pending;

create index on crm_migration.links (target_key, set_id) where status = 'merged' or target_key <> source_key;

-- What a pass found changed or gone in the source, in clusters of rows that are one row of the target, and these in batches.
create table crm_migration.changed_rows (
  entity_id bigint not null,
  set_id integer not null,
  source_key text collate "C" not null,
  gone boolean not null,
  cluster text collate "C" not null,
  -- Nothing is left of the cluster: its row is to leave the target.
  ends boolean not null,
  batch integer not null,
  primary key (entity_id, set_id, source_key)
);

create index on crm_migration.changed_rows (entity_id, batch);

-- Rows of the target as a replay wrote them, after the run had been proven.
create table crm_migration.replayed_rows (
  entity_id bigint not null references crm_migration.entities,
  target_key text collate "C" not null,
  row_hash bigint not null,
  primary key (entity_id, target_key)
);

-- The oldest transaction of the target that was in flight when the contents were compared: who wrote a row later was not this run.
alter table crm_migration.entities add column proven_before bigint;

-- Where a pass saw a source: the horizon's cluster and database, and why it compared all rows, if it did.
alter table crm_migration.entity_sources add column origin text, add column compared_all text;

-- The rows of a source or several that a row of the target stands for.
create function crm_migration.members_of(target text, sets integer[]) returns setof crm_migration.links language sql stable as $$
  select links.* from crm_migration.links where set_id = any(sets) and source_key = target and target_key = source_key and status = 'migrated'
  union all
  select links.* from crm_migration.links
  where set_id = any(sets) and target_key = target and (status = 'merged' or target_key <> source_key) and status in ('migrated', 'merged')
$$;

-- What a pass found that somebody should look at. Nothing was done about it.
create table crm_migration.reviewed_rows (
  entity_id bigint not null references crm_migration.entities,
  set_id integer not null,
  source_key text collate "C" not null,
  kind text not null check (kind in ('conflict', 'no-longer-matches', 'matches-two')),
  target_key text,
  other_key text,
  reason text not null,
  primary key (entity_id, set_id, source_key, kind)
);

create view crm_migration.reviews as
  select entity.run_id, entity.entity, sets.source, review.source_key, review.kind, review.target_key, review.other_key, review.reason
  from crm_migration.reviewed_rows as review
  join crm_migration.entities as entity using (entity_id)
  join crm_migration.runs as run on run.run_id = entity.run_id and run.state <> 'withdrawn'
  join crm_migration.link_sets as sets using (set_id);

comment on view crm_migration.reviews is
  'What a sync left for people to decide: rows that both sides changed, merged rows that no longer match, rows that match two others.';

-- Where each source row is now: its fate in the newest run that published its entity, and revealed it; once that is synchronized, its links tell.
create view crm_migration.xref as
  with newest as (
    select distinct on (entity.entity, source.source) entity.entity, source.source, entity.run_id
    from crm_migration.entities as entity
    join crm_migration.entity_sources as source using (entity_id)
    join crm_migration.runs as run using (run_id)
    where entity.state in ('published', 'completed', 'reconciled', 'not-reconciled') and entity.revealed and run.mode = 'full' and run.state not in ('withdrawing', 'withdrawn')
    order by entity.entity, source.source, run.started_at desc
  )
  select fate.entity, fate.source, fate.source_key,
         case when fate.fate in ('created', 'updated', 'unchanged') then 'migrated' else fate.fate end as status,
         fate.target_key, fate.run_id
  from crm_migration.row_fates as fate
  join newest using (entity, source, run_id)
  where not exists (
    select from crm_migration.link_sets as sets
    where sets.adopted and sets.base_run = newest.run_id and sets.entity = newest.entity and sets.source = newest.source)
  union all
  select sets.entity, sets.source, links.source_key collate "default", links.status, links.target_key collate "default", sets.last_run
  from newest
  join crm_migration.link_sets as sets on sets.adopted and sets.base_run = newest.run_id and sets.entity = newest.entity and sets.source = newest.source
  join crm_migration.links as links using (set_id);

comment on view crm_migration.xref is
  'The cross-reference: source row to target row. status is migrated, merged (target_key is the survivor''s), rejected, skipped, or left (gone from the source, and kept in the target).';
