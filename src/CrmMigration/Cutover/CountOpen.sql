-- Rejected: those that no run or pass could bring, and those that keep an earlier version. Reviews of the passes since the full run; a conflict counts while its rows differ.
select (select coalesce(sum(range.rejected), 0)::bigint from crm_migration.verified_ranges as range where range.entity_id = @entityId) as Rejected,
       (select count(*) from crm_migration.links as links where links.set_id = any(@sets) and links.pending and links.status <> 'rejected') as Waiting,
       (select count(distinct (review.set_id, review.source_key, review.kind))
        from crm_migration.reviewed_rows as review
        join crm_migration.entities as entity using (entity_id)
        join crm_migration.runs as run using (run_id)
        where run.state <> 'withdrawn' and review.set_id = any(@sets)
          and (review.kind <> 'conflict' or exists (
            select from crm_migration.verified_differences as difference
            where difference.entity_id = @entityId and difference.set_id = review.set_id
              and (difference.source_key = review.source_key or difference.target_key = review.target_key)))) as Reviews;
