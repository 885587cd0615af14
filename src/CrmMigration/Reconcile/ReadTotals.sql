select sum_column as "Column", group_column as "GroupColumn", group_value as "Group",
       round(read_sum, digits) || case when read_odd > 0 then format(' and %s NaN or infinite', read_odd) else '' end as "Read",
       round(loaded_sum, digits) || case when loaded_odd > 0 then format(' and %s NaN or infinite', loaded_odd) else '' end as "Loaded",
       round(left_out_sum, digits) || case when left_out_odd > 0 then format(' and %s NaN or infinite', left_out_odd) else '' end as "LeftOut",
       agrees as "Agrees", source as "Source"
from crm_migration.control_totals
cross join lateral (select greatest(scale(read_sum), scale(loaded_sum), scale(left_out_sum)) as digits) as shown
where entity_id = @entityId
order by sum_column, group_value, source nulls first;
