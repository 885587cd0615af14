select replay.state as State, replay.failure as Failure, replay.rule as Rule, replay.started_at as StartedAt, replay.rows as Rows, replay.created as Created,
       replay.updated as Updated, replay.unchanged as Unchanged, replay.merged as Merged, replay.skipped as Skipped,
       coalesce(crm_migration.fence_at_work(replay.run_id) = replay.fence, false) as IsHeld
from crm_migration.replays as replay where replay.run_id = @runId
order by replay.fence desc limit 1;
