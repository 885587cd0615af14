select relkind = 'p' from pg_class where oid = to_regclass(@table);
