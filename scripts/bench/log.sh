# Sourced by bench.sh: how far the new CRM lags behind by the source's log while a thousand customers change in a second.
# shellcheck disable=SC2154 # bench, here and the server's settings are bench.sh's
# shellcheck disable=SC2034 # bench.sh ends the writer

# The most that a change may wait until the pass that brings it has ended, in seconds; and for how long the writer is at work.
most_lag=5 log_seconds=40

# Changes a thousand customers in a second, each in a transaction of its own, on a schedule: what it is late it makes up for.
log_writer() {
  psql -qX -v ON_ERROR_STOP=1 -d bench_source >"$bench/writer.log" 2>&1 <<SQL
do \$\$
declare
  began timestamptz := clock_timestamp();
begin
  for change in 1 .. $log_seconds * 1000 loop
    update old_crm_customers set phone = '201-555-' || lpad((change % 10000)::text, 4, '0') where id = change * 40;
    commit;
    if change % 20 = 0 then
      perform pg_sleep(greatest(0, change * 0.001 - extract(epoch from clock_timestamp() - began)));
    end if;
  end loop;
end
\$\$;
SQL
}

# For each pass: how long the oldest change that it found had waited when the pass had ended. Lines of timings.tsv.
log_lags() {
  local plan=$bench/log-plan.json began
  sed 's/"plan": "bench"/"plan": "bench_log"/; s/"key": "id" }/"key": "id", "changes": { "log": true } }/' "$here/bench/plan.json" >"$plan"
  psql -qX -v ON_ERROR_STOP=1 -c 'drop database bench_target with (force)' -c 'create database bench_target'
  psql -qX -v ON_ERROR_STOP=1 -d bench_source -c 'create publication crm_migration_bench_log_old for table old_crm_customers' \
    -c "select pg_create_logical_replication_slot('crm_migration_bench_log_old', 'pgoutput')" >/dev/null
  "$here/crm-migrate" run "$plan" >"$bench/product.log" 2>&1 </dev/null || fail "the product did not finish: see $bench/product.log."
  "$here/crm-migrate" sync "$plan" >"$bench/pass.log" 2>&1 </dev/null || fail "the pass did not come to its end: see $bench/pass.log."
  log_writer &
  writer_pid=$!
  began=$SECONDS
  "$here/crm-migrate" sync "$plan" --every 1s >"$bench/pass.log" 2>&1 </dev/null &
  product_pid=$!
  while ((SECONDS - began < log_seconds)) && kill -0 "$writer_pid" 2>/dev/null && kill -0 "$product_pid" 2>/dev/null; do sleep 1; done
  kill "$product_pid" 2>/dev/null || true
  wait "$product_pid" || true
  wait "$writer_pid" || fail "the writer did not come to its end: see $bench/writer.log."
  product_pid='' writer_pid=''
  # Of the passes that began while the writer was at work: from when the oldest change they found was made to when they had ended, all of them arrived.
  psql -AtqX -F $'\t' -v ON_ERROR_STOP=1 -v most="$most_lag" -d bench_target <<'SQL' >>"$timings"
select row_number() over (order by run.started_at), 'log: lag at 1,000/s', round(extract(epoch from source.lag + (run.finished_at - run.started_at))::numeric, 3), :most,
  case when source.log_is_read then 'done' else 'wrong: the log was not read' end
from crm_migration.runs as run
join crm_migration.entities as entity using (run_id)
join crm_migration.entity_sources as source using (entity_id)
where run.mode = 'incremental' and run.finished_at is not null and source.lag > '0'
order by run.started_at
offset 2
SQL
  say "  by the log: $(awk -F '\t' '$2 ~ /^log/ { n++; if ($3 > most) most = $3 } END { printf "%d passes, at most %.1f s behind", n, most }' "$timings")"
}
