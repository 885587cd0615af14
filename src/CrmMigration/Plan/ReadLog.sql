select c.oid::int8 as TableId, current_setting('wal_level') as WalLevel, pg_is_in_recovery() as InRecovery,
       (select r.rolreplication or r.rolsuper from pg_catalog.pg_roles r where r.rolname = current_user) as MayReplicate,
       c.relpersistence = 'p' as IsLogged,
       array(
         select p.pubname::text from pg_catalog.pg_publication p
           join pg_catalog.pg_publication_tables t on t.pubname = p.pubname and t.schemaname = n.nspname and t.tablename = c.relname
          where p.pubinsert and p.pubupdate and p.pubdelete and p.pubtruncate and (c.relkind <> 'p' or p.pubviaroot) and to_jsonb(t) ->> 'rowfilter' is null
       ) as Publications,
       array(
         select s.slot_name::text from pg_catalog.pg_replication_slots s where s.plugin = 'pgoutput' and s.database = current_database()
       ) as Slots,
       case c.relreplident
         when 'f' then array(select a.attname::text from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
         when 'n' then '{}'
         else array(
           select a.attname::text from pg_catalog.pg_index i join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indrelid = c.oid and case c.relreplident when 'd' then i.indisprimary else i.indisreplident end)
       end as Identity,
       current_setting('max_slot_wal_keep_size') = '-1' as KeepsWithoutLimit
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.oid = any (@tables::int8[]::oid[])
