select links.source_key, links.status, case when links.status in ('migrated', 'merged') then links.target_key end
from crm_migration.link_sets as sets
join crm_migration.links as links using (set_id)
where sets.plan = @plan and sets.entity = @entity and sets.source = @source and links.source_key = any(@keys);
