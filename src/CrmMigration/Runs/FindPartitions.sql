select partition as Number, after_key as After, through_key as Through, expected_rows as ExpectedRows, state as State, read_rows as ReadRows, sampled as Sampled
from crm_migration.partitions where entity_id = @entityId and source = @source order by partition;
