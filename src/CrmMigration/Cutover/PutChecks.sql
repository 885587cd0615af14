with old as (
  delete from crm_migration.cutover_checks where run_id = @runId and position > cardinality(@names)
)
insert into crm_migration.cutover_checks (run_id, position, name, outcome, finding, advice)
select @runId, made.position, made.name, made.outcome, made.finding, made.advice
from unnest(@names, @outcomes, @findings, @advices) with ordinality as made (name, outcome, finding, advice, position)
on conflict (run_id, position) do update set name = excluded.name, outcome = excluded.outcome, finding = excluded.finding, advice = excluded.advice;
