-- Sorting in memory takes half the time. What the server's owner set is never lowered, or raised in the case of workers.
select set_config('maintenance_work_mem', '256MB', true) where pg_size_bytes(current_setting('maintenance_work_mem')) < 268435456
union all
select set_config('max_parallel_maintenance_workers', least(current_setting('max_parallel_maintenance_workers')::int, @workers)::text, true);
