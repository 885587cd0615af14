-- A row of the table, aliased t, as one JSON object: the text of each column that can be written, by its name.
select format('json_object(array[%s]::text[], array[%s]::text[])',
              string_agg(quote_literal(attname), ', ' order by attnum), string_agg(format('t.%I::text', attname), ', ' order by attnum))
from pg_attribute
where attrelid = to_regclass(@table) and attnum > 0 and not attisdropped and attgenerated = '';
