#!/usr/bin/env bash
# Makes the names in src/CrmMigration/Clean/Places/countries.txt anew, from the Unicode CLDR. Which countries there are is left as it is.
#
#   scripts/country-names/generate.sh [VERSION]
#
# VERSION is that of npm's cldr-core and cldr-localenames-full; without it, the one that the committed file was made from. Write a new one
# into this script. Needs Node.js 20 with npm.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
version=${1:-48.2.0}
output=$(cd "$here/../../src/CrmMigration/Clean/Places" && pwd -P)/countries.txt

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for package in cldr-core cldr-localenames-full; do
  mkdir "$folder/$package"
  (cd "$folder" && npm pack --silent "$package@$version" >/dev/null && tar -xzf "$package-$version.tgz" --strip-components 1 -C "$package")
done
node "$here/generate.mjs" "$folder" "$output"
