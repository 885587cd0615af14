-- Rights that a withdrawal of the run needs on its tables, and that the role has not got.
select distinct lower(wanted.privilege) as Privilege, tables.name as Table, entity.position
from unnest(@entities, @tables) as tables (entity, name)
join crm_migration.entities as entity on entity.run_id = @runId and entity.entity = tables.entity and entity.revealed and entity.partitions > 0
cross join lateral (values
  ('SELECT', true), ('UPDATE', true),
  ('DELETE', exists (select from crm_migration.ledger where ledger.entity_id = entity.entity_id and ledger.fate = 'created')),
  ('INSERT', exists (select from crm_migration.earlier_rows as earlier where earlier.entity_id = entity.entity_id and earlier.kind = 'deleted'))) as wanted (privilege, is_needed)
where wanted.is_needed
  and not case when wanted.privilege = 'DELETE' then has_table_privilege(to_regclass(tables.name), wanted.privilege) else has_any_column_privilege(to_regclass(tables.name), wanted.privilege) end
order by entity.position, 1;
