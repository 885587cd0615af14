-- The first pass says them, later ones must agree.
update crm_migration.link_sets as sets set columns = coalesce(sets.columns, @columns)
from crm_migration.runs as run
where run.run_id = @runId and sets.plan = run.plan and sets.entity = @entity
returning sets.columns;
