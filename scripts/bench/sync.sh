# Sourced by bench.sh: how long a pass of the sync takes over many customers of whom nobody, one in a hundred or ten have changed.
# shellcheck disable=SC2154 # bench, here and the server's settings are bench.sh's

# What a pass may take over 2 million customers, in seconds.
most_unchanged=3 most_changed=6 most_deleted=5

# How many times as long as counting the rows on both sides a verification may take.
most_verified=15

# pass ROUND WHAT SQL MOST EXPECTED: does that to the source and makes a pass, which is to count so many rows as written or deleted.
pass() {
  local round=$1 what=$2 change=$3 most=$4 expected=$5 started seconds counted state='done'
  psql -qX -v ON_ERROR_STOP=1 -d bench_source -c "$change" -c checkpoint
  psql -qX -d bench_target -c checkpoint
  started=${EPOCHREALTIME/[.,]/}
  "$here/crm-migrate" sync "$here/bench/plan.json" --json >"$bench/pass.json" 2>"$bench/pass.log" </dev/null ||
    { tail -n 5 "$bench/pass.log" >&2 && fail "the pass did not come to its end."; }
  seconds=$(awk -v us=$((${EPOCHREALTIME/[.,]/} - started)) 'BEGIN { printf "%.3f", us / 1e6 }')
  counted=$(psql -AtqX -v report="$(<"$bench/pass.json")" \
    <<<"select (one ->> 'updated')::int + (one ->> 'deleted')::int from (select :'report'::json #> '{entities,0,counts}') as counts (one)")
  [[ $counted == "$expected" ]] || state="wrong: $counted rows, not $expected"
  printf '%s\t%s\t%s\t%s\t%s\n' "$round" "$what" "$seconds" "$most" "$state" >>"$timings"
  say "  round $round  $what  $seconds s"
}

# passes ROUND ROWS: one of each kind.
passes() {
  local round=$1 count=$2
  pass "$round" 'nothing changed' 'select' "$most_unchanged" 0
  pass "$round" '1 % changed' "update old_crm_customers set phone = '201-555-' || lpad(((id + $round) % 10000)::text, 4, '0') where id % 100 = 50" \
    "$most_changed" "$((count / 100))"
  pass "$round" '10 deleted' "delete from old_crm_customers where id in (select id from old_crm_customers where id % 20 = 1 order by id desc limit 10)" \
    "$most_deleted" 10
}

# comparisons ROUNDS: counting the rows on both sides, and a verification by counts and hashes of ranges; the ratio is what is noted.
comparisons() {
  local round started counted verified ratio state
  psql -qX -d bench_source -c 'vacuum analyze old_crm_customers'
  psql -qX -d bench_target -c 'vacuum analyze'
  for ((round = 1; round <= $1; round++)); do
    state='done'
    started=${EPOCHREALTIME/[.,]/}
    psql -AtqX -d bench_source -c 'select count(*) from old_crm_customers' >/dev/null
    psql -AtqX -d bench_target -c 'select count(*) from new_crm_customers' >/dev/null
    counted=${EPOCHREALTIME/[.,]/}
    "$here/crm-migrate" verify "$here/bench/plan.json" >"$bench/verify.log" 2>&1 </dev/null || state='wrong: it differs'
    verified=${EPOCHREALTIME/[.,]/}
    ratio=$(awk -v counted=$((counted - started)) -v verified=$((verified - counted)) 'BEGIN { printf "%.3f", verified / counted }')
    printf '%s\t%s\t%s\t%s\t%s\n' "$round" 'verify, times counts' "$ratio" "$most_verified" "$state" >>"$timings"
    say "  round $round  verify: $(awk -v us=$((verified - counted)) 'BEGIN { printf "%.2f", us / 1e6 }') s, $ratio times as long as counting"
  done
}

# Medians, next to what is asked. Exit code 1 when one takes longer, or did something else.
summarize_passes() {
  sort -t $'\t' -k 2,2 -k 3,3n "$timings" | awk -F '\t' '
    { seconds[$2, ++count[$2]] = $3; most[$2] = $4 }
    $5 != "done" { print $2 ": " $5; missed = 1 }
    END {
      printf "\n%-28s %10s %10s\n", "a pass when (seconds)", "median", "at most"
      for (what in count) {
        middle = seconds[what, int((count[what] + 1) / 2)]
        met = middle <= most[what]
        if (!met) missed = 1
        printf "%-28s %10.2f %10s  %s\n", what, middle, most[what], met ? "met" : "NOT MET"
      }
      exit missed
    }'
}
