-- Of this plug-in and this database only: a slot of the same name that is somebody else's stays.
select pg_drop_replication_slot(slot_name) is not null
from pg_replication_slots
where slot_name = @slot and plugin = 'pgoutput' and database = current_database();
