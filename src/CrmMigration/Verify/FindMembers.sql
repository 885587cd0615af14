select place.target_key, member.set_id, member.source_key, member.status = 'migrated'
from unnest(@targets) as place (target_key)
cross join lateral crm_migration.members_of(place.target_key, @sets) as member;
