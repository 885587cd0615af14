select attribute.attname, type.typname
from pg_attribute as attribute
join pg_type as type on type.oid = attribute.atttypid
where attribute.attrelid = to_regclass(@table) and attribute.attnum > 0 and not attribute.attisdropped
  and has_column_privilege(attribute.attrelid, attribute.attnum, 'select')
order by attribute.attnum;
