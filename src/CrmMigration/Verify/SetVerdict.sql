-- A pass that was part of it may have its own findings.
update crm_migration.entities
set state = case when @differs or state = 'not-reconciled' then 'not-reconciled' else 'reconciled' end,
    findings = findings || array(select one from unnest(@findings) as one where one <> all (findings))
where entity_id = @entityId;
