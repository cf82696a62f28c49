#!/usr/bin/env bash
# Builds everything and runs all tests. Installs what the tests need: npm packages by their lock files, and Debian's chromium.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI="${CI:-}"
configuration="${CONFIGURATION:-Release}"
results="artifacts/test-results"

need() { command -v "$1" >/dev/null 2>&1 || { echo "$1 is missing. $2" >&2; exit 1; }; }
need dotnet "Install the .NET 10 SDK."
need node "Install Node 20 or later."
need npm "Install Node 20 or later, with npm."

if ! command -v chromium >/dev/null 2>&1; then
  echo "Installing chromium for the browser tests …"
  as_root=""; [ "$(id -u)" = 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
fi

rm -rf "$results"
dotnet build Bot.sln -c "$configuration" -v quiet
status=0
for project in tests/*.Tests/*.csproj tests/Baton.EndToEnd/*.csproj; do
  name="$(basename "$project" .csproj)"
  dotnet test "$project" -c "$configuration" --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" < /dev/null || status=1
done

# Totals over all result files: a project that wrote none has failed.
node -e '
const fs = require("fs"), dir = process.argv[1], projects = Number(process.argv[2]);
const files = fs.existsSync(dir) ? fs.readdirSync(dir).filter(f => f.endsWith(".trx")) : [];
let passed = 0, failed = 0, skipped = 0;
for (const f of files) {
  const c = /<Counters ([^>]*)/.exec(fs.readFileSync(`${dir}/${f}`, "utf8"))?.[1] ?? "";
  const n = k => Number(new RegExp(`\\b${k}="(\\d+)"`).exec(c)?.[1] ?? 0);
  passed += n("passed"); failed += n("failed") + n("error") + n("timeout") + n("aborted"); skipped += n("total") - n("executed");
}
if (files.length < projects) { console.log(`${projects - files.length} test project(s) wrote no result.`); failed += projects - files.length; }
if (passed === 0) failed = Math.max(failed, 1);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed ? 1 : 0);
' "$results" "$(ls -d tests/*.Tests tests/Baton.EndToEnd | wc -l)" || status=1
exit $status
