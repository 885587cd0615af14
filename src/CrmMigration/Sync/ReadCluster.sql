-- A fail-over and a recovery to a point in time begin a new timeline.
select system.system_identifier || '.' || point.timeline_id from pg_control_system() as system cross join pg_control_checkpoint() as point;
