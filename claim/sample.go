package claim

import (
	"math/rand/v2"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A sampler makes points: exact rationals for the variables, the same ones on
// every run. Small numbers of both signs come first, then larger and smaller
// ones.
type sampler struct {
	s      *symbolic.Store
	vars   []symbolic.ID
	types  map[symbolic.ID]read.Type
	hints  []rational.Rat // numbers that occur in the claim
	rng    *rand.Rand
	count  int
	values []rational.Rat
}

func newSampler(scope *read.Scope, vars []symbolic.ID, hints []rational.Rat) *sampler {
	m := &sampler{s: scope.Store, vars: vars, types: map[symbolic.ID]read.Type{}, hints: hints,
		rng: rand.New(rand.NewPCG(1, 2)), values: make([]rational.Rat, len(vars))}
	for name, t := range scope.Types {
		if x, ok := scope.Store.HasSym(name); ok {
			m.types[x] = t
		}
	}
	return m
}

// next makes another point.
func (m *sampler) next() []rational.Rat {
	mode := m.count % 13
	m.count++
	for i, x := range m.vars {
		m.values[i] = m.fit(m.types[x], m.draw(mode))
	}
	return m.values
}

// special are the numbers at which functions have special values.
var special = []rational.Rat{{}, rational.One, rational.NegOne, rational.Half, rational.New(-1, 2), rational.Int(2), rational.Int(-2), rational.Int(3), rational.New(1, 3)}

// draw returns a number of the kind of points that a mode makes.
func (m *sampler) draw(mode int) rational.Rat {
	between := func(lo, hi, den int64) rational.Rat { return rational.New(lo+m.rng.Int64N(hi-lo+1), den) }
	switch mode {
	case 0: // between 0 and 2
		return between(1, 31, 16)
	case 1, 4:
		return between(-40, 40, 16)
	case 2, 7:
		return between(1, 80, 16)
	case 3:
		return between(-3, 3, 1)
	case 5:
		return between(1, 16, 32)
	case 12:
		return special[m.rng.IntN(len(special))]
	case 6:
		return between(-16, 16, 32)
	case 8:
		return between(-20, 20, 1)
	case 9:
		return between(-400, 400, 8)
	case 10: // near the numbers of the claim
		if len(m.hints) > 0 {
			return m.hints[m.rng.IntN(len(m.hints))].Add(between(-2, 2, 8))
		}
		return between(-100, 100, 4)
	}
	return between(1, 1000, 512)
}

// fit changes a number so that it has a type.
func (m *sampler) fit(t read.Type, x rational.Rat) rational.Rat {
	switch t {
	case read.Integer:
		return x.Floor()
	case read.Positive, read.Nonzero:
		if x.IsZero() {
			x = rational.One
		}
		if t == read.Nonzero {
			return x
		}
		return x.Abs()
	case read.Negative:
		if x.IsZero() {
			x = rational.One
		}
		return x.Abs().Neg()
	case read.Nonnegative:
		return x.Abs()
	}
	return x
}

// point returns values as an exact point.
func (m *sampler) point(values []rational.Rat) certify.Point {
	z := certify.Point{}
	for i, x := range m.vars {
		z[x] = m.s.Num(values[i])
	}
	return z
}

// boxes returns values as intervals.
func boxes(values []rational.Rat, out []interval.Float) []interval.Float {
	out = out[:0]
	for _, x := range values {
		out = append(out, interval.FromRatFloat(x))
	}
	return out
}

// maxHints bounds the numbers of a claim that points are made of.
const maxHints = 16

// hintsOf returns numbers that occur below the roots.
func hintsOf(s *symbolic.Store, roots ...symbolic.ID) (out []rational.Rat) {
	limit := rational.Int(1 << 20)
	for _, id := range s.Postorder(roots...) {
		if s.Kind(id) != symbolic.Number || len(out) == maxHints {
			continue
		}
		if x := s.Number(id); x.BitLen() < 64 && x.Abs().Cmp(limit) < 0 {
			out = append(out, x)
		}
	}
	return out
}
