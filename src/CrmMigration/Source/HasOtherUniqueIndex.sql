select exists (
  select from pg_index as index
  join pg_attribute as key on key.attrelid = index.indrelid and key.attname = @key
  where index.indrelid = to_regclass(@table) and (index.indisunique or index.indisexclusion)
    and not (index.indnkeyatts = 1 and index.indkey[0] = key.attnum)
);
