insert into crm_migration.merge_plans
  (entity_id, partition, role, source, member_numbers, member_texts, member_target_numbers, member_target_texts,
   survivor_numbers, survivor_texts, survivor_target_numbers, survivor_target_texts)
values
  (@entityId, @partition, @role, @source, @memberNumbers, @memberTexts, @memberTargetNumbers, @memberTargetTexts,
   @survivorNumbers, @survivorTexts, @survivorTargetNumbers, @survivorTargetTexts);
