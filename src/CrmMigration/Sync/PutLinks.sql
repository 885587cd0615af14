insert into crm_migration.links (set_id, source_key, status, target_key, row_hash)
select * from unnest(@sets, @keys, @states, @targets, @hashes)
on conflict (set_id, source_key) do update
set status = excluded.status, target_key = excluded.target_key, row_hash = excluded.row_hash, pending = false,
    arrived = links.arrived or links.status in ('rejected', 'skipped') and excluded.status in ('migrated', 'merged');
