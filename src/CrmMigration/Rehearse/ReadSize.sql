-- Of a sample, what grows with rows: the first pages of a table and of each index, and its maps, are there once. The pages of the table itself are
-- counted apart: writers that wait for one another are given pages that they may never fill.
select case when run.sample_percent is null then pg_total_relation_size(place.oid) else (
         select coalesce(sum(pg_relation_size(part.oid) - case when part.relkind = 'i' then current_setting('block_size')::int else 0 end), 0)::bigint
         from pg_class as part
         where part.oid = place.toast or part.oid in (select indexrelid from pg_index where indrelid in (place.oid, place.toast)))
       end as bytes,
       run.sample_percent is not null as is_sample
from crm_migration.rehearsed_entities as rehearsed
join crm_migration.entities as entity using (entity_id)
join crm_migration.runs as run using (run_id)
cross join (select oid, reltoastrelid as toast from pg_class where oid = to_regclass(@LoadTable)) as place
where rehearsed.entity_id = @EntityId and rehearsed.table_bytes is null;
