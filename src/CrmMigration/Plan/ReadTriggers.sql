select t.tgrelid::int8 as tableid,
       t.tgname as name
  from pg_catalog.pg_trigger t
 where t.tgrelid = any (@tables::int8[]::oid[])
   and not t.tgisinternal
   and t.tgenabled in ('O', 'A')
 order by t.tgrelid, t.tgname
