package interval

import "cmp"

// The comparisons of Floats mean the same as those of Intervals.

// Less tells whether x < y certainly.
func (x Float) Less(y Float) bool {
	if x.IsEmpty() || y.IsEmpty() {
		return true
	}
	return x.hi < y.lo || x.hi == y.lo && (x.gaps&noHi != 0 || y.gaps&noLo != 0)
}

// LessEqual tells whether x <= y certainly.
func (x Float) LessEqual(y Float) bool {
	return x.IsEmpty() || y.IsEmpty() || x.hi <= y.lo
}

// Separated tells whether x and y have no point in common.
func (x Float) Separated(y Float) bool { return x.Intersect(y).IsEmpty() }

// Equal tells whether x and y are the same number certainly.
func (x Float) Equal(y Float) bool {
	return x.IsEmpty() || y.IsEmpty() || x.lo == x.hi && y.lo == y.hi && x.lo == y.lo
}

// Contains tells whether the finite number v is in x.
func (x Float) Contains(v float64) bool {
	if x.IsEmpty() || v == 0 && x.NonZero() {
		return false
	}
	return (x.lo < v || x.lo == v && x.gaps&noLo == 0) && (v < x.hi || v == x.hi && x.gaps&noHi == 0)
}

// ContainsFloat tells whether every point of y is in x.
func (x Float) ContainsFloat(y Float) bool {
	switch {
	case y.IsEmpty():
		return true
	case x.IsEmpty(), x.NonZero() && !y.NonZero():
		return false
	}
	extra := ends(x.lower(), x.upper()) &^ ends(y.lower(), y.upper())
	return (x.lo < y.lo || x.lo == y.lo && extra&noLo == 0) && (x.hi > y.hi || x.hi == y.hi && extra&noHi == 0)
}

// Hull returns the smallest interval that contains x and y, with the smaller
// decoration of those that are not empty, or Maybe where one of two is empty:
// the value of a choice between the two.
func (x Float) Hull(y Float) Float {
	switch {
	case x.IsEmpty():
		return y.WithDecoration(Maybe)
	case y.IsEmpty():
		return x.WithDecoration(Maybe)
	}
	z := Float{min(x.lo, y.lo), max(x.hi, y.hi), 0, min(x.dec, y.dec)}
	z.gaps = outer(cmp.Compare(x.lo, y.lo), x.gaps, y.gaps)&noLo | outer(cmp.Compare(y.hi, x.hi), x.gaps, y.gaps)&noHi
	if x.NonZero() && y.NonZero() {
		z = z.puncture()
	}
	return z
}

// Intersect returns the interval of the points that x and y have in common.
// Both must enclose the same value for the result to do so; it keeps the
// larger decoration then, and is empty where they are separated.
func (x Float) Intersect(y Float) Float {
	if x.IsEmpty() || y.IsEmpty() {
		return Float{}
	}
	z := Float{max(x.lo, y.lo), min(x.hi, y.hi), 0, max(x.dec, y.dec)}
	if z.lo > z.hi {
		return Float{}
	}
	z.gaps = inner(cmp.Compare(x.lo, y.lo), x.gaps, y.gaps)&noLo | inner(cmp.Compare(y.hi, x.hi), x.gaps, y.gaps)&noHi
	if x.NonZero() || y.NonZero() {
		return z.puncture().nonempty()
	}
	return z.nonempty()
}

// clip returns the part of x in the domain [lo, hi], with the decoration that
// it deserves: Nowhere if there is none, Maybe if a part of x is cut off.
func (x Float) clip(lo, hi float64) Float {
	if x.IsEmpty() || x.hi < lo || x.lo > hi {
		return Float{}
	}
	if lo <= x.lo && x.hi <= hi {
		return x
	}
	nonzero := x.NonZero()
	x.dec = min(x.dec, Maybe)
	if x.lo < lo {
		x.lo, x.gaps = lo, x.gaps&^noLo
	}
	if x.hi > hi {
		x.hi, x.gaps = hi, x.gaps&^noHi
	}
	x.gaps &^= noZero
	if nonzero {
		x = x.puncture()
	}
	return x.nonempty()
}
