# Sourced by every script: where the checkout is, where its state may lie, and what must be on the machine.
# Sets `checkout` and `local_state` (the ignored folder .local/), and gives the tools a home when the user has none.

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
local_state=$checkout/.local
mkdir -p "$local_state"

# dotnet and npm stop without a home directory they can write to.
if [[ -z ${HOME:-} || ! -d ${HOME:-} || ! -w ${HOME:-} ]]; then
  export HOME=$local_state/home
  mkdir -p "$HOME"
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# A build leaves no compiler or MSBuild server behind.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "${0##*/}: $*"
  exit 1
}

# The SDK that global.json asks for must be there, not only some dotnet.
require_dotnet() {
  command -v dotnet >/dev/null ||
    fail "the .NET 10 SDK is missing (no 'dotnet' on PATH). Install it from https://dotnet.microsoft.com/download and run this again."
  (cd "$checkout" && dotnet --version) >/dev/null 2>&1 ||
    fail "dotnet is here, but no SDK that fits global.json ($(sed -n 's/.*"version": *"\(.*\)".*/\1/p' "$checkout/global.json") or later). Install the .NET 10 SDK."
}

# require_node SENTENCE: what Node.js and npm are needed for, and what would do instead.
require_node() {
  { command -v node && command -v npm; } >/dev/null || fail "$1"
}

# A minimal container has no ps.
process_arguments() {
  if [[ -r /proc/$1/cmdline ]]; then tr '\0' ' ' <"/proc/$1/cmdline"; else ps -p "$1" -o args= 2>/dev/null; fi
}

# Runs a command quietly: its output is shown only when it fails.
quietly() {
  local output status=0
  output=$("$@" 2>&1) || status=$?
  if ((status != 0)); then
    say "$output"
    say "${0##*/}: '$*' failed with exit code $status."
  fi
  return "$status"
}

# One build of the checkout at a time, where the machine has flock.
building() {
  (
    exec 9>"$local_state/build.lock"
    ! command -v flock >/dev/null || flock 9
    cd "$checkout" && "$@" 9>&-
  )
}

# dotnet_build PROJECT: Release, quiet unless it fails.
dotnet_build() { building quietly dotnet build "$1" -c Release -v quiet; }

# dotnet_program PROJECT DIR: the program as users run it, native code first; plain where the package with that compiler is not served.
dotnet_program() {
  building dotnet publish "$1" -c Release -v quiet --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o "$2" >/dev/null 2>&1 ||
    building quietly dotnet publish "$1" -c Release -v quiet -o "$2"
}
