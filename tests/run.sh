#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, runs every test project, and ends with one line:
# "N passed, N failed" (", N skipped" may follow). Fails when anything failed or nothing ran.
set -uo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else echo "need root for: $*" >&2; return 1; fi; }

# Debian: a browser, a mail server that nobody here wrote (postfix brings smtp-sink), PostgreSQL for the second database.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
[ -x /usr/sbin/smtp-sink ] || missing+=(postfix)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null; then
    echo "installing: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
  else
    echo "not installed and no apt-get here: ${missing[*]}; the tests that need them say so" >&2
  fi
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
configuration=${CONFIGURATION:-Release}
passed=0 failed=0 skipped=0
finish() {
  line="$passed passed, $failed failed"
  [ "$skipped" -gt 0 ] && line="$line, $skipped skipped"
  echo "$line"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

if ! dotnet build WorkBridge.sln -c "$configuration" -v q; then
  echo "the build failed"
  failed=1
  finish
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet test "$project" -c "$configuration" --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" --blame-hang-timeout 8m </dev/null | grep -vE '^(Test run for|A total of|Results File|VSTest)' 
  code=${PIPESTATUS[0]}
  counters=$(grep -o '<Counters [^>]*>' "$results/$name.trx" 2>/dev/null | head -1)
  number() { echo "$counters" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' || echo 0; }
  if [ -z "$counters" ]; then
    echo "$name: no result; counted as failed"
    failed=$((failed + 1))
    continue
  fi
  passed=$((passed + $(number passed)))
  wrong=$(number failed)
  failed=$((failed + wrong))
  skipped=$((skipped + $(number total) - $(number executed)))
  if [ "$code" -ne 0 ] && [ "$wrong" -eq 0 ]; then
    echo "$name: the runner failed ($code)"
    failed=$((failed + 1))
  fi
done
finish
