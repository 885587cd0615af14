update crm_migration.replays set state = 'stopped', finished_at = clock_timestamp() where run_id = @RunId and state = 'running';
insert into crm_migration.replays (run_id, fence, rule, idempotency_key) values (@RunId, @fence, @Rule, @IdempotencyKey);
