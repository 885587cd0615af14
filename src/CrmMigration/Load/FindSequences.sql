select distinct format('%I.%I', namespace.nspname, sequence.relname)
from pg_attribute as attribute
left join pg_attrdef as value on value.adrelid = attribute.attrelid and value.adnum = attribute.attnum
join pg_depend as depend on
  (depend.classid = 'pg_class'::regclass and depend.refclassid = 'pg_class'::regclass
    and depend.refobjid = attribute.attrelid and depend.refobjsubid = attribute.attnum and depend.deptype in ('a', 'i'))
  or (depend.classid = 'pg_attrdef'::regclass and depend.objid = value.oid and depend.refclassid = 'pg_class'::regclass)
join pg_class as sequence on sequence.oid in (depend.objid, depend.refobjid) and sequence.relkind = 'S'
join pg_namespace as namespace on namespace.oid = sequence.relnamespace
where attribute.attrelid = to_regclass(@table) and attribute.attname = @column;
