select data from pg_logical_slot_peek_binary_changes(@slot, @upTo::pg_lsn, null, 'proto_version', '1', 'publication_names', @publication);
