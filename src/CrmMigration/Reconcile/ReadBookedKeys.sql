select unnest(key_numbers)::text from crm_migration.ledger where entity_id = @entityId and partition = @partition and key_numbers is not null
union all
select unnest(key_texts) from crm_migration.ledger where entity_id = @entityId and partition = @partition and key_texts is not null
union all
select source_key from crm_migration.rejected_rows where entity_id = @entityId and partition = @partition;
