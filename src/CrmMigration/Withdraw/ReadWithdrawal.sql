select withdrawal.run_id as RunId, withdrawal.state as State, withdrawal.failure as Failure, withdrawal.started_at as StartedAt,
       withdrawal.removed as Removed, withdrawal.restored as Restored, withdrawal.brought_back as BroughtBack,
       (select count(*) from crm_migration.kept_rows as kept join crm_migration.entities as entity using (entity_id) where entity.run_id = withdrawal.run_id) as Kept,
       coalesce(crm_migration.fence_at_work(withdrawal.run_id) = withdrawal.fence, false) as IsHeld
from crm_migration.withdrawals as withdrawal where withdrawal.run_id = @runId;
