-- The runs are chosen before anything is summed: what the books of the others hold is not looked at.
with chosen as materialized (
  select run.run_id, run.plan, run.mode, shown.state, run.started_at, run.finished_at, run.failure, run.report_address, run.report_failure,
         coalesce(run.sample_percent, 100) / 100 as share
  from crm_migration.runs as run
  cross join lateral (select crm_migration.fence_at_work(run.run_id) as fence) as alive
  cross join lateral (
    select case
      when run.state = 'running' and alive.fence is null then 'interrupted'
      when run.state = 'reconciled' and exists (
        select from crm_migration.replays as replay where replay.run_id = run.run_id and replay.fence = alive.fence and replay.state = 'running'
      ) then 'replaying'
      when run.state = 'withdrawing' and alive.fence is null then 'half-withdrawn'
      else run.state
    end as state
  ) as shown
  where (@runId::text is null or run.run_id = @runId) and (@plan::text is null or run.plan = @plan) and (@state::text is null or shown.state = @state)
    and (@mode::text is null or run.mode = @mode)
  order by run.started_at desc
  limit @top
)
select run.run_id as RunId, run.plan as Plan, run.mode as Mode, run.state as State,
       at_work.phase as Phase, run.started_at as StartedAt, run.finished_at as FinishedAt, run.failure as Failure,
       run.report_address as ReportAddress, run.report_failure as ReportFailure,
       (coalesce(cut.done, 0) + verified.done)::int as PartitionsDone, (coalesce(cut.total, 0) + verified.total)::int as PartitionsTotal, (coalesce(cut.expected_rows, 0) + ahead.rows * run.share)::bigint as ExpectedRows, ahead.known as AllExpected,
       extract(epoch from coalesce(run.finished_at, clock_timestamp()) - run.started_at)::float8 as Seconds,
       coalesce(cut.read_rows, 0)::bigint as Read, fates.created as Created, fates.updated as Updated, fates.unchanged as Unchanged,
       fates.merged as Merged, fates.skipped as Skipped, fates.conflicts as Conflicts, fates.deleted as Deleted, rejects.rejected as Rejected
from chosen as run
left join lateral (
  select sum(part.read_rows) as read_rows, sum(part.expected_rows) as expected_rows,
         count(*) filter (where part.state = 'published') as done, count(*) as total
  from crm_migration.partitions as part
  where part.entity_id in (select entity_id from crm_migration.entities where run_id = run.run_id) and part.sampled
) as cut on true
cross join lateral (
  select count(*) filter (where range.compared) as done, count(*) as total
  from crm_migration.verified_ranges as range
  where range.entity_id in (select entity_id from crm_migration.entities where run_id = run.run_id)
) as verified
cross join lateral (
  select coalesce(sum(source.estimated_rows), 0) as rows, count(*) = count(source.estimated_rows) as known
  from crm_migration.entities as entity
  join crm_migration.entity_sources as source using (entity_id)
  where entity.run_id = run.run_id and entity.state = 'planned'
) as ahead
left join lateral (
  select entity.entity || ': ' || phase.phase as phase
  from crm_migration.phases as phase
  join crm_migration.entities as entity using (entity_id)
  where entity.run_id = run.run_id and run.state in ('running', 'interrupted')
  order by phase.started_at desc limit 1
) as at_work on true
cross join lateral (
  select coalesce(sum(rows) filter (where fate = 'created'), 0)::bigint as created,
         coalesce(sum(rows) filter (where fate = 'updated'), 0)::bigint as updated,
         coalesce(sum(rows) filter (where fate = 'unchanged'), 0)::bigint as unchanged,
         coalesce(sum(rows) filter (where fate = 'merged'), 0)::bigint as merged,
         coalesce(sum(rows) filter (where fate = 'skipped'), 0)::bigint as skipped,
         coalesce(sum(rows) filter (where fate = 'conflict'), 0)::bigint as conflicts,
         coalesce(sum(rows) filter (where fate = 'deleted'), 0)::bigint as deleted
  from crm_migration.ledger as entry
  where entry.entity_id in (select entity_id from crm_migration.entities where run_id = run.run_id)
) as fates
cross join lateral (
  select count(*) as rejected
  from crm_migration.rejected_rows as reject
  where reject.entity_id in (select entity_id from crm_migration.entities where run_id = run.run_id)
) as rejects
order by run.started_at desc;
