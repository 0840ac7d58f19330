package oracle

import (
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/symgrad/symgrad/syntax"
)

// A sampler makes points for formulas: special numbers, numbers of the
// formulas and of each other, and points at which an argument of a function
// with kinks, jumps or poles, or the difference of the sides of a condition, is
// exactly 0.
type sampler struct {
	rng      *rand.Rand
	vars     []string
	types    map[string]string
	pool     []Value // numbers that occur, and their neighbours
	switches []part  // expressions whose zeros are interesting
	turns    bool    // whether multiples of pi are interesting
}

// A part is a node of a tree, or the difference of two.
type part struct {
	t    *syntax.Tree
	a, b syntax.ID
	two  bool
	lets map[string]let
}

func (p part) value(at Point) (Value, error) {
	r := Formula{p.t, p.lets}.run(calc{prec: 64}, at)
	x, err := r.value(p.a)
	if err != nil || !p.two {
		return x, err
	}
	y, err := r.value(p.b)
	if err != nil {
		return y, err
	}
	return r.sub(x, y)
}

// kinks are the functions at whose zeros something happens.
var kinks = map[string]bool{"abs": true, "sign": true, "step": true, "relu": true, "log": true, "sqrt": true, "cbrt": true,
	"floor": true, "ceil": true, "gamma": true, "cot": true, "csc": true, "coth": true, "csch": true, "acot": true, "elu": true, "atan2": true}

var circulars = map[string]bool{"sin": true, "cos": true, "tan": true, "sec": true, "csc": true, "cot": true}

var specials = func() (list []Value) {
	for _, t := range [][2]int64{{0, 1}, {0, 1}, {1, 1}, {-1, 1}, {1, 2}, {-1, 2}, {2, 1}, {-2, 1}, {3, 1}, {-3, 1}, {3, 5}, {4, 5}, {1, 3}, {-5, 2}} {
		list = append(list, Rational(big.NewRat(t[0], t[1])))
	}
	return list
}()

var surdsOf sync.Map // text of a rational number to its []Value

// surds returns the square root and the cube root of a number, as far as they
// are real and irrational. The same few numbers come in most claims.
func surds(x *big.Rat) (list []Value) {
	key := x.String()
	if z, ok := surdsOf.Load(key); ok {
		return z.([]Value)
	}
	for _, n := range []int{2, 3} {
		if z, err := (calc{prec: presumePrec}).root(Rational(x), n); err == nil && !z.exact() {
			list = append(list, z)
		}
	}
	surdsOf.Store(key, list)
	return list
}

func newSampler(rng *rand.Rand, types map[string]string, list []Formula) *sampler {
	m := &sampler{rng: rng, types: types}
	number := func(x *big.Rat) {
		one := big.NewRat(1, 1)
		for _, y := range []*big.Rat{x, new(big.Rat).Neg(x), new(big.Rat).Add(x, one), new(big.Rat).Sub(x, one)} {
			m.pool = append(m.pool, Rational(y))
		}
		if x.Sign() != 0 {
			m.pool = append(m.pool, Rational(new(big.Rat).Inv(x)))
		}
		m.pool = append(m.pool, surds(x)...)
	}
	lets := list[0].lets
	for _, name := range slices.Sorted(maps.Keys(lets)) {
		list = append(list, Formula{lets[name].tree, lets})
	}
	for _, f := range list {
		for i, n := range f.tree.Nodes {
			args := f.tree.Args(syntax.ID(i))
			switch n.Kind {
			case syntax.Name:
				if _, defined := lets[n.Text]; n.Text != "pi" && !defined && !slices.Contains(m.vars, n.Text) {
					m.vars = append(m.vars, n.Text)
				}
			case syntax.Number:
				if q, ok := new(big.Rat).SetString(n.Text); ok && q.Num().BitLen()+q.Denom().BitLen() < 80 && len(m.pool) < 60 {
					number(q)
				}
			case syntax.Equal, syntax.NotEqual, syntax.Less, syntax.LessEqual, syntax.Greater, syntax.GreaterEqual:
				m.switches = append(m.switches, part{f.tree, args[0], args[1], true, f.lets})
			case syntax.Divide:
				m.switches = append(m.switches, part{f.tree, args[1], 0, false, f.lets})
			case syntax.Power:
				m.switches = append(m.switches, part{f.tree, args[0], 0, false, f.lets}, part{f.tree, args[1], 0, false, f.lets})
			case syntax.Call:
				m.turns = m.turns || circulars[n.Text]
				switch {
				case kinks[n.Text]:
					m.switches = append(m.switches, part{f.tree, args[0], 0, false, f.lets})
				case (n.Text == "max" || n.Text == "min" || n.Text == "delta") && len(args) > 1:
					m.switches = append(m.switches, part{f.tree, args[0], args[1], true, f.lets})
				}
			}
		}
	}
	return m
}

// draw returns a number; those before it may come again.
func (m *sampler) draw(before []Value) Value {
	switch k := m.rng.IntN(12); {
	case k < 4:
		return specials[m.rng.IntN(len(specials))]
	case k < 6 && len(m.pool) > 0:
		return m.pool[m.rng.IntN(len(m.pool))]
	case k < 7 && len(before) > 0:
		x := before[m.rng.IntN(len(before))]
		if m.rng.IntN(2) == 0 {
			return calc{}.neg(x)
		}
		return x
	case k < 8 && m.turns:
		return Value{q: new(big.Rat), p: big.NewRat(m.rng.Int64N(17)-8, []int64{1, 2, 3, 4}[m.rng.IntN(4)])}
	case k < 9:
		return Rational(big.NewRat(m.rng.Int64N(13)-6, 1))
	case k < 10:
		return Rational(big.NewRat(m.rng.Int64N(4001)-2000, 37))
	}
	return Rational(big.NewRat(m.rng.Int64N(81)-40, 16))
}

// fit changes a number so that it has the type of a variable.
func (m *sampler) fit(name string, x Value) Value {
	c := calc{prec: 64}
	t := m.types[name]
	if t == "" || t == "real" {
		return x
	}
	if t == "integer" {
		if z, err := c.floor(x); err == nil {
			return z
		}
		return integer(1)
	}
	s, err := c.sign(x)
	switch {
	case err != nil:
		return integer(1)
	case s == 0 && t != "nonnegative":
		x, s = integer(1), 1
	}
	if s < 0 && (t == "positive" || t == "nonnegative") || s > 0 && t == "negative" {
		return c.neg(x)
	}
	return x
}

// next returns a point.
func (m *sampler) next() Point {
	at, before := Point{}, []Value(nil)
	for _, v := range m.vars {
		x := m.fit(v, m.draw(before))
		at[v] = x
		before = append(before, x)
	}
	if len(m.switches) > 0 && len(m.vars) > 0 && m.rng.IntN(2) == 0 {
		m.move(at)
	}
	return at
}

// move changes a coordinate so that an expression that is a straight line in it
// is 0 there or, if that fails, leaves the point as it is.
func (m *sampler) move(at Point) {
	p := m.switches[m.rng.IntN(len(m.switches))]
	v := m.vars[m.rng.IntN(len(m.vars))]
	old := at[v]
	value := func(x Value) (*big.Rat, bool) {
		at[v] = x
		z, err := p.value(at)
		return z.q, err == nil && z.rational()
	}
	lo, hi := integer(1), integer(2)
	if !old.rational() {
		old = integer(0)
	}
	a, ok1 := value(lo)
	b, ok2 := value(hi)
	if ok1 && ok2 && a.Cmp(b) != 0 { // 1 - a/(b-a)
		root := new(big.Rat).Sub(b, a)
		root.Quo(a, root)
		root.Sub(big.NewRat(1, 1), root)
		x := m.fit(v, Rational(root))
		if z, ok := value(x); ok && z.Sign() == 0 {
			return
		}
	}
	at[v] = m.fit(v, old)
}
