package certify

import (
	"math"
	"testing"

	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// FuzzEnclose reads a formula and encloses it at a point and on a box around it,
// in float64 and in big.Float, and exactly: all must be able to enclose the
// same value.
func FuzzEnclose(f *testing.F) {
	for _, text := range []string{"x/y", "if(x > y, log(x), sqrt(y))", "x^y", "sum(k,1,5,x^k)", "max(x, y, -1)", "tan(x)*gamma(y)",
		"hardtanh(x, y, 3)", "prod(i,1,3,x-i)^(1/3)", "binomial(x, y)", "atan2(y, x)", "polygamma(2, x)", "floor(x)+ceil(y)"} {
		f.Add(text, 0.5, -2.0)
		f.Add(text, 1e300, 1e-300)
	}
	for seed := range uint64(30) {
		f.Add(exprgen.New(seed, exprgen.Options{Variables: []string{"x", "y"}}).Real().String(), 1.5, -0.5)
	}
	f.Fuzz(func(t *testing.T, text string, x, y float64) {
		if len(text) > 300 || math.IsNaN(x) || math.IsInf(x, 0) || math.IsNaN(y) || math.IsInf(y, 0) {
			return
		}
		s := symbolic.NewStoreLimits(symbolic.Limits{Nodes: 1 << 14, NumberBits: 1 << 12})
		formula, err := read.NewScope(s, read.Default()).Formula(text)
		if err != nil {
			return
		}
		var limit error
		defer symbolic.Catch(&limit)
		m := sample{s: s, id: formula.Expr.ID()}
		m.p = Compile(read.Default(), s, m.id)
		if m.p.Len() > 300 {
			return
		}
		at, exact := map[string]float64{"x": x, "y": y}, Point{}
		for name, v := range at {
			if id, ok := s.HasSym(name); ok {
				exact[id] = s.Num(exactly64(v))
			}
		}
		floats, wides, ok := m.boxAt(at, 0)
		if !ok {
			return // other variables
		}
		var sc Scratch
		point, sharp := m.p.Float(floats, &sc)[0].Real.Interval(), m.p.Big(150, wides)[0].Real
		agree(t, text+": float and big", point, sharp)
		agree(t, text+": big and exact", sharp, m.p.At(exact, 100)[0].Real)
		floats, _, _ = m.boxAt(at, max(math.Abs(x), math.Abs(y))/8)
		box := m.p.Float(floats, &sc)[0].Real.Interval()
		agree(t, text+": box and point", box, sharp)
		if box.Decoration() >= interval.Defined && sharp.Decoration() == interval.Nowhere {
			t.Errorf("%s: defined on a box, but not at %v, %v in it", text, x, y)
		}
	})
}

// agree fails unless both may enclose the same value.
func agree(t *testing.T, what string, x, y interval.Interval) {
	t.Helper()
	switch {
	case x.IsEmpty() && y.Decoration() >= interval.Defined, y.IsEmpty() && x.Decoration() >= interval.Defined:
		t.Errorf("%s: %v and %v", what, x, y)
	case x.Decoration() >= interval.Defined && y.Decoration() >= interval.Defined && interval.Separated(x, y):
		t.Errorf("%s: %v and %v are separated", what, x, y)
	}
}
