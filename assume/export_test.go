package assume

import "github.com/symgrad/symgrad/rational"

// Meets tells whether the interval has a number from lo to hi.
func (i Interval) Meets(lo, hi rational.Rat) bool {
	_, ok := i.intersect(Interval{bound{value: lo}, bound{value: hi}})
	return ok
}
