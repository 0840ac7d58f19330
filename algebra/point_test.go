package algebra_test

import (
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// The oracle of these tests is package certify: interval arithmetic, which
// shares no code with normal forms. It can not show that values are equal, but
// it is certain where they differ, and where there is no value.

func parse(t testing.TB, text string, assume ...string) (*read.Scope, read.Formula) {
	t.Helper()
	c := read.NewScope(symbolic.NewStore(), read.Default())
	for _, a := range assume {
		if err := c.Assume(a); err != nil {
			t.Fatal(err)
		}
	}
	f, err := c.Formula(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return c, f
}

// coordinates are those that break rules: 0, units, either sign, fractions.
var coordinates = []rational.Rat{
	rational.Int(0), rational.Int(1), rational.Int(-1), rational.Int(2), rational.Int(-2), rational.Int(3), rational.Int(-3),
	rational.New(1, 2), rational.New(-1, 2), rational.New(1, 3), rational.New(-2, 3), rational.New(5, 4), rational.New(-7, 5), rational.Int(7),
}

// points returns n points of the inputs of a program. The first ones have all
// coordinates alike.
func points(p *certify.Program, s *symbolic.Store, n int, rng *rand.Rand) []certify.Point {
	list := make([]certify.Point, n)
	for i := range list {
		list[i] = certify.Point{}
		for _, v := range p.Inputs() {
			c := coordinates[rng.IntN(len(coordinates))]
			if i < 4 {
				c = coordinates[i]
			}
			list[i][v] = s.Num(c)
		}
	}
	return list
}

// cheap is enough to tell apart what differs at simple points.
var cheap = certify.Options{MaxPrec: 512, Budget: 1 << 18}

// A difference is a point at which two expressions have certainly different
// values, or at which the second one has none though a condition holds.
type difference struct {
	at     certify.Point
	left   string
	right  string
	reason string
}

// differ looks for a difference of a and b where a condition holds.
func differ(lib *read.Library, s *symbolic.Store, a, b, cond symbolic.ID, n int, rng *rand.Rand) *difference {
	p := certify.Compile(lib, s, a, b, cond)
	for _, at := range points(p, s, n, rng) {
		if h, _ := p.Holds(2, at, cheap); h != certify.Yes {
			continue
		}
		if p.Compare(0, certify.Zero, at, cheap).Order == certify.NoValue {
			continue // a bound of a sum that is no integer, say
		}
		z := p.Compare(0, 1, at, cheap)
		left, right := z.Sides()
		switch z.Order {
		case certify.Less, certify.Greater:
			return &difference{at, left, right, "the values differ"}
		case certify.NoValue:
			return &difference{at, left, right, "there is no value"}
		}
	}
	return nil
}

// describe writes a point.
func describe(s *symbolic.Store, at certify.Point) string {
	text := ""
	for v, x := range at {
		text += " " + s.Name(v) + "=" + s.Number(x).String()
	}
	return text
}
