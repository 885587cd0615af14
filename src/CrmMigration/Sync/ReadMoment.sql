select pg_snapshot_xmin(now.snapshot)::text::bigint, pg_snapshot_xmax(now.snapshot)::text::bigint,
       (select oid::text || '/' || datname from pg_database where datname = current_database()),
       now(), current_setting('track_commit_timestamp')::boolean,
       array(select pg_snapshot_xip(now.snapshot)::text::bigint)
from (select pg_current_snapshot() as snapshot) as now;
