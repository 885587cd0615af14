-- Compiling a statement takes the server longer than most of a step's statements take.
select set_config('jit', 'off', true) is not null
from crm_migration.leases as lease
join crm_migration.runs as run on run.plan = lease.plan and run.run_id = lease.run_id
where lease.run_id = @runId and lease.fence = @fence
for key share of lease;
