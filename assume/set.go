package assume

import "slices"

// A set is a set of reals: disjoint intervals in increasing order that do not
// touch.
type set []Interval

var everything = set{Reals}

// complement returns the reals that are not in s.
func (s set) complement() set {
	var z set
	lo := minusInf
	for _, i := range s {
		if gap := (Interval{lo, bound{i.lo.value, i.lo.inf, !i.lo.open}}); i.lo.inf == 0 && gap.valid() {
			z = append(z, gap)
		}
		lo = bound{i.hi.value, i.hi.inf, !i.hi.open}
		if i.hi.inf > 0 {
			return z
		}
	}
	return append(z, Interval{lo, plusInf})
}

func (s set) intersect(t set) set {
	var z set
	for _, i := range s {
		for _, j := range t {
			if k, ok := i.intersect(j); ok {
				z = append(z, k)
			}
		}
	}
	slices.SortFunc(z, func(a, b Interval) int {
		if lower(a.lo, b.lo) {
			return -1
		}
		return 1
	})
	return z
}

func (s set) union(t set) set { return s.complement().intersect(t.complement()).complement() }

func (s set) equal(t set) bool {
	same := func(a, b bound) bool { return compare(a, b) == 0 && a.open == b.open }
	return slices.EqualFunc(s, t, func(i, j Interval) bool { return same(i.lo, j.lo) && same(i.hi, j.hi) })
}

// maxPieces limits the sets that conditions are merged into.
const maxPieces = 64
