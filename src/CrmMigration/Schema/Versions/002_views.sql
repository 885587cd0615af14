-- The views that people and programs may rely on.

-- A rehearsal has views of its own, so that nobody takes its rows for the target's.
create view crm_migration.row_fates as
  select entity.run_id, entity.entity, cut.source, keys.source_key, ledger.fate,
         case when entity.revealed and run.state <> 'withdrawn' and ledger.fate not in ('skipped', 'deleted') then coalesce(keys.target_key, keys.source_key) end as target_key,
         case
           when run.state = 'withdrawn' then 'Withdrawn with its run. What was kept all the same stands in the view kept.'
           when ledger.rule = 'skipped.by-hand' then 'Left out by hand, after it had been rejected.'
           when ledger.fate = 'skipped' then 'Left out by the plan''s rule ' || ledger.rule || '.'
           when not entity.revealed and (run.state = 'cancelled' or run.superseded_by is not null) then 'withdrawn: its run was cancelled or given up'
           when not entity.revealed then 'loaded, not yet revealed'
           when ledger.fate = 'conflict' then 'Changed on both sides: the target''s row stays. See the view reviews.'
           when ledger.fate = 'deleted' then 'It has left the source.'
           when ledger.fate = 'merged' then 'Merged into ' || keys.target_key || ', the same one under another key.'
         end as reason
  from crm_migration.ledger
  join crm_migration.entities as entity using (entity_id)
  join crm_migration.runs as run using (run_id)
  join crm_migration.partitions as cut using (entity_id, partition)
  cross join lateral (
    select coalesce(one.number::text, one.word), coalesce(one.target_number::text, one.target_word)
    from unnest(ledger.key_numbers, ledger.key_texts, ledger.target_numbers, ledger.target_texts) as one (number, word, target_number, target_word)
  ) as keys (source_key, target_key)
  where run.mode <> 'rehearsal'
  union all
  select entity.run_id, entity.entity, cut.source, rejected.source_key, 'rejected', null, rejected.reason
  from crm_migration.rejected_rows as rejected
  join crm_migration.entities as entity using (entity_id)
  join crm_migration.partitions as cut using (entity_id, partition)
  join crm_migration.runs as run using (run_id)
  where run.mode <> 'rehearsal';

comment on view crm_migration.row_fates is
  'For every source row of a run: created, updated, unchanged, merged, rejected or skipped; the key it has in the target (the survivor''s, when merged; none while what was loaded is not revealed, and none when it was withdrawn); and why.';

-- Personal values are shown to those who may read reject_payloads, and are not there for others.
create view crm_migration.rejects as
  select entity.run_id, entity.entity, cut.source, rejected.source_key, rejected.rule, rejected.field, rejected.reason, rejected.sqlstate, rejected.rejected_at, rejected.resolution,
         case when kept.shown then rejected.suggestion end as suggestion, case when kept.shown then rejected.fix end as fix
  from crm_migration.rejected_rows as rejected
  join crm_migration.entities as entity using (entity_id)
  join crm_migration.partitions as cut using (entity_id, partition)
  join crm_migration.runs as run using (run_id)
  cross join lateral (
    select coalesce(rejected.expires_at > now(), true) and (select has_table_privilege('crm_migration.reject_payloads', 'select')) as shown
  ) as kept
  where run.mode <> 'rehearsal';

comment on view crm_migration.rejects is
  'Rows that did not arrive: the rule, the target column, the reason in plain words, and the server''s SQLSTATE where the server refused. Its columns fix and resolution can be updated.';

create view crm_migration.corrections as
  select entity.run_id, entity.entity, cut.source, keys.source_key, correction.field, correction.rule, correction.outcome, keys.original
  from crm_migration.correction_sets as correction
  join crm_migration.entities as entity using (entity_id)
  join crm_migration.partitions as cut using (entity_id, partition)
  cross join lateral (
    select number.key::text, number.original
    from unnest(correction.key_numbers, correction.originals) as number (key, original)
    where correction.key_numbers is not null
    union all
    select word.key, word.original
    from unnest(correction.key_texts, correction.originals) as word (key, original)
    where correction.key_texts is not null
  ) as keys (source_key, original)
  join crm_migration.runs as run using (run_id)
  where run.mode <> 'rehearsal';

comment on view crm_migration.corrections is
  'Values that a cleaner found fault with, in rows that arrived: cleared because they were unusable, changed, or kept as the plan says; with the original.';

create view crm_migration.reject_payloads as
  select entity.run_id, entity.entity, cut.source, rejected.source_key,
         case when kept.lasts then rejected.suggestion end as suggestion, case when kept.lasts then rejected.payload end as payload,
         kept.lasts and rejected.sealed is not null as encrypted, rejected.expires_at
  from crm_migration.rejected_rows as rejected
  join crm_migration.entities as entity using (entity_id)
  join crm_migration.partitions as cut using (entity_id, partition)
  cross join lateral (select coalesce(rejected.expires_at > now(), true) as lasts) as kept;

comment on view crm_migration.reject_payloads is
  'Personal data of rejected rows: the suggested value and the source row as it was read, until they expire. Encrypted ones are shown by the program only.';

-- Edits of the view rejects. It writes for whoever may update the view, without a right on the table.
create function crm_migration.edit_reject() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if row(new.run_id, new.entity, new.source, new.source_key, new.rule, new.field, new.reason, new.sqlstate, new.rejected_at)
     is distinct from row(old.run_id, old.entity, old.source, old.source_key, old.rule, old.field, old.reason, old.sqlstate, old.rejected_at) then
    raise exception 'Only fix and resolution of a rejected row can be changed.';
  end if;
  if jsonb_typeof(new.fix) <> 'object' then
    raise exception 'A fix is one JSON object of columns and their values.' using hint = 'Write it like {"phone": "+12125550100"}; null makes a column NULL.';
  end if;
  update crm_migration.rejected_rows as rejected
  set fix = case when new.fix is distinct from old.fix then new.fix else rejected.fix end,
      resolution = case
        when new.resolution is distinct from old.resolution then new.resolution
        when new.fix is not distinct from old.fix then rejected.resolution
        when new.fix is null then 'open'
        else 'fixed'
      end
  from crm_migration.entities as entity
  join crm_migration.partitions as cut using (entity_id)
  where rejected.entity_id = cut.entity_id and rejected.partition = cut.partition and rejected.source_key = old.source_key
    and entity.run_id = old.run_id and entity.entity = old.entity and cut.source = old.source;
  return new;
end $$;

create trigger edit instead of update on crm_migration.rejects for each row execute function crm_migration.edit_reject();
