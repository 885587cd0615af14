select rule from crm_migration.replays where run_id = @runId and fence = @fence;
