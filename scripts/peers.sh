#!/usr/bin/env bash
# Times symgrad side by side with other systems, in one run on one machine:
# GiNaC for derivatives (W1, W2), giac for products multiplied out (W3), PARI/GP
# and GiNaC for Taylor series (W4), SymPy for simplification (W5), FriCAS and Maxima for
# derivatives compared with formulas (W6).
#
# DIRECTORY has the runners: symgrad_run.py, sympy_run.py, repl_run.py,
# ginac_run.cc with common_cc.h, and the tasks in workloads.json and
# workloads.tsv. Debian has the systems: libginac-dev g++ pkg-config, xcas,
# pari-gp, python3-sympy, fricas, maxima. What is not there is left out. Figures
# are CPU time, the least of several calls, the formula already read. A ratio
# above 1 says how many times symgrad is faster.
#
# usage: peers.sh DIRECTORY [RESULTS [TASK...]]      TASK: W1 to W6 (default: all)
set -eu
[ $# -ge 1 ] || {
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}
peers=$(cd "$1" && pwd)
results=${2:-$(mktemp -d)}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- W1 W2 W3 W4 W5 W6
mkdir -p "$results"
results=$(cd "$results" && pwd)
for f in symgrad_run.py workloads.json workloads.tsv; do
  [ -f "$peers/$f" ] || {
    echo "peers.sh: $peers has no $f" >&2
    exit 2
  }
done
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/symgrad" ./cmd/symgrad
limit=${LIMIT:-120}

# items TASK lists the items of a task.
items() { awk -F '\t' -v w="$1" '$1 == w { print $2 }' "$peers/workloads.tsv" | sort -u; }

# run PEER TASK prints JSON lines, one for each item.
run() {
  case $1 in
  ginac)
    # The flags of pkg-config are several words.
    # shellcheck disable=SC2046
    [ -x "$work/ginac" ] || g++ -O2 -I "$peers" "$peers/ginac_run.cc" -o "$work/ginac" $(pkg-config --cflags --libs ginac)
    # One process an item: what takes too long ends without the others.
    for id in $(items "$2"); do
      timeout "$limit" "$work/ginac" "$peers/workloads.tsv" "$2" "$id" ||
        echo "$2 $id: GiNaC ended after more than $limit s, or failed" >&2
    done
    ;;
  sympy) /usr/bin/python3 "$peers/sympy_run.py" "$2" ;;
  *) LIMIT=$limit /usr/bin/python3 "$peers/repl_run.py" "$1" "$2" ;;
  esac
}

declare -A others=([W1]=ginac [W2]=ginac [W3]="giac gp" [W4]="gp ginac" [W5]=sympy [W6]="fricas maxima")
for w in "$@"; do
  # The peers repeat what is short for 0.3 s and more, and take the least time.
  repeats=5
  [ "$w" != W4 ] || repeats=300
  /usr/bin/python3 "$peers/symgrad_run.py" "$work/symgrad" "$w" '*' $repeats > "$results/symgrad_$w.jsonl"
  for p in ${others[$w]}; do
    run "$p" "$w" > "$results/${p}_$w.jsonl" || echo "peers.sh: no figures of $p for $w" >&2
  done
done
/usr/bin/python3 - "$results" "$@" <<'P'
import glob, json, os, sys
results, tasks = sys.argv[1], sys.argv[2:]

def times(path):
    """Seconds by peer and item; a peer may have several ways."""
    out = {}
    for line in open(path):
        try: d = json.loads(line)
        except ValueError: continue
        if isinstance(d.get('t'), (int, float)): out.setdefault(d['peer'], {})[d['id']] = d['t']
    return out

print(f"{'task':5}{'item':16}{'peer':18}{'symgrad ms':>12}{'peer ms':>12}{'ratio':>10}")
def row(w, item, peer, own, other):
    print(f"{w:5}{item:16}{peer:18}{own*1e3:12.4g}{other*1e3:12.4g}{other/own:10.1f}")
for w in tasks:
    own = times(f'{results}/symgrad_{w}.jsonl')['symgrad']
    for path in sorted(glob.glob(f'{results}/*_{w}.jsonl')):
        if os.path.basename(path).startswith('symgrad'): continue
        for peer, other in sorted(times(path).items()):
            both = [i for i in own if i in other]
            if not both: continue
            if len(own) > 20:
                row(w, f'sum of {len(both)}', peer, sum(own[i] for i in both), sum(other[i] for i in both))
                continue
            for i in both: row(w, i, peer, own[i], other[i])
P
echo "the answers are in $results" >&2
