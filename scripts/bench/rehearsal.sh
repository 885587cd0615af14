# Sourced by bench.sh: how well a rehearsal foretells the run after it. Every round rehearses all rows and a sample of them beside an empty
# target, and then runs into it; the run's own report and the table it made say what became true.
# shellcheck disable=SC2154 # bench, here and the server's settings are bench.sh's

# Whoever rehearses on a machine at rest foresees a run on a machine at rest: so many times may figures differ.
most_off=1.25

# figure FILE PATH: one figure of a report.
figure() { psql -AtqX -v report="$(<"$1")" -v path="$2" <<<"select :'report'::json #>> string_to_array(:'path', '.')"; }

# rehearse NAME [OPTION...]: its report in $bench/NAME.json.
rehearse() {
  local name=$1 && shift
  "$here/crm-migrate" rehearse "$here/bench/plan.json" --json "$@" >"$bench/$name.json" 2>"$bench/$name.log" </dev/null ||
    { tail -n 5 "$bench/$name.log" >&2 && fail "the rehearsal did not come to its end."; }
}

# told ROUND NAME WHAT FORESEEN REAL: a line of forecasts.tsv; what was foreseen is likely, low and high, parted by tabs.
told() { printf '%s\t%s\t%s\t%s\t%s\n' "$@" >>"$forecasts"; }

# forecast ROUND: one line for each figure foreseen and each way of foreseeing it.
forecast() {
  local round=$1 name seconds bytes
  psql -qX -v ON_ERROR_STOP=1 -c 'drop database if exists bench_target' -c 'create database bench_target' -c checkpoint
  rehearse all
  rehearse sample --sample "$sample"
  "$here/crm-migrate" run "$here/bench/plan.json" --json >"$bench/run.json" 2>"$bench/run.log" </dev/null ||
    { tail -n 5 "$bench/run.log" >&2 && fail "the run did not come to its end."; }
  seconds=$(psql -AtqX -v report="$(<"$bench/run.json")" \
    <<<"select extract(epoch from (:'report'::json ->> 'finishedAt')::timestamptz - (:'report'::json ->> 'startedAt')::timestamptz)")
  bytes=$(psql -AtXd bench_target -c "select pg_total_relation_size('new_crm_customers')")
  for name in all sample; do
    told "$round" "$name" seconds "$(scaled "$name" milliseconds 1000)" "$seconds"
    told "$round" "$name" MB "$(scaled "$name" bytes 1048576)" "$(awk -v b="$bytes" 'BEGIN { print b / 1048576 }')"
    told "$round" "$name" 'rows created' "$(fate "$name" created)" "$(figure "$bench/run.json" entities.0.counts.created)"
    told "$round" "$name" 'rows merged' "$(fate "$name" merged)" "$(figure "$bench/run.json" entities.0.counts.merged)"
  done
  say "  round $round  a run of $seconds s"
}

# scaled NAME FIGURE UNIT: likely, low and high, in units, parted by tabs.
scaled() {
  psql -AtqX -F $'\t' -v report="$(<"$bench/$1.json")" -v name="$2" -v unit="$3" <<<"
    select (one ->> 'likely')::float8 / :unit, (one ->> 'low')::float8 / :unit, (one ->> 'high')::float8 / :unit
    from (select :'report'::json -> 'forecast' -> :'name') as told (one)"
}

fate() {
  psql -AtqX -F $'\t' -v report="$(<"$bench/$1.json")" -v fate="$2" <<<"
    select one -> 'rows' ->> 'likely', one -> 'rows' ->> 'low', one -> 'rows' ->> 'high'
    from json_array_elements(:'report'::json #> '{entities,0,forecast,fates}') as one where one ->> 'fate' = :'fate'"
}

# Medians of what was foreseen over what became true. Exit code 1 when one is too far off.
summarize_forecasts() {
  awk -v most="$most_off" -v sample="$sample" '
    function median(key, i, j, held, sorted) {
      for (i = 1; i <= count[key]; i++) {
        held = ratio[key, i]
        for (j = i - 1; j > 0 && sorted[j] > held; j--) sorted[j + 1] = sorted[j]
        sorted[j + 1] = held
      }
      return count[key] % 2 ? sorted[(count[key] + 1) / 2] : (sorted[count[key] / 2] + sorted[count[key] / 2 + 1]) / 2
    }
    BEGIN { FS = "\t" }
    {
      key = $2 FS $3
      if (!(key in count)) order[++keys] = key
      ratio[key, ++count[key]] = $4 / $7
      within[key] += $7 >= $5 - 1e-6 && $7 <= $6 + 1e-6
      likely[key] = $4; real[key] = $7
    }
    END {
      printf "\n%-22s %-14s %12s %12s %16s %10s\n", "rehearsal of", "figure", "foreseen", "true", "median ratio", "in range"
      for (i = 1; i <= keys; i++) {
        split(order[i], name, FS); m = median(order[i])
        met = m <= most && m >= 1 / most
        if (!met) missed = 1
        printf "%-22s %-14s %12.2f %12.2f %16.3f %7d/%d  %s\n", name[1] == "all" ? "all rows" : sample " of the rows", name[2], likely[order[i]], real[order[i]], m, within[order[i]], count[order[i]], met ? "met" : "NOT MET"
      }
      print "foreseen and true are those of the last round; a ratio is met from " sprintf("%.2f", 1 / most) " to " most
      exit missed
    }' "$forecasts"
}
