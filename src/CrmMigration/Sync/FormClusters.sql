-- Rows that stand for one row of the target go together; what is new stands alone at first.
update crm_migration.changed_rows as changed
set cluster = coalesce('t' || links.target_key, 'n' || changed.set_id || ':' || changed.source_key)
from crm_migration.changed_rows as one
left join crm_migration.links as links using (set_id, source_key)
where one.entity_id = @entityId and changed.entity_id = one.entity_id and changed.set_id = one.set_id and changed.source_key = one.source_key;
