select i.indrelid::int8 as tableid,
       i.indisprimary as isprimary,
       i.indimmediate as isimmediate,
       array_agg(a.attname::text order by k.position) as columns,
       bool_and(a.attnotnull) as notnull
  from pg_catalog.pg_index i
 cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, position)
  join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
 where i.indrelid = any (@tables::int8[]::oid[])
   and i.indisunique
   and i.indisvalid
   and i.indpred is null
   and i.indexprs is null
   and k.position <= i.indnkeyatts
 group by i.indexrelid, i.indrelid, i.indisprimary, i.indimmediate
