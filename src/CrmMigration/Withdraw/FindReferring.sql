-- Foreign keys that lead to rows of the table.
select key.conname::text as Name, format('%I.%I', namespace.nspname, child.relname) as Child, child.relname::text as ChildName,
       (select string_agg(format('c.%I = t.%I', referring.attname, referred.attname), ' and ')
        from unnest(key.conkey, key.confkey) as pair (number, referred_number)
        join pg_attribute as referring on referring.attrelid = key.conrelid and referring.attnum = pair.number
        join pg_attribute as referred on referred.attrelid = key.confrelid and referred.attnum = pair.referred_number) as Pairs,
       has_schema_privilege(namespace.oid, 'usage') and has_table_privilege(child.oid, 'select') as IsReadable,
       key.confdeltype in ('c', 'n', 'd') as ChangesRows, key.conrelid = key.confrelid as IsToItself,
       child.oid in (select to_regclass(name) from unnest(@planTables) as name) as IsOfPlan
from pg_constraint as key
join pg_class as child on child.oid = key.conrelid
join pg_namespace as namespace on namespace.oid = child.relnamespace
where key.contype = 'f' and key.confrelid = to_regclass(@table) and key.conparentid = 0
order by key.conname;
