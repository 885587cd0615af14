select run.run_id as RunId, run.plan as Plan,
       case when run.state = 'running' and not alive.yes then 'interrupted' else run.state end as State,
       at_work.phase as Phase, run.started_at as StartedAt, run.finished_at as FinishedAt, run.failure as Failure,
       coalesce(cut.done, 0)::int as PartitionsDone, coalesce(cut.total, 0)::int as PartitionsTotal, coalesce(cut.expected_rows, 0)::bigint as ExpectedRows,
       extract(epoch from coalesce(run.finished_at, clock_timestamp()) - run.started_at)::float8 as Seconds,
       coalesce(cut.read_rows, 0)::bigint as Read, fates.created as Created, fates.updated as Updated, fates.unchanged as Unchanged,
       fates.merged as Merged, fates.skipped as Skipped, fates.rejected as Rejected
from crm_migration.runs as run
cross join lateral (
  -- Alive: its lease has not run out, and the session that must go with it still holds its lock.
  select exists (
    select from crm_migration.leases as lease
    where lease.run_id = run.run_id and lease.expires_at > now()
      and (not lease.session_bound or exists (
        select from pg_locks
        where locktype = 'advisory' and objsubid = 1 and granted
          and database = (select oid from pg_database where datname = current_database())
          and (classid::bigint << 32) | objid::bigint = hashtextextended('crm_migration:' || run.plan, 0)))
  ) as yes
) as alive
left join lateral (
  select sum(part.read_rows) as read_rows, sum(part.expected_rows) as expected_rows,
         count(*) filter (where part.state = 'published') as done, count(*) as total
  from crm_migration.partitions as part
  join crm_migration.entities as entity using (entity_id)
  where entity.run_id = run.run_id
) as cut on true
left join lateral (
  select entity.entity || ': ' || phase.phase as phase
  from crm_migration.phases as phase
  join crm_migration.entities as entity using (entity_id)
  where entity.run_id = run.run_id and run.state = 'running'
  order by phase.started_at desc limit 1
) as at_work on true
cross join lateral (
  select coalesce(sum(rows) filter (where fate = 'created'), 0)::bigint as created,
         coalesce(sum(rows) filter (where fate = 'updated'), 0)::bigint as updated,
         coalesce(sum(rows) filter (where fate = 'unchanged'), 0)::bigint as unchanged,
         coalesce(sum(rows) filter (where fate = 'merged'), 0)::bigint as merged,
         coalesce(sum(rows) filter (where fate = 'skipped'), 0)::bigint as skipped,
         coalesce(sum(rows) filter (where fate = 'rejected'), 0)::bigint as rejected
  from (
    select entry.fate, cardinality(coalesce(entry.key_numbers, '{}')) + cardinality(coalesce(entry.key_texts, '{}')) as rows
    from crm_migration.ledger as entry
    join crm_migration.entities as entity using (entity_id)
    where entity.run_id = run.run_id
    union all
    select 'rejected', 1
    from crm_migration.rejected_rows as reject
    join crm_migration.entities as entity using (entity_id)
    where entity.run_id = run.run_id
  ) as entries
) as fates
where @runId::text is null or run.run_id = @runId
order by run.started_at desc;
