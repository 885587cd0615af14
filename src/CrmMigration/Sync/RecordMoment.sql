with seen as (
  update crm_migration.entity_sources set horizon = @horizon, origin = @origin, compared_all = @comparesAll
  where entity_id = @entityId and source = @source
)
update crm_migration.link_sets set adopted = true where set_id = @setId;
