-- What is undone needs its earlier values no more, and of what was kept before, this is the newest word.
delete from crm_migration.earlier_rows as earlier using pg_temp.crm_migration_due as due
where earlier.entity_id = @entityId and earlier.target_key = due.key::text collate "C" and due.reason is null;
delete from crm_migration.kept_rows where entity_id = @entityId and partition = @partition and kind = @kind;
insert into crm_migration.kept_rows (entity_id, target_key, partition, kind, reason, may_pass)
select @entityId, key::text, @partition, @kind, reason, may_pass from pg_temp.crm_migration_due where reason is not null
on conflict (entity_id, target_key) do update set partition = excluded.partition, kind = excluded.kind, reason = excluded.reason, may_pass = excluded.may_pass;
update crm_migration.partitions set withdrawn = withdrawn or @kind = 'created', transactions = transactions || @transactions
where entity_id = @entityId and partition = @partition;
