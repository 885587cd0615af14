select coalesce(sample_percent, 100) as SamplePercent, extract(epoch from finished_at - started_at)::float8 as Seconds
from crm_migration.runs where run_id = @runId and mode = 'rehearsal' and state in ('reconciled', 'not-reconciled');
