update crm_migration.entities
set state = @state, contents_found = @found, contents_agree = @agree, contents_differ_in = @differ, findings = @findings
where entity_id = @entityId;
