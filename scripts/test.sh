#!/usr/bin/env bash
# Checks the sources, builds the tests and runs them all against a private PostgreSQL and Azurite; ends with "N passed, N failed".
#
#   scripts/test.sh [OPTION OF THE TEST PROGRAMS]...      e.g. -class '*.PlanReading' (see the programs' -?)
#
# CRM_MIGRATION_TEST_SERVER, when set, names the server to use instead: an Npgsql connection string of a user that may create databases.
# The comparison with Debian's python3-phonenumbers runs where that is installed, and the test of transaction numbers beyond 2^32 where pg_resetwal is.
# CRM_MIGRATION_TEST_AZURITE, when set, is the connection string of the Azurite to use instead. A skipped test counts as failed.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/postgres.sh
source "$here/postgres.sh"
# shellcheck source=scripts/azurite.sh
source "$here/azurite.sh"

passed=0 failed=0
server=$local_state/test-server.$$
storage=$local_state/test-storage.$$
results=$local_state/test-results
rm -rf "$results" && mkdir -p "$results"

finish() {
  local status=$?
  trap '' INT TERM
  postgres_remove "$server"
  azurite_remove "$storage"
  ((status == 0 || failed > 0)) || failed=1
  ((passed + failed > 0)) || say "No test ran."
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0)) || exit $((status > 0 ? status : 1))
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# check SENTENCE COMMAND...: a check that fails counts as one failed test and the rest goes on.
check() {
  local sentence=$1
  shift
  "$@" && return
  say "FAILED: $sentence"
  failed=$((failed + 1))
}

# Code style beyond whitespace is an error of the build (EnforceCodeStyleInBuild); the folder form needs no restore and takes seconds.
sources_are_formatted() {
  local folder status=0
  for folder in src tests; do
    (cd "$checkout" && dotnet format whitespace "$folder" --folder --verify-no-changes) || status=1
  done
  return "$status"
}

checkout_files() {
  find "$checkout" \( -name bin -o -name obj -o -name .git -o -name .local -o -name node_modules \) -prune -o -type f "$@" -print
}

files_are_short() {
  local file status=0
  while read -r file; do
    (($(wc -l <"$file") < 300)) || { say "$file has $(wc -l <"$file") lines; a file has less than 300." && status=1; }
  done < <(checkout_files \( -name '*.cs' -o -name '*.csproj' -o -name '*.sql' -o -name '*.sh' -o -name '*.awk' -o -name '*.bicep' -o -name '*.html' -o -name '*.css' \))
  return "$status"
}

scripts_are_sound() {
  local scripts=() file status=0
  while read -r file; do
    [[ $file != *.sh ]] && ! head -n 1 "$file" | grep -q '^#!.*bash' || scripts+=("$file")
  done < <(checkout_files \( -path "$checkout/scripts/*" -o -path "$checkout/.ci/*" \))
  for file in "${scripts[@]}"; do bash -n "$file" || status=1; done
  ! command -v shellcheck >/dev/null || (cd "$checkout" && shellcheck -S warning -s bash -x "${scripts[@]}") || status=1
  return "$status"
}

# What .NET leaves of a process that a test kills, and the exporter of Application Insights for a later try (Microsoft), is none of the tests'
# business.
tests_leave_no_litter() {
  local litter
  litter=$(find "$1" -mindepth 1 -maxdepth 1 ! -name 'dotnet-diagnostic-*' ! -name 'clr-debug-pipe-*' ! -name .dotnet ! -name Microsoft)
  rm -rf "$1"
  [[ -z $litter ]] || { say "$litter" && return 1; }
}

# The tests make and drop thousands of databases of hundreds of files each, which is several times as fast in memory. They need a few hundred MB.
memory_holds_files() {
  local free
  [[ -z ${CRM_MIGRATION_POSTGRES_HOME:-} && -w /dev/shm ]] || return
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1) || return
  ((free > 4000000)) && (($(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo) > 8000000))
}

run_tests() {
  local project=$1 name result temporary status=0 counts
  name=$(basename "$project" .csproj)
  result=$results/$name.xml
  shift
  say "$name"
  temporary=$(mktemp -d)
  # Code that lives for a second is not worth profiling, nor its pages a mapping of their own for writing.
  TMPDIR=$temporary DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0 "$(dirname "$project")/bin/Release/net10.0/$name" -noColor -noLogo -maxThreads 3 -failSkips -result-xml "$result" "$@" >&2 || status=$?
  counts=$(sed -n 's/.*<assembly [^>]*errors="\([0-9]*\)" failed="\([0-9]*\)"[^>]* passed="\([0-9]*\)"[^>]* skipped="\([0-9]*\)".*/\1 \2 \3 \4/p' "$result" 2>/dev/null | head -n 1) || true
  read -r errors failures passes skips <<<"${counts:-0 0 0 0}"
  passed=$((passed + passes))
  failed=$((failed + errors + failures + skips))
  check "$name leaves nothing in the temporary folder" tests_leave_no_litter "$temporary"
  # It died before it could tell, or it tells less than its exit code does.
  ((status == 0 || errors + failures + skips > 0)) || { say "FAILED: $name ended with exit code $status." && failed=$((failed + 1)); }
}

require_dotnet
check "the sources are formatted (dotnet format puts it right)" sources_are_formatted
check "no file has 300 lines or more" files_are_short
check "the scripts are sound" scripts_are_sound

projects=()
for project in "$checkout"/tests/*.Tests/*.Tests.csproj; do
  [[ -f $project ]] || continue
  say "Building $(basename "$project" .csproj) ..."
  if dotnet_build "$project"; then projects+=("$project"); else failed=$((failed + 1)); fi
done

if [[ -z ${CRM_MIGRATION_TEST_SERVER:-} ]]; then
  postgres_remove_leftovers "$local_state/test-server"
  if memory_holds_files; then export CRM_MIGRATION_POSTGRES_HOME=/dev/shm; fi
  postgres_start "$server" fsync=off synchronous_commit=off full_page_writes=off shared_buffers=256MB max_connections=300 wal_level=logical max_replication_slots=20
  CRM_MIGRATION_TEST_SERVER=$(postgres_connection postgres)
  export CRM_MIGRATION_TEST_SERVER
fi
if [[ -z ${CRM_MIGRATION_TEST_AZURITE:-} ]]; then
  azurite_remove_leftovers "$local_state/test-storage"
  azurite_start "$storage"
  export CRM_MIGRATION_TEST_AZURITE=$azurite_connection
fi
without=()
if ! /usr/bin/python3 -c 'import phonenumbers' 2>/dev/null; then
  say "python3-phonenumbers is not installed (Debian: apt-get install python3-phonenumbers): phone numbers are not compared with it."
  without=(-class- '*.DebianPhonenumbersAgrees')
fi
postgres_choose_user
postgres_find_binaries
if [[ ! -x $postgres_bin/pg_resetwal ]]; then
  say "$postgres_bin has no pg_resetwal (a server package has, the one from npm has not): transaction numbers beyond 2^32 are not tested."
  without+=(-class- '*.TransactionNumbersWrap')
fi
for project in ${projects[@]+"${projects[@]}"}; do run_tests "$project" ${without[@]+"${without[@]}"} "$@"; done
