-- The rehearsal of a plan by its id or, without one, the last that was begun; and a run of the plan that has written to the target since.
select run.run_id as RunId, run.mode = 'rehearsal' as IsRehearsal, run.state as State, run.plan_json as PlanJson, run.source_fingerprint as Fingerprint,
       (select other.run_id
        from crm_migration.runs as other
        join crm_migration.entities as entity using (run_id)
        join crm_migration.partitions as part using (entity_id)
        where other.plan = run.plan and other.mode = 'full' and entity.revealed and part.published_at > run.started_at
        order by part.published_at desc limit 1) as Publisher
from crm_migration.runs as run
where run.plan = @plan and (run.run_id = @runId or @runId::text is null and run.mode = 'rehearsal')
order by run.started_at desc
limit 1;
