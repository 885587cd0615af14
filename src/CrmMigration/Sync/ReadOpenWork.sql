-- By the clock before anything else was looked at: what begins meanwhile begins later. A standby does not see the transactions of its primary.
select now() as Now,
       pg_has_role('pg_read_all_stats', 'usage') and not pg_is_in_recovery() as IsVisible,
       (select min(xact_start) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as OldestOpen,
       (select min(prepared) from pg_prepared_xacts where database = current_database()) as OldestPrepared;
