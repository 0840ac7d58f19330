package taylor

import (
	"errors"
	"math/big"
	"strconv"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// A Class says how smooth a formula is at a point.
type Class uint8

const (
	// Unclear: that could not be decided, or the formula is expanded from one
	// side or at infinity.
	Unclear Class = iota
	// Analytic: equal to its series around the point.
	Analytic
	// Differentiable: Order times, continuously, and not once more.
	Differentiable
	// AtLeast: Order times, continuously, and maybe more.
	AtLeast
	// Jump: the limits from both sides and the value are not the same.
	Jump
	// Unbounded: it goes to infinity.
	Unbounded
	// OneSided: it has values on one side only.
	OneSided
)

// Smoothness is how smooth a formula is at the point of an expansion.
type Smoothness struct {
	Class Class
	Order int
	// Gap says that the formula has no value at the point itself; the rest is
	// said of its continuous extension.
	Gap bool
}

// String returns the class in words, such as analytic, C^1 or jump.
func (z Smoothness) String() string {
	switch z.Class {
	case Analytic:
		return "analytic"
	case Differentiable:
		return "C^" + strconv.Itoa(z.Order)
	case AtLeast:
		return "C^" + strconv.Itoa(z.Order) + " or more"
	case Jump:
		return "jump"
	case Unbounded:
		return "unbounded"
	case OneSided:
		return "defined on one side only"
	}
	return "unclear"
}

// class returns how smooth the formula is at the point, given its expansions from
// both sides, or one for both.
func (p *plan) class(order int, parts []part) Smoothness {
	z := Smoothness{Class: Analytic}
	switch {
	case parts[0].analytic:
		return z
	case parts[0].g.opaque:
		return Smoothness{}
	}
	for _, h := range parts {
		switch y := h.class(order); {
		case y.Class == Unclear || y.Class == Unbounded:
			return y
		case z.Class == Analytic, y.Class != Analytic && y.Order < z.Order:
			z = y
		}
	}
	last := parts[len(parts)-1]
	defined, value, err := p.value(last.g)
	if err != nil {
		return Smoothness{}
	}
	if defined {
		switch last.g.equal(value, last.at(0)) {
		case assume.No:
			return Smoothness{Class: Jump}
		case assume.Unknown:
			return Smoothness{}
		}
	}
	z.Gap = !defined
	if len(parts) > 1 {
		n, answer := agree(parts[0], parts[1], order)
		switch {
		case n < 0 && answer == assume.No:
			z.Class, z.Order = Jump, 0
		case n < 0:
			return Smoothness{}
		case n < order && (z.Class == Analytic || n < z.Order):
			z.Class, z.Order = AtLeast, n
			if answer == assume.No {
				z.Class = Differentiable
			}
		case z.Class == Analytic:
			z.Class, z.Order = AtLeast, order
		}
	}
	return z
}

// class returns how smooth one side of a formula is, as far as its expansion tells.
func (h part) class(order int) Smoothness {
	g := h.g
	if len(h.y.lead) > 0 {
		return g.classOfLead(h.y, order)
	}
	for i, c := range h.y.c {
		e := g.exponent(h.y.val + i)
		if len(c) == 0 || e.Sign() >= 0 && e.IsInt() && !g.hasLog(c) {
			continue
		}
		if zero, err := g.isIdentity(c); err != nil {
			return Smoothness{}
		} else if zero {
			continue
		}
		if e.Sign() < 0 || e.IsZero() {
			return Smoothness{Class: Unbounded}
		}
		k, _ := e.Floor().Int64()
		if e.IsInt() { // with a logarithm
			k--
		}
		if int(k) < order {
			return Smoothness{Class: Differentiable, Order: int(k)}
		}
		break
	}
	// What differs by something flat has two sides, and is as smooth as they agree.
	return Smoothness{Class: Analytic}
}

// classOfLead is class for exp(lead)·(c·τ^val + ...), where c is not 0.
func (g *germ) classOfLead(y *series, order int) Smoothness {
	sign, err := g.growthSign(y)
	switch {
	case err != nil:
		return Smoothness{}
	case sign > 0:
		return Smoothness{Class: Unbounded}
	case !g.isPower(y.lead):
		return Smoothness{Class: AtLeast, Order: order}
	}
	k, ok := g.wholePart(y)
	switch {
	case !ok:
		return Smoothness{}
	case k < order:
		return Smoothness{Class: Differentiable, Order: k}
	}
	return Smoothness{Class: AtLeast, Order: order}
}

// wholePart returns the integer below the exponent a of a series t^a·(c + ...),
// and false if a may be an integer.
func (g *germ) wholePart(y *series) (int, bool) {
	s := g.s
	a := s.Add(s.Substitute(g.id(y.lead[0].c), map[symbolic.ID]symbolic.ID{g.log: symbolic.One}), s.Num(g.exponent(y.val)))
	if len(s.FreeSymbols(a)) > 0 {
		return 0, false
	}
	v := certify.Compile(g.lib, s, a).Big(quick.MaxPrec, nil)[0].Real
	if v.IsEmpty() || !v.IsBounded() || v.Decoration() < interval.Defined {
		return 0, false
	}
	lower, exactly := v.Lower().Int64()
	upper, _ := v.Upper().Int64()
	return int(lower), lower == upper && exactly != big.Exact
}

// at returns the coefficient of t^n, 0 if all is smaller than any power of t.
func (h part) at(n int) coef {
	if len(h.y.lead) > 0 {
		return nil
	}
	return h.y.at(n * h.g.roots)
}

// agree returns how many derivatives from the left and the right agree, -1 if
// not even the limits do, and whether the next ones certainly differ.
func agree(left, right part, order int) (int, assume.Answer) {
	for n := 0; n <= order; n++ {
		l := left.at(n)
		if n%2 != 0 {
			l = right.g.neg(l)
		}
		if same := right.g.equal(l, right.at(n)); same != assume.Yes {
			return n - 1, same
		}
	}
	return order, assume.Yes
}

// equal tells whether two coefficients are equal.
func (g *germ) equal(a, b coef) assume.Answer {
	d := g.sub(a, b)
	if len(d) == 0 {
		return assume.Yes
	}
	same, err := g.isIdentity(d)
	id := g.id(d)
	switch {
	case err != nil:
		return assume.Unknown
	case same:
		return assume.Yes
	case len(g.s.FreeSymbols(id)) == 0 || g.holds(symbolic.NotEqual, id, symbolic.Zero):
		return assume.No
	}
	return assume.Unknown
}

// value returns the value of the formula at the point, if it has one.
func (p *plan) value(g *germ) (defined bool, c coef, err error) {
	s := p.s
	put := map[symbolic.ID]symbolic.ID{p.x: p.at.Value.ID()}
	if defined, err = g.certain(s.Substitute(p.domain, put)); err != nil || !defined {
		return false, nil, err
	}
	id, err := g.resolve(s.Substitute(p.root, put))
	return true, g.of(id), err
}

// resolve replaces branches whose conditions do not depend on the variable by the
// ones that are taken.
func (g *germ) resolve(root symbolic.ID) (symbolic.ID, error) {
	s := g.s
	for range maxDepth {
		put := map[symbolic.ID]symbolic.ID{}
		for _, id := range s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool { return s.Kind(id) != symbolic.If && !s.Kind(id).Binds() }) {
			if s.Kind(id) != symbolic.If {
				continue
			}
			ops := s.Operands(id)
			z, _, err := g.where(ops[0])
			switch {
			case err != nil:
				return 0, err
			case s.Kind(z) != symbolic.Boolean:
				return 0, fail(Undecided, "the value depends on whether %s", g.text(z))
			}
			put[id] = s.If(z, ops[1], ops[2])
		}
		if len(put) == 0 {
			return root, nil
		}
		root = s.Substitute(root, put)
	}
	return 0, errors.New("taylor: branches in branches nest too deep")
}
