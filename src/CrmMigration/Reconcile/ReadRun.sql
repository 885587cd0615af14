select plan as Plan, mode as Mode, state as State, failure as Failure, report_address as ReportAddress, report_failure as ReportFailure, started_at as StartedAt, finished_at as FinishedAt, rehearsed as Rehearsed
from crm_migration.runs where run_id = @runId;
