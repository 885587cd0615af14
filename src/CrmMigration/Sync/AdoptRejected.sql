insert into crm_migration.links (set_id, source_key, status, pending)
select @setId, source_key, 'rejected', sqlstate is not null or rule = 'key.taken' from crm_migration.rejected_rows where entity_id = @entityId and partition = @number
on conflict do nothing;
