select f.conrelid::int8 as tableid,
       n.nspname as schema,
       c.relname as name,
       (select array_agg(a.attname::text order by k.position)
          from unnest(f.conkey) with ordinality as k (attnum, position)
          join pg_catalog.pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum) as columns,
       (select array_agg(a.attname::text order by k.position)
          from unnest(f.confkey) with ordinality as k (attnum, position)
          join pg_catalog.pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum) as parentcolumns
  from pg_catalog.pg_constraint f
  join pg_catalog.pg_class c on c.oid = f.confrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where f.contype = 'f'
   and f.conrelid = any (@tables::int8[]::oid[])
   and not c.relispartition
 order by f.conrelid, f.conname
