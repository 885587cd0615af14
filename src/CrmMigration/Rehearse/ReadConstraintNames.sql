-- A table like another gets its indexes one after the other, in the order of the originals.
with indexes as (
  select index.indrelid, class.relname, row_number() over (partition by index.indrelid order by index.indexrelid) as place
  from pg_index as index
  join pg_class as class on class.oid = index.indexrelid
  where index.indrelid in (to_regclass(@table), to_regclass(@original))
)
select copy.relname, original.relname
from indexes as copy
join indexes as original on original.place = copy.place and original.indrelid = to_regclass(@original)
where copy.indrelid = to_regclass(@table);
