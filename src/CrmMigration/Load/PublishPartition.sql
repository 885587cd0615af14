update crm_migration.partitions
set state = 'published', read_rows = read_rows + @read, sent_rows = sent_rows + @sent, sent_hash = crm_migration.wrap_hash(sent_hash::numeric + @hash), filled_values = filled_values + @filled,
    copied_rows = copied_rows + @copied, copy_seconds = copy_seconds + @copySeconds, lost_numbers = @lostNumbers, lost_texts = @lostTexts, published_at = clock_timestamp(),
    transactions = transactions || pg_current_xact_id()::xid::text::bigint || @transactions
where entity_id = @entityId and partition = @partition;
