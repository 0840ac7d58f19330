package assume

import "github.com/symgrad/symgrad/symbolic"

// A signs is what a relation with 0 asks of a sign.
type signs uint8

const (
	nonzero signs = iota
	greater
	less
	notLess
	notGreater
)

var zero, openZero = bound{}, bound{open: true}

// signSets are the numbers with those signs.
var signSets = [...]set{
	nonzero:    {{minusInf, openZero}, {openZero, plusInf}},
	greater:    {{openZero, plusInf}},
	less:       {{minusInf, openZero}},
	notLess:    {{zero, plusInf}},
	notGreater: {{minusInf, zero}},
}

// signsOf returns the signs that a set allows, if it is a set of signSets.
func signsOf(in set) (signs, bool) {
	for g, s := range signSets {
		if in.equal(s) {
			return signs(g), true
		}
	}
	return 0, false
}

// flip is what is asked of -x.
func (g signs) flip() signs { return [...]signs{nonzero, less, greater, notGreater, notLess}[g] }

// strict tells whether 0 is not allowed.
func (g signs) strict() bool { return g <= less }

// of is the relation that says it of a node.
func (g signs) of(s *symbolic.Store, x symbolic.ID) symbolic.ID {
	switch g {
	case nonzero:
		return s.Relate(symbolic.NotEqual, x, symbolic.Zero)
	case greater:
		return s.Relate(symbolic.Less, symbolic.Zero, x)
	case less:
		return s.Relate(symbolic.Less, x, symbolic.Zero)
	case notLess:
		return s.Relate(symbolic.LessEqual, symbolic.Zero, x)
	}
	return s.Relate(symbolic.LessEqual, x, symbolic.Zero)
}

// positive tells whether an interval has positive numbers only.
func positive(i Interval) bool {
	return i.lo.inf == 0 && (i.lo.sign() > 0 || i.lo.sign() == 0 && i.lo.open)
}
