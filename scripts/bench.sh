#!/usr/bin/env bash
# How fast is a migration, next to what else moves the same rows? Every contender moves the owner's customer table on one private server.
#
#   scripts/bench.sh [--rows N] [--rounds N] [--no-peers] [--no-product] [--scale] [--rehearsal [--sample N%]] [--sync]
#
# --rows      rows of the old customer table (2000000); 5 % are duplicates
# --rounds    every contender runs once a round, in turn (3); medians count
# --no-peers  only the bar and the product          --no-product  only the peers
# --scale     instead: the product at 1 M and 10 M rows (or N and 10 N with --rows), for time and peak memory
# --rehearsal instead: what rehearsals of all rows and of a sample (10%) of 1 M rows foresee, next to the run after them
# --sync      instead: passes of the sync over 2 M customers (or --rows) of whom nobody, one in a hundred or ten have changed; a verification; and the
#             lag by the source's log while a thousand customers change in a second
# Raw timings: .local/bench/timings.tsv. Exit code 1 when a limit is missed or the product does not finish.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/postgres.sh
source "$here/postgres.sh"
# shellcheck source=scripts/bench/contenders.sh
source "$here/bench/contenders.sh"
# shellcheck source=scripts/bench/rehearsal.sh
source "$here/bench/rehearsal.sh"
# shellcheck source=scripts/bench/sync.sh
source "$here/bench/sync.sh"
# shellcheck source=scripts/bench/log.sh
source "$here/bench/log.sh"

rows='' rounds=3 peers=yes product=yes scale=no rehearsal=no sync=no sample=10%
while (($#)); do
  case $1 in
    --rows) rows=${2:?--rows needs a number} && shift 2 ;;
    --rounds) rounds=${2:?--rounds needs a number} && shift 2 ;;
    --no-peers) peers=no && shift ;;
    --no-product) product=no && shift ;;
    --scale) scale=yes && shift ;;
    --rehearsal) rehearsal=yes && shift ;;
    --sync) sync=yes && shift ;;
    --sample) sample=${2:?--sample needs a percentage} && shift 2 ;;
    -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && exit ;;
    *) fail "unknown argument '$1'; see scripts/bench.sh --help." ;;
  esac
done
[[ ${rows:-1} =~ ^[1-9][0-9]*$ && $rounds =~ ^[1-9][0-9]*$ ]] || fail "--rows and --rounds take a whole number above 0, not '$rows' and '$rounds'."
command -v psql >/dev/null || fail "psql is missing, which the bar is made of. Install PostgreSQL's client programs (Debian: apt-get install postgresql-client)."

bench=$local_state/bench
server=$bench/server.$$
timings=$bench/timings.tsv
forecasts=$bench/forecasts.tsv
mkdir -p "$bench"
product_pid=
writer_pid=
# A process in the background does not hear Ctrl-C.
trap 'trap "" INT TERM; for pid in $product_pid $writer_pid; do kill "$pid" 2>/dev/null || true; done; postgres_remove "$server"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

start_server() {
  umask 077
  postgres_remove_leftovers "$bench/server"
  postgres_start "$server" shared_buffers=1GB max_wal_size=8GB checkpoint_timeout=30min max_connections=100 "$@"
  export PGHOST=127.0.0.1 PGPORT=$postgres_port PGUSER=$postgres_user PGPASSWORD=$postgres_password PGDATABASE=postgres
  export PGAPPNAME=bench PGOPTIONS='-c client_min_messages=warning'
  ConnectionStrings__OldCrm=$(postgres_connection bench_source)
  ConnectionStrings__NewCrm=$(postgres_connection bench_target)
  export ConnectionStrings__OldCrm ConnectionStrings__NewCrm
}

make_source() {
  say "Making $1 old customers ..."
  psql -qX -v ON_ERROR_STOP=1 -c 'drop database if exists bench_source' -c 'create database bench_source'
  psql -qX -v ON_ERROR_STOP=1 -v rows="$1" -d bench_source -f "$here/bench/customers.sql"
}

# measure ROUND CONTENDER ROWS: one timing, on a fresh target, after a checkpoint. A line of timings.tsv: round, contender, rows moved,
# rows of the source, seconds, peak KiB (the product's), state.
measure() {
  local round=$1 contender=$2 count=$3 moved=$3 state='done' started seconds peak=0
  psql -qX -v ON_ERROR_STOP=1 -c 'drop database if exists bench_target' -c 'create database bench_target'
  "prepare_$contender"
  psql -qX -d bench_target -c checkpoint
  started=${EPOCHREALTIME/[.,]/}
  "move_$contender" >"$bench/$contender.log" 2>&1 || state=failed
  seconds=$(awk -v us=$((${EPOCHREALTIME/[.,]/} - started)) 'BEGIN { printf "%.3f", us / 1e6 }')
  [[ $contender != row_by_row && $contender != one_transaction ]] || moved=$((count < row_by_row_sample ? count : row_by_row_sample))
  [[ $state == failed ]] || "arrived_$contender" "$moved" || state=wrong
  [[ $contender != product ]] || peak=$product_peak
  [[ $state == 'done' ]] || { say "$contender: $state. The end of $bench/$contender.log:" && tail -n 5 "$bench/$contender.log" >&2; }
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$round" "$contender" "$moved" "$count" "$seconds" "$peak" "$state" >>"$timings"
  say "  round $round  $contender  $seconds s$([[ $peak == 0 ]] || printf '  %s MB' $((peak / 1024)))"
}

contenders=(bar)
if [[ $peers == yes && $scale$rehearsal$sync == nonono ]]; then
  contenders+=(row_by_row one_transaction)
  for peer in pgloader pgcopydb; do
    if command -v "$peer" >/dev/null; then contenders+=("$peer"); else say "$peer is not installed (Debian: apt-get install $peer): left out."; fi
  done
fi
[[ $product == no ]] || contenders+=(product)
[[ $scale$rehearsal$sync == nonono ]] || contenders=(product)
if [[ " ${contenders[*]} " == *' product '* ]]; then
  require_dotnet
  "$here/crm-migrate" --help >"$bench/product.log" 2>&1 || fail "the product could not be built: see $bench/product.log."
fi

if [[ $scale == yes ]]; then sizes=("${rows:-1000000}" "$((${rows:-1000000} * 10))"); else sizes=("${rows:-2000000}"); fi
if [[ $sync == yes ]]; then start_server wal_level=logical; else start_server; fi
: >"$timings"
say "PostgreSQL $(psql -AtXc 'show server_version'), $(nproc) cores; load now: $(cut -d' ' -f1-3 /proc/loadavg)."
if [[ $rehearsal == yes ]]; then
  : >"$forecasts"
  make_source "${rows:-1000000}"
  for ((round = 1; round <= rounds; round++)); do forecast "$round"; done
  summarize_forecasts && exit || exit 1
fi
if [[ $sync == yes ]]; then
  make_source "${sizes[0]}"
  psql -qX -v ON_ERROR_STOP=1 -c 'create database bench_target'
  "$here/crm-migrate" run "$here/bench/plan.json" >"$bench/product.log" 2>&1 </dev/null || fail "the product did not finish: see $bench/product.log."
  pass 0 'links are made' select 60 0
  : >"$timings"
  for ((round = 1; round <= rounds; round++)); do passes "$round" "${sizes[0]}"; done
  comparisons "$rounds"
  log_lags
  summarize_passes && exit || exit 1
fi
for size in "${sizes[@]}"; do
  make_source "$size"
  for ((round = 1; round <= rounds; round++)); do
    for contender in "${contenders[@]}"; do measure "$round" "$contender" "$size"; done
  done
done

awk -v small="${sizes[0]}" -v scale="$scale" -f "$here/bench/summary.awk" "$timings"
