select sum_column as "Column", group_column as "GroupColumn", group_value as "Group",
       trim_scale(read_sum)::text as Read, trim_scale(loaded_sum)::text as Loaded, trim_scale(left_out_sum)::text as LeftOut, agrees as Agrees
from crm_migration.control_totals where entity_id = @entityId order by sum_column, group_value;
