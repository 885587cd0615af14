-- Looked at first: whoever would have to give way at once must not wait for the step that holds the row.
insert into crm_migration.leases as lease (plan, run_id, fence, session_bound, holder, expires_at)
select @plan, @runId, 1, @bound, @holder, now() + make_interval(secs => @seconds)
where (@locked and not exists (select from crm_migration.leases where plan = @plan))
   or exists (select from crm_migration.leases where plan = @plan and (session_bound and @locked or expires_at < now()))
on conflict (plan) do update
set run_id = excluded.run_id, fence = lease.fence + 1, session_bound = excluded.session_bound, holder = excluded.holder, acquired_at = now(), expires_at = excluded.expires_at
where (lease.session_bound and @locked) or lease.expires_at < now()
returning fence;
