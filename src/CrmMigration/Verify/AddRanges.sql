insert into crm_migration.verified_ranges (entity_id, range, source, after_key, through_key)
select @entityId, cut.place - 1, cut.source, cut.after_key, cut.through_key
from unnest(@sources, @afters, @throughs) with ordinality as cut (source, after_key, through_key, place);
