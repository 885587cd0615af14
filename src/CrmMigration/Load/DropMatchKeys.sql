-- Those of this run are what a sync matches new rows with; nobody asks for those of earlier runs any more. A rehearsal's serve nobody.
delete from crm_migration.match_keys
where @rehearsed and entity_id = @entityId
   or not @rehearsed and entity_id in (
     select earlier.entity_id
     from crm_migration.entities as this
     join crm_migration.runs as run on run.run_id = this.run_id
     join crm_migration.runs as before on before.plan = run.plan and before.started_at < run.started_at and before.mode <> 'rehearsal'
     join crm_migration.entities as earlier on earlier.run_id = before.run_id and earlier.entity = this.entity
     where this.entity_id = @entityId);
