package certify

import "github.com/symgrad/symgrad/interval"

// A Truth is what is certain about a condition on a box. Yes, No and Undefined
// speak of every point of the box; Unknown is all else.
type Truth uint8

const (
	// Unknown: it holds at some points and not at others, or it could not be
	// decided.
	Unknown Truth = iota
	// No: defined and false at every point.
	No
	// Yes: defined and true at every point.
	Yes
	// Undefined: without a truth value at every point.
	Undefined
)

// String returns the name of t in lower case.
func (t Truth) String() string { return [...]string{"unknown", "no", "yes", "undefined"}[t] }

// outcomes are those that a condition may have on a box: a set of true, false
// and undefined.
type outcomes uint8

const (
	canHold outcomes = 1 << iota
	canFail
	canBeUndefined
)

// truth returns what is certain.
func (o outcomes) truth() Truth {
	switch o {
	case canHold:
		return Yes
	case canFail:
		return No
	case canBeUndefined:
		return Undefined
	}
	return Unknown
}

// decoration returns that of a value which depends on the condition. A
// condition that is decided does not change on the box.
func (o outcomes) decoration() interval.Decoration {
	switch {
	case o&(canHold|canFail) == 0:
		return interval.Nowhere
	case o&canBeUndefined != 0:
		return interval.Maybe
	case o == canHold|canFail:
		return interval.Defined
	}
	return interval.Continuous
}

// decided returns the outcomes of a relation whose sides have the smaller
// decoration d, from whether it certainly holds or fails where they have
// values.
func decided(holds, fails bool, d interval.Decoration) (o outcomes) {
	if d < interval.Defined {
		o = canBeUndefined
	}
	switch {
	case d == interval.Nowhere:
	case holds:
		o |= canHold
	case fails:
		o |= canFail
	default:
		o |= canHold | canFail
	}
	return o
}

// connect returns the outcomes of and (all = true) or or, evaluated from left
// to right until one decides.
func connect(all bool, registers []int32, truth []outcomes) outcomes {
	goOn, stop := canHold, canFail
	if !all {
		goOn, stop = canFail, canHold
	}
	var o outcomes
	for _, r := range registers {
		o |= truth[r] & (stop | canBeUndefined)
		if truth[r]&goOn == 0 {
			return o
		}
	}
	return o | goOn
}

// domain returns the decoration that a condition on the domain of a function
// leaves.
func domain(o outcomes) interval.Decoration {
	switch {
	case o&canHold == 0:
		return interval.Nowhere
	case o != canHold:
		return interval.Maybe
	}
	return interval.Continuous
}
