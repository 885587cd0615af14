select source as Source, after_key as After, through_key as Through, compared as Compared from crm_migration.verified_ranges where entity_id = @entityId and range = @number;
