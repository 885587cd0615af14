select concat_ws('/', extract(epoch from pg_postmaster_start_time()), d.oid) as identity,
       current_setting('server_version_num')::int as version,
       pg_is_in_recovery() as inrecovery
  from pg_catalog.pg_database d
 where d.datname = current_database()
