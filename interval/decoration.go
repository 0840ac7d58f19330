package interval

// A Decoration says what is known about an expression on a box of arguments.
// Decorations are ordered, and the decoration of a composition is the
// smallest of those of its parts.
//
// Continuity is that of the restriction to the box, as in IEEE 1788-2015
// (11.2): sqrt is continuous on [0, 1].
type Decoration uint8

const (
	// Nowhere: the expression is undefined at every point of the box; the
	// interval is empty. It is the zero value.
	Nowhere Decoration = iota
	// Maybe: nothing is known; the interval encloses the values at those
	// points where the expression is defined (IEEE 1788: trv).
	Maybe
	// Defined: defined at every point of the box (IEEE 1788: def).
	Defined
	// Continuous: defined and continuous on the box (IEEE 1788: dac; com
	// where the interval is bounded, too).
	Continuous
)

// String returns the name of d in lower case.
func (d Decoration) String() string {
	switch d {
	case Nowhere:
		return "nowhere"
	case Maybe:
		return "maybe"
	case Defined:
		return "defined"
	}
	return "continuous"
}
