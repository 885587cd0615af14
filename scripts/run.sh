#!/usr/bin/env bash
# A migration to look at: a private PostgreSQL, a sample old CRM in it, its migration into a new one, and the report.
#
#   scripts/run.sh [--keep]        --keep leaves the server running, to look around in it
#
# CUSTOMERS=20000 and SEED=1 size the sample. Everything lies in .local/ of the checkout; both databases are made anew each time.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/postgres.sh
source "$here/postgres.sh"

keep=no
case ${1:-} in
  '') ;;
  --keep) keep=yes ;;
  *) fail "unknown argument '$1'; expected --keep or nothing." ;;
esac
customers=${CUSTOMERS:-20000}
[[ $customers =~ ^[1-9][0-9]*$ ]] || fail "CUSTOMERS is '$customers'; expected a whole number above 0."

server=$local_state/postgres
report=$local_state/report.html
finished=no
trap 'trap "" INT TERM; [[ $keep == yes && $finished == yes ]] || postgres_stop "$server"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

require_dotnet
say "Building crm-migrate ..."
"$here/crm-migrate" --help >/dev/null
say "Starting PostgreSQL ..."
postgres_start "$server" --database old_crm --database new_crm shared_buffers=256MB max_wal_size=4GB
ConnectionStrings__OldCrm=$(postgres_connection old_crm)
ConnectionStrings__NewCrm=$(postgres_connection new_crm)
export ConnectionStrings__OldCrm ConnectionStrings__NewCrm

rm -f "$report"
"$here/crm-migrate" sample --customers "$customers" --seed "${SEED:-1}" --connection OldCrm
status=0
"$here/crm-migrate" run "$checkout/plans/legacy-crm.json" || status=$?
"$here/crm-migrate" report latest --html "$report" || true
finished=yes

say ""
[[ ! -f $report ]] || say "The report, for a browser:  $report"
if [[ $keep == yes ]]; then
  say "PostgreSQL goes on running. To look further:"
  say "  export ConnectionStrings__OldCrm='$ConnectionStrings__OldCrm'"
  say "  export ConnectionStrings__NewCrm='$ConnectionStrings__NewCrm'"
  say "  '$here/crm-migrate' rejects latest"
  say "  '$here/postgres.sh' stop '$server'"
else
  say "To look further, with the server left running:  '$here/run.sh' --keep"
fi
say "To migrate your own CRM, set ConnectionStrings__OldCrm and ConnectionStrings__NewCrm to it and use '$here/crm-migrate' (see README.md)."
exit "$status"
