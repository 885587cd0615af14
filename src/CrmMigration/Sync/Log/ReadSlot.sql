-- Before the snapshot that rows are read in: whatever was committed by now stands in the log up to here, and can be read when it is flushed.
select case when not pg_is_in_recovery() then pg_current_wal_insert_lsn() end as Written,
       case when not pg_is_in_recovery() then pg_current_wal_flush_lsn() end as Flushed,
       slot.confirmed_flush_lsn as Confirmed,
       slot.wal_status as WalStatus,
       case when not pg_is_in_recovery() then pg_wal_lsn_diff(pg_current_wal_lsn(), slot.restart_lsn)::bigint end as KeptBytes,
       nullif(pg_size_bytes(case current_setting('max_slot_wal_keep_size') when '-1' then '0' else current_setting('max_slot_wal_keep_size') end), 0) as MostKeptBytes
from (select) as one
left join pg_replication_slots as slot on slot.slot_name = @slot and slot.plugin = 'pgoutput' and slot.database = current_database();
