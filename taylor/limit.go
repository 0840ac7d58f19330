package taylor

import (
	"errors"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Value is the limit of a formula: a number or infinity, or the reason why there
// is none or why it was not found.
type Value struct {
	Expr     symbolic.Expr
	Infinity int // 1 or -1
	Err      *Error
	// Conditions on the other symbols, under which it is the limit.
	Conditions []symbolic.Expr
}

// Limits are the limits of a formula at a point. Of those from the left and from
// the right one is missing if only the other one was asked for, as it is at
// infinity. Value is the limit from both sides; where the formula has values on
// one side only, it is the limit from there.
type Limits struct {
	Left, Right, Value *Value
}

// Limit returns the limits of a formula where a variable goes to a point. They
// are the leading terms of its expansions from both sides; see Expand, also for
// the errors. A limit that does not exist or was not found is no error.
func Limit(scope *read.Scope, f read.Formula, x symbolic.Expr, o Options) (z Limits, err error) {
	defer symbolic.Catch(&err)
	p, err := newPlan(scope, f, x, o.At)
	if err != nil {
		return z, err
	}
	if p.at.Infinity != 0 {
		z.Value, err = p.limit(Both)
		return z, err
	}
	o.Side = p.assumed(o.Side)
	if o.Side != Right {
		if z.Left, err = p.limit(Left); err != nil {
			return z, err
		}
		z.Value = z.Left
	}
	if o.Side != Left {
		if z.Right, err = p.limit(Right); err != nil {
			return z, err
		}
		z.Value = z.Right
	}
	if o.Side == Both {
		z.Value = p.common(z.Left, z.Right)
	}
	return z, nil
}

// common returns the limit from both sides.
func (p *plan) common(l, r *Value) *Value {
	switch {
	case l.Err != nil && l.Err.Kind == NoValue:
		return r
	case r.Err != nil && r.Err.Kind == NoValue:
		return l
	case l.Err != nil:
		return l
	case r.Err != nil:
		return r
	}
	g := p.germ(Both, 1, 1)
	same := assume.No
	if l.Infinity == 0 && r.Infinity == 0 {
		same = g.equal(g.of(l.Expr.ID()), g.of(r.Expr.ID()))
	} else if l.Infinity == r.Infinity {
		same = assume.Yes
	}
	switch same {
	case assume.Yes:
		z := *r
		z.Conditions = append(append([]symbolic.Expr{}, l.Conditions...), r.Conditions...)
		return &z
	case assume.No:
		return &Value{Err: &Error{Kind: NoExpansion, Reason: "the limits from the left and from the right differ"}}
	}
	return &Value{Err: &Error{Kind: Undecided, Reason: "it could not be decided whether the limits from the left and from the right are the same"}}
}

// limit returns the limit from one side.
func (p *plan) limit(side Side) (*Value, error) {
	var z *Value
	err := p.near(side, 0, func(g *germ) error {
		y, err := g.whole(p.root, p.domain)
		if err != nil {
			return p.under(g, err)
		}
		z, err = g.limit(y, p.root)
		if z != nil {
			z.Conditions = p.conditions(g.conds)
		}
		return err
	})
	var e *Error
	switch {
	case !errors.As(err, &e):
		return z, err
	case e.Kind != NoExpansion || e.oscillates == p.root && p.root != 0:
		return &Value{Err: e}, nil
	}
	if z, err := p.squeezed(side); z != nil || err != nil {
		return z, err
	}
	return &Value{Err: &Error{Kind: Undecided, Reason: e.Reason}}, nil // there may be a limit without an expansion
}

// squeezed returns the limit 0 of a product of something that goes to 0 and bounded
// functions, as x*sin(1/x); nil if that is not so.
func (p *plan) squeezed(side Side) (*Value, error) {
	s := p.s
	if s.Kind(p.root) != symbolic.Product {
		return nil, nil
	}
	ops := s.Operands(p.root)[1:]
	rest, dropped := s.NewProduct(), false
	for i := 0; i < len(ops); i += 2 {
		if p.isBounded(s.Pow(ops[i], ops[i+1])) {
			dropped = true
		} else {
			rest.MulPow(ops[i], ops[i+1])
		}
	}
	if !dropped {
		return nil, nil
	}
	q := *p
	q.root = rest.Product()
	z, err := q.limit(side)
	if err != nil || z.Err != nil || z.Infinity != 0 || z.Expr.ID() != symbolic.Zero {
		return nil, err
	}
	return z, nil
}

// isBounded tells whether a node has a bounded enclosure of all its values.
func (p *plan) isBounded(id symbolic.ID) bool {
	program := certify.Compile(p.scope.Library, p.s, id)
	args := make([]interval.Interval, len(program.Inputs()))
	for i := range args {
		args[i] = interval.Entire(interval.Continuous)
	}
	v := program.Big(64, args)[0].Real
	return v.IsBounded() && !v.IsEmpty()
}

// limit returns the limit of the series of a node for t to 0.
func (g *germ) limit(y *series, id symbolic.ID) (*Value, error) {
	zero := &Value{Expr: g.s.Expr(symbolic.Zero)}
	if len(y.lead) > 0 {
		sign, err := g.growthSign(y) // no coefficient makes it grow more
		if err != nil {
			return nil, err
		}
		if sign < 0 {
			return zero, nil
		}
		if y, err = g.first(y, id, g.isIdentity); err != nil {
			return nil, err
		}
		if len(y.c) == 0 {
			return zero, nil
		}
		if sign, err = g.growthSign(y); err != nil {
			return nil, err
		}
		if sign < 0 {
			return zero, nil
		}
		return g.infinite(y.c[0])
	}
	for i, c := range y.c {
		e := y.val + i
		if e > 0 {
			break
		}
		if e == 0 && g.hasLog(c) {
			return g.limitOfLog(c)
		}
		if e == 0 {
			return &Value{Expr: g.s.Expr(g.id(c))}, nil
		}
		if none, err := g.isZero(c); err != nil {
			return nil, err
		} else if !none {
			return g.infinite(c)
		}
	}
	if y.prec <= 0 {
		return nil, &restart{terms: int64(1 - y.prec)}
	}
	return zero, nil
}

// growthSign tells whether exp(lead)·τ^val goes to infinity or to 0; as long as the
// first coefficient may be 0, only that it goes to 0 says so of the series.
func (g *germ) growthSign(y *series) (int, error) {
	if !g.isPower(y.lead) {
		return g.leadSign(y.lead)
	}
	by := g.scale(coef{{g.log, rational.One}}, g.exponent(y.low()))
	return g.leadSign(g.leadSum(y.lead, lead{{0, by}}, rational.One))
}

func (g *germ) infinite(c coef) (*Value, error) {
	sign, err := g.sign(c)
	if err != nil {
		return nil, err
	}
	if sign == 0 {
		panic("taylor: a first coefficient is 0")
	}
	return &Value{Infinity: sign}, nil
}

// limitOfLog returns the limit of a coefficient with log(t).
func (g *germ) limitOfLog(c coef) (z *Value, err error) {
	err = g.inLog(func(h *germ) error {
		y, err := h.expand(g.id(c))
		if err != nil {
			return err
		}
		z, err = h.limit(y, g.id(c))
		return err
	})
	return z, err
}
