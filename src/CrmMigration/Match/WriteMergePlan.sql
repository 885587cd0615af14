insert into crm_migration.merge_plans (entity_id, partition, role, member_numbers, member_texts, survivor_numbers, survivor_texts)
values (@entityId, @partition, @role, @memberNumbers, @memberTexts, @survivorNumbers, @survivorTexts);
