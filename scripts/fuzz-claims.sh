#!/usr/bin/env bash
# Decides random claims and compares the verdicts with an oracle. It stops at
# the first wrong one and prints it, with the number that makes it again:
#
#   scripts/fuzz-claims.sh                      # a million claims
#   scripts/fuzz-claims.sh 10000 2 5000001      # CLAIMS WORKERS FIRST
#   SYMGRAD_CLAIMS_KIND=slope scripts/fuzz-claims.sh 5000
#   scripts/fuzz-claims.sh 1 1 4711             # claim 4711 again
#
# Each worker takes one share of the numbers; set SYMGRAD_CLAIMS_KEEP=1 to go
# on after a wrong verdict. Kinds are those of internal/claimgen.
set -eu
cd "$(dirname "$0")/.."
claims=${1:-1000000}
workers=${2:-$(nproc)}
first=${3:-1}
dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$dir"' EXIT
go test -c -o "$dir/claim.test" ./claim
share=$(((claims + workers - 1) / workers))
for ((i = 0; i < workers; i++)); do
  (cd claim && SYMGRAD_CLAIMS=$share SYMGRAD_CLAIMS_FROM=$((first + i * share)) GOMAXPROCS=1 GOGC=400 nice "$dir/claim.test" \
    -test.run '^TestNoVerdictIsWrong$' -test.v -test.timeout 0 2>&1 | sed -u "s/^/$((i + 1)): /"
    exit "${PIPESTATUS[0]}") &
done
status=0
for ((i = 0; i < workers; i++)); do
  wait -n || {
    status=1
    [ -n "${SYMGRAD_CLAIMS_KEEP:-}" ] || break
  }
done
exit $status
