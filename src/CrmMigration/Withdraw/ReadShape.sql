-- The columns of a table that can be written.
select attname::text as Name, format_type(atttypid, atttypmod) as Type, attidentity = 'a' as IsAlwaysIdentity
from pg_attribute
where attrelid = to_regclass(@table) and attnum > 0 and not attisdropped and attgenerated = ''
order by attnum;
