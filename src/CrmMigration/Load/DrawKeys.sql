select nextval(numbered.sequence)
from (
  select case when depend.classid = 'pg_class'::regclass then depend.objid else depend.refobjid end::regclass as sequence
  from pg_attribute as attribute
  left join pg_attrdef as value on value.adrelid = attribute.attrelid and value.adnum = attribute.attnum
  join pg_depend as depend on
    (depend.classid = 'pg_class'::regclass and depend.refclassid = 'pg_class'::regclass
      and depend.refobjid = attribute.attrelid and depend.refobjsubid = attribute.attnum and depend.deptype = 'i')
    or (depend.classid = 'pg_attrdef'::regclass and depend.objid = value.oid and depend.refclassid = 'pg_class'::regclass)
  join pg_class as numbers on numbers.relkind = 'S'
    and numbers.oid = case when depend.classid = 'pg_class'::regclass then depend.objid else depend.refobjid end
  where attribute.attrelid = to_regclass(@table) and attribute.attname = @column
  limit 1
) as numbered
cross join generate_series(1, @count);
