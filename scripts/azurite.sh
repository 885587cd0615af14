#!/usr/bin/env bash
# A private Azurite, the storage emulator of Azure, on free ports of 127.0.0.1: a command, or a file to source.
#
#   scripts/azurite.sh start DIR [--persist]   prints the connection string
#   scripts/azurite.sh stop DIR
#
# Without --persist it keeps everything in memory; with it, blobs, queues and tables outlive a stop, in DIR/data. Azurite comes from npm,
# once, into .local/azurite. DIR keeps: key (mode 600), log, pid.

set -euo pipefail
# shellcheck source=scripts/checkout.sh
source "$(dirname "${BASH_SOURCE[0]}")/checkout.sh"

azurite_version=3.35.0
azurite_account=crmmigration
azurite_program=$local_state/azurite/node_modules/azurite/dist/src/azurite.js

azurite_install() {
  local folder=$local_state/azurite
  require_node "Node.js with npm is missing, which brings Azurite, the storage emulator. Install Node.js 20 or later."
  [[ ! -f $folder/installed-$azurite_version ]] || return 0
  say "Installing the npm package azurite@$azurite_version ..."
  rm -rf "$folder" && mkdir -p "$folder"
  quietly npm install --prefix "$folder" --cache "$local_state/npm-cache" --ignore-scripts --no-audit --no-fund --no-save \
    "azurite@$azurite_version" || fail "npm could not install Azurite."
  rm -rf "$local_state/npm-cache"
  [[ -f $azurite_program ]] || fail "the npm package azurite@$azurite_version has no program $azurite_program."
  touch "$folder/installed-$azurite_version"
}

# The key is this folder's own, not the one that every Azurite knows.
azurite_make_key() {
  [[ -s $1/key ]] || (umask 077 && od -An -N64 -tx1 /dev/urandom | tr -d ' \n' | base64 -w 0 >"$1/key")
  azurite_key=$(<"$1/key")
}

# azurite_address DIR SERVICE: what the service said it listens at; the ports are the system's choice.
azurite_address() {
  sed -n "s/^Azurite $2 service is successfully listening at \(http:[^ ]*\).*/\1/p" "$1/log" | tail -n 1
}

azurite_wait() {
  local state=$1 pid=$2 try
  for ((try = 0; try < 600; try++)); do
    [[ -z $(azurite_address "$state" Blob) || -z $(azurite_address "$state" Queue) || -z $(azurite_address "$state" Table) ]] || return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$state/log" >&2
  fail "Azurite did not start; its log is $state/log."
}

# azurite_start DIR [--persist]   sets azurite_connection.
azurite_start() {
  local state=$1 data=(--inMemoryPersistence)
  mkdir -p "$state"
  state=$(cd "$state" && pwd -P)
  case ${2:-} in
    '') ;;
    --persist) data=(--location "$state/data") ;;
    *) fail "unknown argument '$2'; expected --persist." ;;
  esac
  azurite_stop "$state" # one left by a killed script
  azurite_install
  azurite_make_key "$state"
  : >"$state/log"
  AZURITE_ACCOUNTS=$azurite_account:$azurite_key nohup node "$azurite_program" "${data[@]}" --blobPort 0 --queuePort 0 --tablePort 0 \
    --disableTelemetry --skipApiVersionCheck --silent >>"$state/log" 2>&1 </dev/null &
  printf '%s' "$!" >"$state/pid"
  azurite_wait "$state" "$!"
  azurite_connection="DefaultEndpointsProtocol=http;AccountName=$azurite_account;AccountKey=$azurite_key"
  azurite_connection+=";BlobEndpoint=$(azurite_address "$state" Blob)/$azurite_account"
  azurite_connection+=";QueueEndpoint=$(azurite_address "$state" Queue)/$azurite_account"
  azurite_connection+=";TableEndpoint=$(azurite_address "$state" Table)/$azurite_account;"
}

# Stops the Azurite of DIR by its process id; nothing happens when none runs.
azurite_stop() {
  local pid try
  pid=$(cat "$1/pid" 2>/dev/null) || return 0
  rm -f "$1/pid"
  # After a reboot the id may be another program's.
  [[ $pid =~ ^[0-9]+$ ]] && process_arguments "$pid" | grep -qF "$azurite_program" || return 0
  kill -TERM "$pid" 2>/dev/null || return 0
  for ((try = 0; try < 100; try++)); do
    process_arguments "$pid" | grep -qF "$azurite_program" || return 0
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
}

# Stops it and removes all that DIR held.
azurite_remove() {
  azurite_stop "$1"
  rm -rf "$1"
}

# azurite_remove_leftovers PREFIX: a script killed outright leaves PREFIX.PID behind; those whose process is gone are removed.
azurite_remove_leftovers() {
  local state
  for state in "$1".*; do
    [[ ! -d $state ]] || kill -0 "${state##*.}" 2>/dev/null || azurite_remove "$state"
  done
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  case ${1:-} in
    start)
      azurite_start "${2:?usage: scripts/azurite.sh start DIR [--persist]}" "${@:3}"
      printf '%s\n' "$azurite_connection"
      ;;
    stop) azurite_stop "${2:?usage: scripts/azurite.sh stop DIR}" ;;
    *) fail "usage: scripts/azurite.sh start DIR [--persist] | stop DIR" ;;
  esac
fi
