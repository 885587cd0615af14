-- Rows that the plan can map, and that are left out all the same: merged into what somebody deleted, or skipped by hand.
select rejected.source_key
from crm_migration.link_sets as sets
join crm_migration.runs as run using (plan)
join crm_migration.entities as entity on entity.run_id = run.run_id and entity.entity = sets.entity
join crm_migration.partitions as cut on cut.entity_id = entity.entity_id and cut.source = sets.source
join crm_migration.rejected_rows as rejected on rejected.entity_id = cut.entity_id and rejected.partition = cut.partition
where sets.set_id = @setId and run.mode <> 'rehearsal' and rejected.rule = 'merge.target-gone' and rejected.source_key = any(@keys)
union
select coalesce(row.number::text, row.word)
from crm_migration.link_sets as sets
join crm_migration.entities as base on base.run_id = sets.base_run and base.entity = sets.entity
join crm_migration.partitions as cut on cut.entity_id = base.entity_id and cut.source = sets.source
join crm_migration.ledger as entry on entry.entity_id = cut.entity_id and entry.partition = cut.partition and entry.rule = 'skipped.by-hand'
cross join lateral unnest(entry.key_numbers, entry.key_texts) as row (number, word)
where sets.set_id = @setId and coalesce(row.number::text, row.word) = any(@keys);
