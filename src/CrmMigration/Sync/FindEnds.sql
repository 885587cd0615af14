update crm_migration.changed_rows as changed set ends = true
where changed.entity_id = @entityId and changed.gone
  and not exists (
    select from crm_migration.changed_rows as other
    where other.entity_id = @entityId and other.cluster = changed.cluster and not other.gone)
  and not exists (
    select from crm_migration.members_of(substr(changed.cluster, 2), @sets) as other
    where not exists (
      select from crm_migration.changed_rows as also
      where also.entity_id = @entityId and also.set_id = other.set_id and also.source_key = other.source_key));
