-- Of a partitioned table its partitions count too.
with tables as (
  select to_regclass(@table)::oid as relid
  union
  select relid::oid from pg_partition_tree(to_regclass(@table))
)
select count(distinct virtualtransaction)::int
from pg_locks
where locktype = 'relation' and granted and pid is distinct from pg_backend_pid() and database = (select oid from pg_database where datname = current_database())
  and relation in (select relid from tables) and mode in ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock');
