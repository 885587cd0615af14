-- Every link is as it was before the pass, but for those of rows that were kept: what the pass wrote there is still what was written last.
with due as materialized (
  select earlier.entity_id, earlier.set_id, earlier.source_key
  from crm_migration.earlier_links as earlier
  join crm_migration.entities as entity using (entity_id)
  left join crm_migration.links as links using (set_id, source_key)
  where entity.run_id = @runId
    and not exists (
      select from crm_migration.kept_rows as kept
      where kept.entity_id = earlier.entity_id and kept.target_key = coalesce(links.target_key, earlier.target_key))
), taken as (
  delete from crm_migration.earlier_links as earlier using due
  where earlier.entity_id = due.entity_id and earlier.set_id = due.set_id and earlier.source_key = due.source_key
  returning earlier.*
), removed as (
  delete from crm_migration.links as links using taken
  where taken.status is null and links.set_id = taken.set_id and links.source_key = taken.source_key
)
insert into crm_migration.links (set_id, source_key, status, target_key, row_hash, pending, arrived, carried)
select set_id, source_key, status, target_key, row_hash, pending, arrived, carried from taken where status is not null
on conflict (set_id, source_key) do update
set status = excluded.status, target_key = excluded.target_key, row_hash = excluded.row_hash, pending = excluded.pending, arrived = excluded.arrived, carried = excluded.carried;
-- The next pass begins where this one began; what came after it has written nothing.
delete from crm_migration.link_sets as sets
using crm_migration.entity_sources as source join crm_migration.entities as entity using (entity_id)
where entity.run_id = @runId and source.earlier_set is not null and sets.set_id = (source.earlier_set ->> 'set_id')::integer;
insert into crm_migration.link_sets overriding system value
select sets.*
from crm_migration.entity_sources as source
join crm_migration.entities as entity using (entity_id)
cross join lateral jsonb_populate_record(null::crm_migration.link_sets, source.earlier_set) as sets
where entity.run_id = @runId and source.earlier_set is not null
  and not exists (select from crm_migration.link_sets as other where other.set_id = sets.set_id);
