-- The newest run of the same plan after it that wrote anything, and was not withdrawn itself.
select newer.run_id
from crm_migration.runs as newer
join crm_migration.runs as run on run.plan = newer.plan and run.started_at < newer.started_at
where run.run_id = @runId and (newer.mode = 'full' or newer.is_pass) and newer.state <> 'withdrawn'
  and exists (
    select from crm_migration.entities as entity join crm_migration.partitions as cut using (entity_id)
    where entity.run_id = newer.run_id and entity.revealed and cut.state = 'published')
order by newer.started_at desc limit 1;
