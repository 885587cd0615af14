with seen as (
  update crm_migration.entity_sources set horizon = @horizon, origin = @origin, compared_all = @comparesAll, looked_at = @at, lag = make_interval(secs => @lag), lag_is_exact = @isExact,
         by_column = @byColumn, changed_column = @changedColumn, changed_since = @changedSince, by_log = @byLog, log_position = @logPosition::pg_lsn, log_is_read = @logIsRead, log_shape = @logShape, log_remark = @logRemark
  where entity_id = @entityId and source = @source
)
update crm_migration.link_sets set adopted = true where set_id = @setId;
