-- Of a cut-over: where it is a go, the slots are dropped through which the sources' logs are read.
alter table crm_migration.runs add column drops_slots boolean not null default false;

-- How many rows the links say are in each source, and the sum of the hashes of their keys, which a pass compares with the source. To count millions of links anew takes longer than all
-- else of a pass that finds nothing. What a statement changes is added as a row, so that steps at work at once do not wait for one another; a pass that ends adds them up.
create table crm_migration.link_counts (
  set_id integer not null,
  rows bigint not null,
  hashes numeric not null
);

create index on crm_migration.link_counts (set_id);

-- By the server, whoever changes links and how.
create function crm_migration.count_links() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'TRUNCATE' then
    delete from crm_migration.link_counts;
  elsif tg_op = 'INSERT' then
    insert into crm_migration.link_counts (set_id, rows, hashes)
    select set_id, count(*), sum(hashtextextended(source_key, 0)) from after where status <> 'left' group by set_id;
  elsif tg_op = 'DELETE' then
    insert into crm_migration.link_counts (set_id, rows, hashes)
    select set_id, -count(*), -sum(hashtextextended(source_key, 0)) from before where status <> 'left' group by set_id;
  else
    insert into crm_migration.link_counts (set_id, rows, hashes)
    select set_id, sum(rows), sum(hashes)
    from (
      select set_id, count(*) as rows, sum(hashtextextended(source_key, 0)) as hashes from after where status <> 'left' group by set_id
      union all
      select set_id, -count(*), -sum(hashtextextended(source_key, 0)) from before where status <> 'left' group by set_id
    ) as changed
    group by set_id
    having sum(rows) <> 0 or sum(hashes) <> 0;
  end if;
  return null;
end
$$;

create trigger count_inserted after insert on crm_migration.links referencing new table as after for each statement execute function crm_migration.count_links();
create trigger count_updated after update on crm_migration.links referencing old table as before new table as after for each statement execute function crm_migration.count_links();
create trigger count_deleted after delete on crm_migration.links referencing old table as before for each statement execute function crm_migration.count_links();

create trigger count_truncated after truncate on crm_migration.links for each statement execute function crm_migration.count_links();

insert into crm_migration.link_counts (set_id, rows, hashes)
select set_id, count(*), sum(hashtextextended(source_key, 0)) from crm_migration.links where status <> 'left' group by set_id;
