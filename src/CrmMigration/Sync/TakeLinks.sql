delete from crm_migration.links using unnest(@sets, @keys) as gone (set_id, source_key)
where links.set_id = gone.set_id and links.source_key = gone.source_key;
