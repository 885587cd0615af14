-- The links of a pass are those of its plan; those of a full run must have been made from its books.
select cut.entity_id as EntityId, cut.partition as Partition, cut.withdrawn as Withdrawn,
       array(select sets.set_id from crm_migration.link_sets as sets
             where sets.plan = run.plan and sets.entity = entity.entity and sets.adopted and (run.is_pass or sets.base_run = run.run_id)) as Sets
from crm_migration.entities as entity
join crm_migration.runs as run using (run_id)
join crm_migration.partitions as cut using (entity_id)
where run.run_id = @runId and entity.entity = @entity and cut.partition = @number and cut.state = 'published' and entity.revealed
for update of cut;
