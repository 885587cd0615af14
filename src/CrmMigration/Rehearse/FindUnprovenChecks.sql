select conname from pg_constraint where conrelid = to_regclass(@table) and contype = 'c' and not convalidated order by conname;
