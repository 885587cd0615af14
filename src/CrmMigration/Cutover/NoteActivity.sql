-- What was seen first stays, also when the cut-over is carried on.
insert into crm_migration.cutover_watch (run_id, entity, source, rows, stamp) values (@runId, @entity, @source, @rows, @stamp)
on conflict do nothing;
