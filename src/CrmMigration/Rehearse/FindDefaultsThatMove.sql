-- Columns whose default, or that of their domain, draws from a sequence or calls a function that may change something.
select attribute.attname
from pg_attribute as attribute
join pg_type as type on type.oid = attribute.atttypid
left join pg_attrdef as value on value.adrelid = attribute.attrelid and value.adnum = attribute.attnum
where attribute.attrelid = to_regclass(@table) and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
  and (coalesce(pg_get_expr(value.adbin, value.adrelid), type.typdefault) ~* '\m(nextval|setval)\M'
    or exists (
      select from pg_depend as depend
      join pg_proc as function on function.oid = depend.refobjid
      where depend.refclassid = 'pg_proc'::regclass and function.provolatile = 'v'
        and (depend.classid = 'pg_attrdef'::regclass and depend.objid = value.oid or depend.classid = 'pg_type'::regclass and depend.objid = type.oid and type.typtype = 'd')));
