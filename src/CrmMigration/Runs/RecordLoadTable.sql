update crm_migration.entities set load_table = @loadTable, loads_first = @loadsFirst where entity_id = @EntityId;
