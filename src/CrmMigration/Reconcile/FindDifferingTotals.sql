select format('%s%s: read %s, left out %s, in the target %s', sum_column, coalesce(' ' || group_value, ''), read_sum, left_out_sum, loaded_sum)
from crm_migration.control_totals where entity_id = @entityId and not agrees
order by sum_column, group_value;
