select greatest(reltuples, 0) from pg_class where oid = to_regclass(@table);
