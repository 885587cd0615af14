-- Of the links of before a newer full run only those stay whose rows it did not find: they had left the source by then, and are in the same table still.
with this as (
  select sets.set_id, base.entity_id
  from crm_migration.runs as run
  join crm_migration.link_sets as sets on sets.plan = run.plan and sets.entity = @entity and sets.source = @source
  join crm_migration.entities as base on base.run_id = sets.base_run and base.entity = sets.entity
  join crm_migration.entities as before on before.run_id = @baseRun and before.entity = sets.entity and before.target_table = base.target_table
  where run.run_id = @runId
), booked as (
  select cut.source, coalesce(row.number::text, row.word) as source_key, coalesce(row.target_number::text, row.target_word, row.number::text, row.word) as target_key
  from this
  join crm_migration.partitions as cut using (entity_id)
  join crm_migration.ledger as entry on entry.entity_id = cut.entity_id and entry.partition = cut.partition
  cross join lateral unnest(entry.key_numbers, entry.key_texts, entry.target_numbers, entry.target_texts) as row (number, word, target_number, target_word)
), gone as materialized (
  select link.source_key
  from this
  join crm_migration.links as link on link.set_id = @setId and link.status = 'migrated'
  where not exists (select from booked where booked.source = @source and booked.source_key = link.source_key)
    and not exists (select from booked where booked.target_key = link.target_key)
    and not exists (
      select from crm_migration.partitions as cut
      join crm_migration.rejected_rows as rejected on rejected.entity_id = cut.entity_id and rejected.partition = cut.partition
      where cut.entity_id = this.entity_id and cut.source = @source and rejected.source_key = link.source_key)
), kept as (
  update crm_migration.links as link set set_id = this.set_id, carried = true
  from this, gone
  where link.set_id = @setId and link.source_key = gone.source_key
)
delete from crm_migration.links as link
where link.set_id = @setId and not exists (select from gone where gone.source_key = link.source_key);
