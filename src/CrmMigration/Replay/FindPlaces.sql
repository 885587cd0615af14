-- Reads all keys of the entity, so it is asked once.
select known.key, entry.partition
from crm_migration.ledger as entry
cross join lateral unnest(coalesce(entry.target_numbers::text[], entry.target_texts, entry.key_numbers::text[], entry.key_texts)) as known (key)
where entry.entity_id = @entityId and entry.fate in ('created', 'updated', 'unchanged') and known.key = any(@keys);
