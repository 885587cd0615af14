-- Links whose mark of having arrived is about to go; those that the pass has changed are kept already.
insert into crm_migration.earlier_links (entity_id, set_id, source_key, status, target_key, row_hash, pending, arrived, carried)
select entity.entity_id, links.set_id, links.source_key, links.status, links.target_key, links.row_hash, links.pending, links.arrived, links.carried
from crm_migration.runs as run
join crm_migration.entities as entity using (run_id)
join crm_migration.link_sets as sets on sets.plan = run.plan and sets.entity = entity.entity
join crm_migration.links as links using (set_id)
where run.run_id = @runId and (run.state = 'reconciled' or run.mode = 'cutover') and links.arrived
on conflict do nothing;
