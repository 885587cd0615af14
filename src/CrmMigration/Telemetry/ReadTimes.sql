-- When this holding of the lease began, and when each entity began in it.
select null as Entity, 'running' as State, lease.acquired_at as Began
from crm_migration.leases as lease
where lease.run_id = @runId and lease.fence = @fence
union all
select entity.entity, entity.state, greatest(min(phase.started_at), lease.acquired_at)
from crm_migration.leases as lease
join crm_migration.entities as entity using (run_id)
join crm_migration.phases as phase using (entity_id)
where lease.run_id = @runId and lease.fence = @fence
group by entity.entity, entity.state, lease.acquired_at;
