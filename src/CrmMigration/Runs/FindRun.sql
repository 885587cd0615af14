select run_id as RunId, plan as Plan, plan_json as PlanJson, mode as Mode, sample_percent as SamplePercent, partition_rows as PartitionRows, state as State, superseded_by as SupersededBy, rehearsed as Rehearsed, confirms_deletes as ConfirmsDeletes, deep as Deep, repairs as Repairs, array_to_string(accepts, ' ') as Accepts, drops_slots as DropsSlots
from crm_migration.runs where run_id = @runId;
