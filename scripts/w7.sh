#!/usr/bin/env bash
# Times batches of package numeric side by side with the same network written by
# hand, in one run on one machine: value and all 288 derivatives of a layer of 16
# units (W7), 256 points in turn, ns a point, one core.
#
# DIRECTORY has w7_points.py, which writes the points, and w7/hand.c and
# w7/main.go. What is not there (python3, gcc) is left out. Run it on a machine
# that does nothing else; the figures are the least of several runs.
#
# usage: w7.sh DIRECTORY
set -eu
[ $# -eq 1 ] || {
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}
peers=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if command -v python3 >/dev/null && python3 "$peers/w7_points.py" >/dev/null 2>&1; then
  if command -v gcc >/dev/null; then
    gcc -O3 -march=native -o "$work/hand" "$peers/w7/hand.c" -lm && echo "C by hand, -O3:" && "$work/hand"
  fi
  cp "$peers/w7/main.go" "$work/main.go"
  echo "Go by hand (another compilation unit, other random points):"
  go run "$work/main.go"
fi
echo "this package, and Go by hand in its own benchmark:"
go test ./numeric -run '^$' -bench 'ByHand|Batch|Eval|Compile' -benchtime 1s | grep '^Benchmark'
