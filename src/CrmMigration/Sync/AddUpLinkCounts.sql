-- One row for each set of the plan again, and none for sets that are gone; those another plan's pass may be clearing away, and nobody waits for it.
with found as (
  select counts.ctid as place
  from crm_migration.link_counts as counts
  where not exists (select from crm_migration.link_sets as sets where sets.set_id = counts.set_id)
     or counts.set_id in (select sets.set_id from crm_migration.link_sets as sets join crm_migration.runs as run using (plan) where run.run_id = @runId)
  for update of counts skip locked
), before as (
  delete from crm_migration.link_counts as counts using found where counts.ctid = found.place
  returning counts.set_id, counts.rows, counts.hashes
)
insert into crm_migration.link_counts (set_id, rows, hashes)
select set_id, sum(rows), sum(hashes) from before
where set_id in (select sets.set_id from crm_migration.link_sets as sets)
group by set_id
having sum(rows) <> 0 or sum(hashes) <> 0;
