-- As the end of a phase, and how long the step took when it did its work: done again, it finds nothing to do.
with phase as (
  update crm_migration.phases as phase set finished_at = clock_timestamp()
  from crm_migration.entities as entity
  where phase.entity_id = entity.entity_id and entity.run_id = @runId and entity.entity = @entity and phase.phase = @phase
  returning phase.entity_id
)
insert into crm_migration.rehearsed_steps (entity_id, phase, step, partition, began_at, seconds)
select entity_id, @phase, @step, @partition, clock_timestamp() - make_interval(secs => @seconds), @seconds from phase
on conflict do nothing;
