select links.set_id as SetId, base.entity_id as EntityId, coalesce(base.proven_before, 3) as Horizon
from crm_migration.link_sets as links
join crm_migration.runs as run on run.plan = links.plan and run.run_id = @runId
join crm_migration.entities as base on base.run_id = links.base_run and base.entity = links.entity
join crm_migration.partitions as cut on cut.entity_id = base.entity_id and cut.source = links.source
where links.entity = @entity and cut.partition = @number and not links.adopted;
