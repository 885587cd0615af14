select tgname from pg_trigger where tgrelid = to_regclass(@table) and not tgisinternal and tgenabled in ('O', 'A') order by tgname;
