select step.step as Step, step.began_at as BeganAt, step.seconds as Seconds,
       coalesce(case when cut.sampled then cut.read_rows else cut.expected_rows end, 0) as Rows, coalesce(cut.copy_seconds, 0) as CopySeconds
from crm_migration.rehearsed_steps as step
left join crm_migration.partitions as cut using (entity_id, partition)
where step.entity_id = @entityId
order by step.began_at;
