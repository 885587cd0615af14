insert into crm_migration.masked_samples (entity_id, kind, rule, field, source_key, before, after)
values (@EntityId, @kind, @rule, @field, @sourceKey, @before, @after)
on conflict do nothing;
