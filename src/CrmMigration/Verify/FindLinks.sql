select links.source_key as SourceKey, links.status as Status, links.target_key as TargetKey, links.row_hash as RowHash, links.pending as Pending,
       links.status = 'migrated' and exists (
         select from crm_migration.links as member where member.target_key = links.target_key and member.set_id = any(@sets) and member.status = 'merged') as HasMembers
from crm_migration.links as links
where links.set_id = @setId and links.source_key = any(@keys);
