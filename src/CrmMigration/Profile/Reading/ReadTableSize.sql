select coalesce(sum(pg_relation_size(leaf.relid)), 0)::int8 as bytes,
       current_setting('block_size')::int8 as pagebytes,
       coalesce(max(pg_relation_size(leaf.relid)) / current_setting('block_size')::int8, 0)::int8 as largestpages
  from pg_partition_tree(to_regclass(@table)) as leaf
 where leaf.isleaf;
