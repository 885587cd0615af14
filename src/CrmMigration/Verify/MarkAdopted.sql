update crm_migration.link_sets set adopted = true where set_id = any(@sets) and not adopted;
