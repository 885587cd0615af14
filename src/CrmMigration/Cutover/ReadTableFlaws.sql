select 'constraint' as Kind, conname::text as Name from pg_constraint where conrelid = to_regclass(@table) and not convalidated
union all
select 'index', indexrelid::regclass::text from pg_index where indrelid = to_regclass(@table) and not (indisvalid and indisready)
union all
select 'trigger', tgname::text from pg_trigger where tgrelid = to_regclass(@table) and not tgisinternal and tgenabled = 'D'
order by 1, 2;
