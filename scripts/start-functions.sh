#!/usr/bin/env bash
# Runs the Functions app on this machine: publishes it, starts Azurite for its storage, and starts the Functions host from the published folder.
#
#   scripts/start-functions.sh [--port N]        N: 7071
#
# Needs Azure Functions Core Tools (func): those on PATH, else the npm package azure-functions-core-tools, installed into .local/.
# Connections are taken from the environment (ConnectionStrings__OldCrm, ConnectionStrings__NewCrm), other settings from
# local.settings.sample.json. Ctrl-C stops everything that it started.

set -euo pipefail
# shellcheck source=scripts/azurite.sh
source "$(dirname "${BASH_SOURCE[0]}")/azurite.sh"

port=7071
while (($#)); do
  case $1 in
    --port) port=${2:?--port needs a number} && shift 2 ;;
    -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && exit ;;
    *) fail "unknown argument '$1'; see scripts/start-functions.sh --help." ;;
  esac
done

app=$local_state/functions
storage=$local_state/functions-storage
tools=$local_state/core-tools

find_func() {
  func=$(command -v func || true)
  [[ -n $func ]] || ! command -v npm >/dev/null || {
    [[ -x $tools/node_modules/.bin/func ]] || npm install --prefix "$tools" --no-fund --no-audit --silent azure-functions-core-tools@4 >/dev/null 2>&1 || true
    func=$tools/node_modules/.bin/func
  }
  [[ -n $func ]] && "$func" --version >/dev/null 2>&1 ||
    fail "Azure Functions Core Tools are not on this machine and could not be installed from npm. The same flow and HTTP interface run without them: ./scripts/crm-migrate serve."
}

require_dotnet
find_func
rm -rf "$app" # what an earlier version published
building quietly dotnet publish "$checkout/src/CrmMigration.Functions/CrmMigration.Functions.csproj" -c Release -v quiet -o "$app" ||
  fail "the Functions app could not be published: its packages (Microsoft.Azure.Functions.Worker and its extensions) must be restorable from a NuGet source."

trap 'trap "" INT TERM; azurite_stop "$storage"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
azurite_start "$storage" --persist
(umask 077 && sed "s|UseDevelopmentStorage=true|$azurite_connection|" "$checkout/local.settings.sample.json" >"$app/local.settings.json")
(cd "$app" && "$func" start --port "$port")
