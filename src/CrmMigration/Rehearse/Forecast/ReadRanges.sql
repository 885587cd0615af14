-- For each range of a sample: its rows, and how many of them met each fate, or each rule.
select 'read' as Kind, '' as Rule, null as Field, '' as Outcome, partition as Partition, read_rows as Rows
from crm_migration.partitions where entity_id = @entityId and sampled
union all
select 'fate', fate, null, '', partition, rows::bigint from crm_migration.ledger where entity_id = @entityId
union all
select 'skip', rule, null, '', partition, rows::bigint from crm_migration.ledger where entity_id = @entityId and fate = 'skipped'
union all
select 'reject', rule, field, '', partition, count(*) from crm_migration.rejected_rows where entity_id = @entityId group by rule, field, partition
union all
select 'correction', rule, field, outcome, partition, cardinality(originals)::bigint from crm_migration.correction_sets where entity_id = @entityId;
