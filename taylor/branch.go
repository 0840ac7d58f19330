package taylor

import (
	"errors"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// where returns under which condition a condition holds for all small t: true
// or false, or a sufficient one about the parameters of the formula; or it says
// which series it takes to know.
func (g *germ) where(cond symbolic.ID) (z symbolic.ID, needs []symbolic.ID, err error) {
	s := g.s
	value := map[symbolic.ID]symbolic.ID{}
	stack := []symbolic.ID{cond}
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		if _, done := value[id]; done {
			stack = stack[:len(stack)-1]
			continue
		}
		switch k := s.Kind(id); k {
		case symbolic.Boolean:
			value[id] = id
		case symbolic.Relation:
			z, needs, err := g.relation(id)
			if len(needs) > 0 || err != nil {
				return 0, needs, err
			}
			value[id] = z
		case symbolic.And, symbolic.Or:
			decides, join := symbolic.False, s.And // what makes the rest unnecessary
			if k == symbolic.Or {
				decides, join = symbolic.True, s.Or
			}
			var parts []symbolic.ID
			open := false
			for _, o := range s.Operands(id) {
				v, done := value[o]
				if !done {
					stack, open = append(stack, o), true
					break
				}
				parts = append(parts, v)
				if v == decides || k == symbolic.Or && v != symbolic.False { // required, it makes the rest unnecessary
					break
				}
			}
			if !open {
				value[id] = join(parts...)
			}
		default:
			panic("taylor: no truth of a " + s.Kind(id).String())
		}
	}
	return value[cond], nil, nil
}

// branch expands an if.
func (g *germ) branch(id symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	ops := s.Operands(id)
	z, needs, err := g.where(ops[0])
	switch {
	case len(needs) > 0 || err != nil:
		return nil, needs, err
	case z == symbolic.True:
		return g.standFor(id, ops[1])
	case z == symbolic.False:
		return g.standFor(id, ops[2])
	}
	return nil, nil, fail(Undecided, "the expansion depends on whether %s", g.text(z))
}

// demand requires that a condition holds for all small t.
func (g *germ) demand(cond symbolic.ID) (needs []symbolic.ID, err error) {
	z, needs, err := g.where(cond)
	switch {
	case len(needs) > 0 || err != nil:
		return needs, err
	case cond == symbolic.False:
		return nil, fail(NoValue, "it has no value anywhere")
	case z == symbolic.False:
		return nil, fail(NoValue, "it has no value there: %s fails", g.text(cond))
	}
	g.require(z)
	return nil, nil
}

// relation is where for a relation.
func (g *germ) relation(id symbolic.ID) (holds symbolic.ID, needs []symbolic.ID, err error) {
	s := g.s
	ops := s.Operands(id)
	rel := s.Rel(id)
	d := s.Sub(ops[0], ops[1])
	if sign := g.signAt(d); sign != 0 {
		return s.Bool(rel == symbolic.NotEqual || rel != symbolic.Equal && sign < 0), nil, nil
	}
	if needs := g.missing(d); len(needs) > 0 {
		return 0, needs, nil
	}
	if rel <= symbolic.NotEqual {
		if !g.isActive(d) && len(s.FreeSymbols(d)) > 0 {
			return g.ofParameters(id), nil, nil
		}
		z, err := g.led(g.series(d), d)
		if err != nil {
			return 0, nil, err
		}
		return s.Bool((len(z.c) == 0) == (rel == symbolic.Equal)), nil, nil
	}
	sign, err := g.signNear(d)
	var open *openSign
	switch {
	case errors.As(err, &open): // then the sign that makes it hold is required
		return g.negative(open.id), nil, nil
	case err != nil:
		return 0, nil, err
	}
	return s.Bool(sign < 0 || sign == 0 && rel == symbolic.LessEqual), nil, nil
}

// signAt returns the sign that a node has at the point and, as it is continuous
// there, around it; 0 if that is not known. With it abs(x) < 1 is decided at 0,
// where abs has a kink.
func (g *germ) signAt(d symbolic.ID) int {
	s := g.s
	if g.side || len(g.at.c) > 0 && g.at.val < 0 || s.Kind(d) == symbolic.Number {
		return 0
	}
	put := map[symbolic.ID]symbolic.ID{g.x: g.id(g.at.at(0))}
	at := s.Substitute(d, put)
	if len(s.FreeSymbols(at)) > 0 {
		return 0
	}
	for _, id := range s.PostorderWithin([]symbolic.ID{d}, g.isActive) {
		ops := s.Operands(id)
		switch s.Kind(id) {
		case symbolic.Number, symbolic.Symbol, symbolic.Constant, symbolic.Sum:
		case symbolic.Product, symbolic.Power:
			for i := len(ops) % 2; i < len(ops); i += 2 {
				if e := ops[i+1]; s.Kind(e) != symbolic.Number || !s.Number(e).IsInt() || s.Number(e).Sign() < 0 {
					return 0
				}
			}
		case symbolic.Apply:
			row := s.Function(id)
			if row == nil || row.Domain != "" {
				return 0
			}
			point := make([]symbolic.ID, len(ops))
			for i, o := range ops {
				point[i] = s.Substitute(o, put)
			}
			if ok, err := g.certain(g.build(g.lib.Forms(row).Continuous, point)); !ok || err != nil {
				return 0
			}
		default:
			if g.isActive(id) {
				return 0
			}
		}
	}
	sign, err := g.signOfConstant(at)
	if err != nil {
		return 0
	}
	return sign
}

// ofParameters returns a condition that does not depend on the variable, or its
// truth where that is known.
func (g *germ) ofParameters(id symbolic.ID) symbolic.ID {
	switch g.truth(id) {
	case assume.Yes:
		return symbolic.True
	case assume.No:
		return symbolic.False
	}
	return id
}

// negative is the condition that a node is negative.
func (g *germ) negative(id symbolic.ID) symbolic.ID {
	if g.minus(id) {
		return g.s.Relate(symbolic.Less, symbolic.Zero, g.s.Neg(id))
	}
	return g.s.Relate(symbolic.Less, id, symbolic.Zero)
}

// minus tells whether a node reads better with the other sign.
func (g *germ) minus(id symbolic.ID) bool {
	s := g.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Product:
		return s.Number(ops[0]).Sign() < 0
	case symbolic.Sum:
		for i := 2; i < len(ops); i += 2 {
			if s.Number(ops[i]).Sign() > 0 {
				return false
			}
		}
		return true
	}
	return false
}

// signNear returns the sign of a node for all small t. Where that depends on
// parameters the error is an *openSign with what has this sign.
func (g *germ) signNear(id symbolic.ID) (int, error) {
	z, err := g.first(g.series(id), id, g.isIdentity)
	if err != nil || len(z.c) == 0 {
		return 0, err
	}
	if !g.side && z.val%2 != 0 {
		return 0, &restart{side: true}
	}
	return g.sign(z.c[0])
}

// led returns a series of which the first coefficient is not 0: those that are
// 0 are left out. It has none if the series is exactly 0.
func (g *germ) led(z *series, id symbolic.ID) (*series, error) { return g.first(z, id, g.isZero) }

// first leaves out the first coefficients as long as they are 0.
func (g *germ) first(z *series, id symbolic.ID, isZero func(coef) (bool, error)) (*series, error) {
	y := *z
	for len(y.c) > 0 {
		zero, err := isZero(y.c[0])
		if err != nil {
			return nil, err
		}
		if !zero {
			return &y, nil
		}
		y.c, y.val = y.c[1:], y.val+1
		for len(y.c) > 0 && len(y.c[0]) == 0 {
			y.c, y.val = y.c[1:], y.val+1
		}
	}
	if y.prec == exact && !y.flat || g.provedZero(id) {
		return constant(nil), nil
	}
	if y.flat {
		return nil, fail(Undecided, "no power of the variable was found to which %s compares", g.text(id))
	}
	return nil, &restart{terms: 1}
}

// exponent returns an exponent of τ as one of t.
func (g *germ) exponent(i int) rational.Rat { return rational.New(int64(i), int64(g.roots)) }
