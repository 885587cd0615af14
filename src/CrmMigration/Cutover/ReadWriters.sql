-- Who may sign in and write to some of the tables, and is not told to only read by a setting of the role or of the database. Superusers always may.
select pg_is_in_recovery() as IsStandby,
       count(*) filter (where not role.rolsuper and not settled.reads) as Writers,
       count(*) filter (where not role.rolsuper and settled.reads) as Settled,
       count(*) filter (where role.rolsuper) as Superusers
from pg_roles as role
cross join lateral (
  select coalesce((
    select bool_or(setting in ('default_transaction_read_only=on', 'default_transaction_read_only=true', 'default_transaction_read_only=1'))
    from pg_db_role_setting as kept cross join lateral unnest(kept.setconfig) as setting
    where kept.setrole in (0, role.oid) and kept.setdatabase in (0, (select oid from pg_database where datname = current_database()))), false) as reads
) as settled
where role.rolcanlogin and (role.rolsuper or exists (
  select from unnest(@tables) as one (name)
  where has_table_privilege(role.oid, to_regclass(one.name), 'insert') or has_table_privilege(role.oid, to_regclass(one.name), 'update')
     or has_table_privilege(role.oid, to_regclass(one.name), 'delete') or has_table_privilege(role.oid, to_regclass(one.name), 'truncate')));
