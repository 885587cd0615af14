-- Where the counts are not those of the links (data restored without triggers), and a pass saw it.
with wrong as (
  delete from crm_migration.link_counts where set_id = @setId
)
insert into crm_migration.link_counts (set_id, rows, hashes)
select set_id, count(*), sum(hashtextextended(source_key, 0)) from crm_migration.links where set_id = @setId and status <> 'left' group by set_id;
