update crm_migration.verified_ranges
set compared = true, read = @read, equal = @equal, differing = @differing, missing = @missing, merged = @merged, rejected = @rejected, skipped = @skipped, changed = @changed
where entity_id = @entityId and range = @number;
