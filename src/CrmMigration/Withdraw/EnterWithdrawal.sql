insert into crm_migration.withdrawals (run_id, fence) values (@RunId, @fence)
on conflict (run_id) do update set fence = excluded.fence, state = 'running', failure = null, finished_at = null;
update crm_migration.runs set state = 'withdrawing', request = null where run_id = @RunId;
