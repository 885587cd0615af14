#!/usr/bin/env bash
# A storm over the incremental sync: four sessions write to the old CRM without a pause while passes run, one of which is killed by SIGKILL in every
# round. Then the writers stop, the cut-over compares every row, and so does a comparison of the storm's own, with every sum of money.
#
#   scripts/storm.sh [MINUTES]        10 without it
#
# Prints the lag that each pass found, the cut-over's list, and the verdict; the exit code is 0 when nothing differs. It is the test TheStorm, which takes seconds in scripts/test.sh.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=scripts/postgres.sh
source "$here/postgres.sh"

minutes=${1:-10}
[[ $minutes =~ ^[1-9][0-9]*$ ]] || fail "MINUTES is '$minutes'; expected a whole number above 0."
server=$local_state/storm-server.$$
trap 'trap "" INT TERM; postgres_remove "$server"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

require_dotnet
say "Building the tests ..."
dotnet_build "$checkout/tests/CrmMigration.Tests/CrmMigration.Tests.csproj"
postgres_remove_leftovers "$local_state/storm-server"
postgres_start "$server" fsync=off synchronous_commit=off full_page_writes=off track_commit_timestamp=on shared_buffers=256MB max_connections=100
CRM_MIGRATION_TEST_SERVER=$(postgres_connection postgres)
export CRM_MIGRATION_TEST_SERVER CRM_MIGRATION_STORM_SECONDS=$((minutes * 60))
"$checkout/tests/CrmMigration.Tests/bin/Release/net10.0/CrmMigration.Tests" -noColor -noLogo -failSkips -showLiveOutput -class '*.TheStorm'
