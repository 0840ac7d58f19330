package certify

import (
	"errors"
	"testing"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// hard are two expressions that are equal, which no precision shows.
var hard = [2]string{"(1+sqrt(x))^2", "1+x+2*sqrt(x)"}

func TestLimitsAreNamed(t *testing.T) {
	s, p := program(t, hard[0], hard[1], hard[0]+" == "+hard[1])
	at := point(t, s, map[string]string{"x": "2"})
	for _, c := range []struct {
		o     Options
		prec  uint
		limit string
	}{
		{Options{MaxPrec: 64}, 64, "precision"},
		{Options{MaxPrec: 500}, 500, "precision"},
		{Options{}, 8192, "precision"},
		{Options{Budget: 1}, 0, "budget"},
		{Options{Budget: 20}, 53, "budget"},
		{Options{Budget: 5000}, 512, "budget"},
	} {
		got := p.Compare(0, 1, at, c.o)
		if got.Order != Undecided || got.Effort.Prec != c.prec || got.Effort.Limit != c.limit {
			t.Errorf("%+v: %v, %+v, want %d bits and the limit %s", c.o, got.Order, got.Effort, c.prec, c.limit)
		}
		if budget := c.o.withDefaults().Budget; got.Effort.Steps > budget {
			t.Errorf("%+v: %d steps", c.o, got.Effort.Steps)
		}
		if truth, effort := p.Holds(2, at, c.o); truth != Unknown || effort.Limit != c.limit {
			t.Errorf("%+v: %v, %+v", c.o, truth, effort)
		}
	}
}

// A number too large to be computed exactly has an enclosure all the same.
func TestExactValuesAreBounded(t *testing.T) {
	s, p := program(t, "(x+1/3)^40000 - x", "x^(10^30)", "factorial(x)")
	at := point(t, s, map[string]string{"x": "3"})
	if got := p.Compare(0, Zero, at, Options{}); got.Order != Greater {
		t.Errorf("%v, %+v", got.Order, got.Effort)
	}
	if got := p.Compare(1, Zero, at, Options{MaxPrec: 512}); got.Order != Greater {
		t.Errorf("%v, %+v", got.Order, got.Effort)
	}
	large := point(t, s, map[string]string{"x": "10^6"})
	if got := p.Compare(2, Zero, large, Options{MaxPrec: 512}); got.Order != Greater {
		t.Errorf("%v, %+v", got.Order, got.Effort)
	}
}

func TestStopEndsTheLadder(t *testing.T) {
	s, p := program(t, hard[0], hard[1])
	at := point(t, s, map[string]string{"x": "2"})
	s.Stop()
	var err error
	func() {
		defer symbolic.Catch(&err)
		p.Compare(0, 1, at, Options{})
	}()
	var limit *symbolic.LimitError
	if !errors.As(err, &limit) || limit.Limit != "time" {
		t.Errorf("error %v", err)
	}
}

func TestMisuseIsRefused(t *testing.T) {
	s, p := program(t, "x", "x > 0")
	x := p.Inputs()[0]
	for name, f := range map[string]func(){
		"an interval too many":        func() { p.Float(make([]interval.Float, 2), new(Scratch)) },
		"an interval too few":         func() { p.Big(64, nil) },
		"a condition in Compare":      func() { p.Compare(1, Zero, nil, Options{}) },
		"a real in Holds":             func() { p.Holds(0, nil, Options{}) },
		"a variable among the values": func() { p.At(Point{x: s.Add(x, symbolic.One)}, 64) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Error(name, "is accepted")
				}
			}()
			f()
		}()
	}
}

func TestAtIsExactWhereValuesAreRational(t *testing.T) {
	s, p := program(t, "x^2 - x/3", "sin(pi*y)", "x < 1/3", "gamma(x+y)", "z")
	at := point(t, s, map[string]string{"x": "1/3", "y": "1/6"})
	v := p.At(at, 100)
	for i, want := range []string{"[0, 0]", "[0.5, 0.5]", "", "", "(-Inf, +Inf)"} {
		if got := v[i].Real.String(); want != "" && got != want {
			t.Errorf("root %d: %s, want %s", i, got, want)
		}
	}
	if v[2].Truth != No {
		t.Errorf("1/3 < 1/3: %v", v[2].Truth)
	}
	if d := v[4].Real.Decoration(); d != interval.Continuous {
		t.Errorf("an input without a value: %v", d)
	}
}
