select newer.run_id
from crm_migration.runs as newer
join crm_migration.runs as run on run.plan = newer.plan and run.started_at < newer.started_at
where run.run_id = @runId and newer.mode = 'full' and newer.state <> 'withdrawn'
order by newer.started_at desc limit 1;
