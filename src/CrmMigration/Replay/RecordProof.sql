-- Until the entity is reconciled anew, its state says so.
update crm_migration.entities
set state = 'completed', contents_found = contents_found + @found, contents_agree = contents_agree and @agree,
    contents_differ_in = case when @agree or @partition = any(contents_differ_in) then contents_differ_in else contents_differ_in || @partition end
where entity_id = @entityId;
