package certify

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A sample is a random formula, as a program, with random points.
type sample struct {
	tree *exprgen.Tree
	s    *symbolic.Store
	p    *Program
	id   symbolic.ID
}

func eachSample(t *testing.T, n int, f func(t *testing.T, seed uint64, g *exprgen.Generator, real, cond sample)) {
	for seed := range uint64(n) {
		g := exprgen.New(seed, exprgen.Options{Size: 3 + int(seed%15), Arrays: []string{"w"}})
		make := func(tree *exprgen.Tree) sample {
			s := symbolic.NewStore()
			id := tree.Build(s).ID()
			return sample{tree, s, Compile(read.Default(), s, id), id}
		}
		f(t, seed, g, make(g.Real()), make(g.Condition()))
	}
}

// boxAt returns the inputs of p at a point, w widened by that much.
func (m sample) boxAt(at map[string]float64, w float64) (floats []interval.Float, wides []interval.Interval, ok bool) {
	for _, in := range m.p.inputs {
		name := m.s.Name(in)
		if m.s.Kind(in) == symbolic.Index {
			ops := m.s.Operands(in)
			name = m.s.Name(ops[0]) + "[" + m.s.Number(ops[1]).String() + "]"
		}
		v, known := at[name]
		if !known {
			return nil, nil, false
		}
		x := interval.NewFloat(v-w, v+w)
		floats, wides = append(floats, x), append(wides, x.Interval())
	}
	return floats, wides, true
}

// saturated tells whether float64 can not tell some value in a formula from
// its limit, as tanh(40) from 1, or from 0: then what depends on it, such as
// whether atanh of it is defined, may be wrong in evaluate.
func saturated(m sample, at map[string]float64) bool {
	values := map[symbolic.ID]float64{}
	for _, id := range m.s.Postorder(m.id) {
		if m.s.IsCondition(id) {
			continue
		}
		v, err := evaluate.Float(m.s.Expr(id), at)
		if err != nil {
			continue
		}
		values[id] = v
		ops := m.s.Operands(id)
		switch k := m.s.Kind(id); {
		case k == symbolic.Apply && (v == 0 || math.Abs(v) == 1 || v == values[ops[0]]), k == symbolic.Power && v == 0:
			return true
		}
	}
	return false
}

// Random formulas at random points: internal/evaluate, which computes in
// float64 with code of its own, finds a value near the enclosure.
func TestRandomFormulasAgreeWithEvaluate(t *testing.T) {
	compared, undefined, conditions := 0, 0, 0
	eachSample(t, 1500, func(t *testing.T, seed uint64, g *exprgen.Generator, real, cond sample) {
		var sc Scratch
		ev := evaluate.New(evaluate.Floats{})
		ev.Margin, ev.Limit = 1e-9, 1e6
		for i := range 6 {
			at := g.Point(i%2 == 1)
			pt := evaluate.Point[float64]{Values: at}
			if floats, wides, ok := real.boxAt(at, 0); ok {
				v, err := ev.Value(real.s.Expr(real.id), pt)
				report := func(format string, args ...any) {
					if !saturated(real, at) {
						t.Errorf("seed %d: %v at %v: "+format, append([]any{seed, real.tree, at}, args...)...)
					}
				}
				for _, z := range []interval.Interval{real.p.Float(floats, &sc)[0].Real.Interval(), real.p.Big(120, wides)[0].Real} {
					switch {
					case err == nil && z.IsEmpty():
						report("undefined, but evaluate finds %v", v)
					case err == nil && z.Decoration() >= interval.Defined:
						compared++
						f := z.Float()
						if e := 1e-5 * (1 + math.Abs(v)); v < f.Lower()-e || v > f.Upper()+e {
							report("%v, but evaluate finds %v", z, v)
						}
					case errors.Is(err, evaluate.ErrUndefined) && z.Decoration() >= interval.Defined:
						report("%v, but evaluate finds no value: %v", z, err)
					case errors.Is(err, evaluate.ErrUndefined):
						undefined++
					}
				}
			}
			if floats, _, ok := cond.boxAt(at, 0); ok {
				v, err := ev.Holds(cond.s.Expr(cond.id), pt)
				got := cond.p.Float(floats, &sc)[0].Truth
				if err == nil && got != Unknown {
					conditions++
					if want := map[bool]Truth{true: Yes, false: No}[v]; got != want && !saturated(cond, at) {
						t.Errorf("seed %d: %v at %v: %v, but evaluate finds %v", seed, cond.tree, at, got, want)
					}
				}
			}
		}
	})
	t.Log(compared, "values,", undefined, "undefined,", conditions, "conditions")
	if compared < 10000 || undefined < 1000 || conditions < 5000 {
		t.Error("the samples are poor")
	}
}

// Enclosures of one value in float64, in big.Float, with exact values, and on
// boxes around the point have something in common, and a box is decorated no
// better than its points.
func TestEnclosuresOfOneValueAgree(t *testing.T) {
	checks := 0
	eachSample(t, 1500, func(t *testing.T, seed uint64, g *exprgen.Generator, real, cond sample) {
		var sc Scratch
		rng := rand.New(rand.NewPCG(seed, 1))
		for i := range 4 {
			at := g.Point(i%2 == 1)
			exact := Point{}
			for name, v := range at {
				if id, ok := inputNamed(real, name); ok {
					exact[id] = real.s.Num(exactly64(v))
				}
			}
			floats, wides, ok := real.boxAt(at, 0)
			if !ok {
				continue
			}
			checks++
			point := real.p.Float(floats, &sc)[0].Real.Interval()
			sharp := real.p.Big(200, wides)[0].Real
			agree(t, real.tree.String()+": float and big", point, sharp)
			agree(t, real.tree.String()+": big and exact", sharp, real.p.At(exact, 100)[0].Real)
			w := math.Exp2(-rng.Float64() * 20)
			floats, wides, _ = real.boxAt(at, w)
			box, wide := real.p.Float(floats, &sc)[0].Real.Interval(), real.p.Big(60, wides)[0].Real
			for _, z := range []interval.Interval{box, wide} {
				switch {
				case z.Decoration() >= interval.Defined && sharp.IsEmpty(), z.IsEmpty() && sharp.Decoration() >= interval.Defined:
					t.Errorf("seed %d: %v: %v %v on a box around %v, %v there", seed, real.tree, z, z.Decoration(), at, sharp)
				case !sharp.IsEmpty() && !z.IsEmpty() && interval.Separated(z, sharp):
					t.Errorf("seed %d: %v: %v on a box around %v, %v there", seed, real.tree, z, at, sharp)
				}
			}
		}
	})
	if checks < 4000 {
		t.Error("the samples are poor:", checks)
	}
}

func exactly64(v float64) rational.Rat {
	lo, _, _ := interval.FloatPoint(v).Interval().Rats()
	return lo
}

// inputNamed returns the input with the name x or w[1].
func inputNamed(m sample, name string) (symbolic.ID, bool) {
	for _, in := range m.p.inputs {
		got := m.s.Name(in)
		if m.s.Kind(in) == symbolic.Index {
			ops := m.s.Operands(in)
			got = m.s.Name(ops[0]) + "[" + m.s.Number(ops[1]).String() + "]"
		}
		if got == name {
			return in, true
		}
	}
	return 0, false
}
