select exists (select from pg_index where indrelid = to_regclass(@table) and not indisprimary)
    or exists (select from pg_trigger where tgrelid = to_regclass(@table))
    or exists (select from pg_policy where polrelid = to_regclass(@table))
    or exists (select from pg_constraint where conrelid = to_regclass(@table) and contype not in ('p', 'n'))
    or exists (select from pg_inherits where to_regclass(@table) in (inhparent, inhrelid))
    or exists (select from pg_class where oid = to_regclass(@table) and relacl is not null);
