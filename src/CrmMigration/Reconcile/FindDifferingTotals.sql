select format('%s%s%s: read %s, left out %s, in the target %s', sum_column, coalesce(' ' || group_value, ''), coalesce(' of ' || source, ''), read_sum, left_out_sum, loaded_sum)
       || case when read_odd + loaded_odd > 0
            then format(' (and %s, %s, %s values that are NaN or infinite)', read_odd, left_out_odd, loaded_odd) else '' end
from crm_migration.control_totals where entity_id = @entityId and not agrees
order by sum_column, group_value, source nulls first;
