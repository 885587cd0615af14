select 1
from crm_migration.leases as lease
join crm_migration.runs as run on run.plan = lease.plan and run.run_id = lease.run_id
where lease.run_id = @runId and lease.fence = @fence
for key share of lease;
