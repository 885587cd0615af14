-- Of the full run, and of the passes since; this one has written none yet.
select cut.source, keys.pairs
from crm_migration.entities as this
join crm_migration.runs as run on run.run_id = this.run_id
join crm_migration.link_sets as sets on sets.plan = run.plan and sets.entity = this.entity
join crm_migration.runs as base on base.run_id = sets.base_run
join crm_migration.runs as later on later.plan = run.plan and (later.run_id = base.run_id or later.is_pass and later.started_at > base.started_at)
join crm_migration.entities as entity on entity.run_id = later.run_id and entity.entity = this.entity
join crm_migration.partitions as cut on cut.entity_id = entity.entity_id and cut.source = sets.source
join crm_migration.match_keys as keys on keys.entity_id = cut.entity_id and keys.partition = cut.partition
where this.entity_id = @entityId and length(keys.pairs) > 0;
