-- Columns that stand first in an index that all rows are in, in which a range can be looked up.
select distinct i.indrelid::int8 as tableid, a.attname as name
  from pg_catalog.pg_index i
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  join pg_catalog.pg_am m on m.oid = c.relam and m.amname in ('btree', 'brin')
  join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
 where i.indrelid = any (@tables::int8[]::oid[])
   and i.indisvalid
   and i.indpred is null
 order by 1, 2
