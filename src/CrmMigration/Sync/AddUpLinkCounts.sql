-- One row for each set again, and none for sets that are gone.
with before as (
  delete from crm_migration.link_counts as counts
  where not exists (select from crm_migration.link_sets as sets where sets.set_id = counts.set_id)
     or counts.set_id in (select sets.set_id from crm_migration.link_sets as sets join crm_migration.runs as run using (plan) where run.run_id = @runId)
  returning set_id, rows, hashes
)
insert into crm_migration.link_counts (set_id, rows, hashes)
select set_id, sum(rows), sum(hashes) from before group by set_id having sum(rows) <> 0 or sum(hashes) <> 0;
