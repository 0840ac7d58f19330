#!/usr/bin/env bash
# The Go benchmarks, in the format that benchstat compares:
#
#   scripts/bench.sh > before.txt
#   scripts/bench.sh > after.txt
#   go run golang.org/x/perf/cmd/benchstat@latest before.txt after.txt
#
# usage: bench.sh [PATTERN [COUNT [PACKAGE...]]]
set -eu
cd "$(dirname "$0")/.."
pattern=${1:-.}
count=${2:-6}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- ./...
go test -run '^$' -bench "$pattern" -benchmem -benchtime 300ms -count "$count" "$@" |
  grep -v -e '^ok ' -e '^PASS' -e 'no test files'
