select key.conname as Name, namespace.nspname as ParentSchema, parent.relname as ParentTable, key.confrelid = key.conrelid as IsToItself,
       parent.relkind = 'r' as HasOwnRowsOnly, key.convalidated as IsProven, key.confmatchtype = 'f' as IsFull,
       has_schema_privilege(namespace.oid, 'usage') and has_table_privilege(parent.oid, 'select') as IsReadable,
       (select array_agg(attribute.attname::text order by part.place)
        from unnest(key.conkey) with ordinality as part (number, place)
        join pg_attribute as attribute on attribute.attrelid = key.conrelid and attribute.attnum = part.number) as Columns,
       (select array_agg(attribute.attname::text order by part.place)
        from unnest(key.confkey) with ordinality as part (number, place)
        join pg_attribute as attribute on attribute.attrelid = key.confrelid and attribute.attnum = part.number) as ParentColumns
from pg_constraint as key
join pg_class as parent on parent.oid = key.confrelid
join pg_namespace as namespace on namespace.oid = parent.relnamespace
where key.contype = 'f' and key.conrelid = to_regclass(@table) and not parent.relispartition
order by key.conname;
