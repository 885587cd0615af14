select (select count(*) from crm_migration.changed_rows as changed join crm_migration.links as links using (set_id, source_key)
        where changed.entity_id = @entityId and changed.gone and not links.pending),
       (select count(*) from crm_migration.links as links
        where links.status <> 'left' and links.set_id in (
          select sets.set_id from crm_migration.link_sets as sets
          join crm_migration.entities as entity on entity.entity_id = @entityId and entity.entity = sets.entity
          join crm_migration.runs as run on run.run_id = @runId and run.plan = sets.plan));
