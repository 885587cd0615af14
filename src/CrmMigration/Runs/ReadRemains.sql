select entity.entity as Entity, entity.target_table as Target,
       entity.revealed as Visible,
       coalesce(sum(entry.rows) filter (where entry.fate = 'created'), 0)::bigint as Created,
       coalesce(sum(entry.rows) filter (where entry.fate = 'updated'), 0)::bigint as Updated
from crm_migration.entities as entity
join crm_migration.ledger as entry using (entity_id)
where entity.run_id = @runId and entry.fate in ('created', 'updated')
group by entity.entity_id
order by entity.position;
