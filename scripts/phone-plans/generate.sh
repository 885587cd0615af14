#!/usr/bin/env bash
# Makes src/CrmMigration/Clean/Phones/phone-plans.bin anew, from the metadata that npm's libphonenumber-js carries of libphonenumber.
#
#   scripts/phone-plans/generate.sh [VERSION]
#
# VERSION is that of libphonenumber-js; without it, the one that the committed file was made from. Write a new one into this script, and
# the version of libphonenumber-csharp whose metadata is of the same time into Directory.Packages.props: the tests compare with it.
# Needs Node.js 20 with npm.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
version=${1:-1.13.16}
output=$(cd "$here/../../src/CrmMigration/Clean/Phones" && pwd -P)/phone-plans.bin

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && npm pack --silent "libphonenumber-js@$version" >/dev/null && tar -xzf libphonenumber-js-*.tgz)
node "$here/generate.mjs" "$folder/package" "$output"
