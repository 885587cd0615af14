select exists (select from pg_index where indrelid = to_regclass(@table) and indisprimary);
