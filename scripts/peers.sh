#!/usr/bin/env bash
# Times symgrad side by side with GiNaC, in one run on one machine.
#
# DIRECTORY has the runners: symgrad_run.py, ginac_run.cc with common_cc.h, and
# the tasks in workloads.json and workloads.tsv. GiNaC and a C++ compiler have to
# be there (Debian: libginac-dev, g++, pkg-config). Figures are CPU seconds, the
# least of several calls, the formula already read; a ratio above 1 says how
# many times symgrad is faster.
#
# usage: peers.sh DIRECTORY [RESULTS [TASK...]]      TASK: W1 W2 (default: both)
set -eu
[ $# -ge 1 ] || {
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}
peers=$(cd "$1" && pwd)
results=${2:-$(mktemp -d)}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- W1 W2
mkdir -p "$results"
results=$(cd "$results" && pwd)
for f in symgrad_run.py ginac_run.cc workloads.json workloads.tsv; do
  [ -f "$peers/$f" ] || {
    echo "peers.sh: $peers has no $f" >&2
    exit 2
  }
done
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/symgrad" ./cmd/symgrad
# The flags of pkg-config are several words.
# shellcheck disable=SC2046
g++ -O2 -I "$peers" "$peers/ginac_run.cc" -o "$work/ginac" $(pkg-config --cflags --libs ginac)
limit=${LIMIT:-120}
for w in "$@"; do
  python3 "$peers/symgrad_run.py" "$work/symgrad" "$w" > "$results/symgrad_$w.jsonl"
  : > "$results/ginac_$w.jsonl"
  # One process an item: what takes too long ends without the others.
  for id in $(awk -F '\t' -v w="$w" '$1 == w { print $2 }' "$peers/workloads.tsv" | sort -u); do
    timeout "$limit" "$work/ginac" "$peers/workloads.tsv" "$w" "$id" >> "$results/ginac_$w.jsonl" ||
      echo "$w $id: GiNaC ended after more than $limit s, or failed" >&2
  done
done
python3 - "$results" "$@" <<'P'
import json, sys
results, tasks = sys.argv[1], sys.argv[2:]
def times(peer, w):
    out = {}
    for line in open(f'{results}/{peer}_{w}.jsonl'):
        try: d = json.loads(line)
        except ValueError: continue
        if isinstance(d.get('t'), (int, float)): out[d['id']] = d['t']
    return out
print(f"{'task':6}{'item':14}{'symgrad ms':>12}{'GiNaC ms':>12}{'ratio':>10}")
for w in tasks:
    own, other = times('symgrad', w), times('ginac', w)
    for i in own:
        there = i in other
        print(f"{w:6}{i:14}{own[i]*1e3:12.4g}{other[i]*1e3 if there else float('nan'):12.4g}{other[i]/own[i] if there else float('nan'):10.1f}")
P
echo "the answers are in $results" >&2
