select kind as Kind, rule as Rule, field as Field, source_key as SourceKey, before as Before, after as After
from crm_migration.masked_samples where entity_id = @entityId
order by array_position(array['created', 'updated', 'corrected', 'rejected'], kind), rule, field, length(source_key), source_key;
