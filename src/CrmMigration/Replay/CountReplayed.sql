update crm_migration.replays
set created = created + @created, updated = updated + @updated, unchanged = unchanged + @unchanged, merged = merged + @merged, skipped = skipped + @skipped
where run_id = @runId and fence = @fence;
