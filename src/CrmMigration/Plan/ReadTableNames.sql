select n.nspname as schema,
       c.relname as name
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p')
   and not c.relispartition
   and n.nspname not in ('information_schema', 'crm_migration')
   and n.nspname not like 'pg\_%'
   and not exists (
         select
           from pg_catalog.pg_depend d
          where d.classid = 'pg_catalog.pg_class'::regclass
            and d.objid = c.oid
            and d.deptype = 'e')
 order by n.nspname, c.relname
