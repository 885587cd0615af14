select coalesce(max(cut.partition) + 1, 0)
from crm_migration.link_sets as links
join crm_migration.runs as run on run.plan = links.plan and run.run_id = @runId
join crm_migration.entities as base on base.run_id = links.base_run and base.entity = links.entity
join crm_migration.partitions as cut on cut.entity_id = base.entity_id and cut.source = links.source
where links.entity = @entity and not links.adopted;
