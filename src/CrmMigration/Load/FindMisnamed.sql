select format('alter %s %I.%I rename to %I', part.kind, namespace.nspname, part.relname, free.name)
from (
  select indexrelid as oid, 'index' as kind, '_pkey' as ending from pg_index where indrelid = @table::regclass and indisprimary
  union all
  select depend.objid, 'sequence', '_' || attribute.attname || '_seq'
  from pg_depend as depend
  join pg_attribute as attribute on attribute.attrelid = depend.refobjid and attribute.attnum = depend.refobjsubid
  where depend.classid = 'pg_class'::regclass and depend.refclassid = 'pg_class'::regclass and depend.refobjid = @table::regclass
    and depend.deptype in ('a', 'i') and attribute.attnum > 0
) as owned
join lateral (select owned.kind, owned.ending, relation.* from pg_class as relation where relation.oid = owned.oid) as part on true
join pg_namespace as namespace on namespace.oid = part.relnamespace
join pg_class as parent on parent.oid = @table::regclass
cross join lateral (
  select left(parent.relname, 63 - octet_length(part.ending || suffix)) || part.ending || suffix as name
  from unnest(array['', '1', '2', '3', '4', '5', '6', '7', '8', '9']) with ordinality as tried (suffix, place)
  where not exists (select from pg_class as other where other.relnamespace = part.relnamespace
    and other.relname = left(parent.relname, 63 - octet_length(part.ending || suffix)) || part.ending || suffix)
  order by place limit 1
) as free
where starts_with(part.relname, @was || '_') and part.relkind in ('i', 'S');
