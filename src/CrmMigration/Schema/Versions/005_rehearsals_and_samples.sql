-- What a rehearsal found out about an entity besides its books, when its table was there.
create table crm_migration.rehearsed_entities (
  entity_id bigint primary key references crm_migration.entities,
  -- Rows of the target that were copied before the first row was loaded.
  copied_rows bigint not null default 0,
  table_bytes bigint,
  not_rehearsed text[] not null default '{}'
);

-- Rows of a parent entity that a rehearsal of a sample does not load, by what would become of them, for the references of its children.
create table crm_migration.unsampled_rows (
  entity_id bigint not null references crm_migration.entities,
  partition integer not null,
  fate text not null check (fate in ('created', 'rejected', 'skipped')),
  rule text not null,
  key_numbers bigint[],
  key_texts text[],
  target_numbers bigint[],
  target_texts text[],
  primary key (entity_id, partition, fate)
);

-- How long each step of a rehearsal took. Of an entity's steps the partition is -1.
create table crm_migration.rehearsed_steps (
  entity_id bigint not null references crm_migration.entities,
  phase text not null,
  step text not null,
  partition integer not null,
  began_at timestamptz not null,
  seconds double precision not null,
  primary key (entity_id, step, partition)
);

-- Rows that show what a rule did to a value, or what would be written: masked, and no other form is kept.
create table crm_migration.masked_samples (
  entity_id bigint not null references crm_migration.entities,
  kind text not null check (kind in ('rejected', 'corrected', 'created', 'updated')),
  rule text not null,
  field text not null,
  source_key text not null,
  before text,
  after text,
  primary key (entity_id, kind, rule, field, source_key)
);

-- Stands in for a foreign key where rows are rehearsed: the same refusal, and nothing is created on the table that is referred to. Takes
-- the constraint's name, and a query over the row ($1) that tells whether its parent is there.
create function crm_migration.rehearse_reference() returns trigger language plpgsql as $$
declare
  has_parent boolean;
begin
  execute tg_argv[1] into has_parent using new;
  if not has_parent then
    raise foreign_key_violation using message = 'The row has no parent.', constraint = tg_argv[0];
  end if;
  return null;
end
$$;

create view crm_migration.rehearsed_fates as
  select entity.run_id, entity.entity, cut.source, keys.source_key, ledger.fate,
         case when ledger.fate = 'merged' then keys.target_key end as survivor_key, null::text as rule, null::text as field, null::text as reason
  from crm_migration.ledger
  join crm_migration.entities as entity using (entity_id)
  join crm_migration.runs as run using (run_id)
  join crm_migration.partitions as cut using (entity_id, partition)
  cross join lateral (
    select coalesce(one.number::text, one.word), coalesce(one.target_number::text, one.target_word)
    from unnest(ledger.key_numbers, ledger.key_texts, ledger.target_numbers, ledger.target_texts) as one (number, word, target_number, target_word)
  ) as keys (source_key, target_key)
  where run.mode = 'rehearsal'
  union all
  select entity.run_id, entity.entity, cut.source, rejected.source_key, 'rejected', null, rejected.rule, rejected.field, rejected.reason
  from crm_migration.rejected_rows as rejected
  join crm_migration.entities as entity using (entity_id)
  join crm_migration.runs as run using (run_id)
  join crm_migration.partitions as cut using (entity_id, partition)
  where run.mode = 'rehearsal';

comment on view crm_migration.rehearsed_fates is
  'For every source row that a rehearsal read: what a run would do with it. Nothing of it is in the target.';
