package taylor

import (
	"errors"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Side is where the variable comes from.
type Side uint8

// The sides. Both is either, with one expansion if it is the same from both.
const (
	Both Side = iota
	Left
	Right
)

// String returns the side as the protocol spells it.
func (d Side) String() string { return [...]string{"both", "left", "right"}[d] }

// A Point is where a formula is expanded: a value, which may have symbols but not
// the variable, or infinity. The zero value is 0.
type Point struct {
	Value    symbolic.Expr
	Infinity int // 1 or -1
}

// Options of an expansion. The zero value expands at 0, from both sides.
type Options struct {
	At   Point
	Side Side
	// Remainder is where the remainder is to be enclosed, if it is not nil.
	Remainder *Range
}

// An Expansion is what a formula looks like near a point.
type Expansion struct {
	Variable symbolic.Expr
	At       Point
	Order    int
	// Series has one series, or one from the left and one from the right.
	Series []Series
	// Missing is a side from which there is no expansion, if there is one from
	// the other.
	Missing    []Missing
	Smoothness Smoothness
}

// Missing says why there is no expansion from a side.
type Missing struct {
	Side Side
	Err  *Error
}

func (m Missing) smoothness() Smoothness {
	switch {
	case m.Err.Kind == NoValue:
		return Smoothness{Class: OneSided}
	case m.Err.grows:
		return Smoothness{Class: Unbounded}
	}
	return Smoothness{}
}

// A Series is a sum of terms, up to and with the power Order of the expansion (at
// infinity -Order), in the order of their size near the point.
type Series struct {
	Side  Side
	Terms []Term
	// Conditions on the other symbols, under which it holds.
	Conditions []symbolic.Expr
	// Exact says that the formula is equal to the sum near the point. If not, the
	// rest is O(Rest), or o(Rest) if it is Little: the next terms may have
	// logarithms.
	Exact  bool
	Rest   symbolic.Expr
	Little bool
	// Remainder encloses the formula minus the terms, wherever it has a value in
	// the range of the options, on the side of the series: both bounds are proved,
	// and mostly not more than 1/256 of the larger one away from what is attained.
	// It is nil if there is no range, or none on this side.
	Remainder *interval.Interval
}

// A Term is
//
//	Coef · Base^Power · log(Base)^Log
//
// where Base goes to 0 or to infinity: x-a, a-x from the left where there are
// roots or logarithms, x at infinity, and -x at minus infinity then.
type Term struct {
	Coef  symbolic.Expr
	Base  symbolic.Expr
	Power symbolic.Expr
	Log   int
	log   symbolic.Expr // of the base, if Log > 0
}

// MaxOrder bounds the order of an expansion.
const MaxOrder = 1000

// Expand returns the expansion of a formula by powers of x-a near a point a:
//
//	f(x) = c0 + c1·(x-a) + ... + cn·(x-a)^n + O((x-a)^(n+1))
//
// with exact coefficients, negative and fractional powers and logarithms where
// they occur. Where the formula is not the same from both sides, as at kinks and
// jumps, there are two. Definitions of the scope are put in; its assumptions are
// used.
//
// The coefficients of functions come from recurrences that follow from their
// derivatives in the function table, not from repeated differentiation. That a
// coefficient is the first one that is not 0 is proved, or required by a
// condition on other symbols, and not guessed.
//
// Errors: an *Error says why there is no expansion or why it was not found, a
// *symbolic.LimitError that it is too large.
func Expand(scope *read.Scope, f read.Formula, x symbolic.Expr, order int, o Options) (z Expansion, err error) {
	defer symbolic.Catch(&err)
	if order < 0 || order > MaxOrder {
		return z, fail(Unsupported, "the order of an expansion is an integer from 0 to %d, not %d", MaxOrder, order)
	}
	p, err := newPlan(scope, f, x, o.At)
	if err != nil {
		return z, err
	}
	z = Expansion{Variable: x, At: p.at, Order: order}
	o.Side = p.assumed(o.Side)
	parts, missing, err := p.parts(order, o.Side)
	if err != nil {
		return z, err
	}
	z.Missing = missing
	var conds []symbolic.ID
	for _, h := range parts {
		z.Series = append(z.Series, h.series)
		conds = append(conds, h.conds...)
	}
	if len(parts) == 2 && p.same(parts) {
		z.Series = z.Series[1:]
		z.Series[0].Side, z.Series[0].Conditions = Both, p.conditions(conds)
	}
	for i := range z.Series {
		if o.Remainder == nil {
			break
		}
		h := parts[len(parts)-len(z.Series)+i]
		h.series = z.Series[i]
		r, ok, err := p.remainder(h, order, *o.Remainder)
		if err != nil {
			return z, err
		}
		if ok {
			z.Series[i].Remainder = &r
		}
	}
	switch {
	case p.facts.With(p.s.Exprs(conds)...).Contradictory():
	case p.at.Infinity != 0 || o.Side != Both:
	case len(missing) > 0:
		z.Smoothness = missing[0].smoothness()
	default:
		z.Smoothness = p.class(order, parts)
	}
	return z, nil
}

// parts expands the formula from a side or both: as one part if it is the same
// function there, else as two. If there is no expansion from one of two sides it
// is missing.
func (p *plan) parts(order int, side Side) (parts []part, missing []Missing, err error) {
	sides := []Side{side}
	if side == Both && p.at.Infinity == 0 {
		h, err := p.part(Both, order)
		var again *restart
		if !errors.As(err, &again) {
			return []part{h}, nil, err
		}
		sides = []Side{Left, Right}
	}
	for _, side := range sides {
		h, err := p.part(side, order)
		var e *Error
		switch {
		case errors.As(err, &e):
			missing = append(missing, Missing{side, e})
		case err != nil:
			return nil, nil, err
		default:
			parts = append(parts, h)
		}
	}
	if len(parts) == 0 {
		return nil, nil, missing[len(missing)-1].Err
	}
	return parts, missing, nil
}

// run expands the formula by a program if it is smooth at the point.
func (p *plan) run(order int) (*series, error) {
	s := p.s
	if p.at.Infinity != 0 || len(s.FreeSymbols(p.at.Value.ID())) > 0 {
		return nil, errNoProgram
	}
	q := newProgram(p.values, p.x, p.at.Value.ID())
	root, err := q.compile(p.root)
	if err != nil {
		return nil, err
	}
	if !q.holds(p.domain) || q.code[root].op == opConstant {
		return nil, errNoProgram
	}
	list, err := q.coefficients(root, order)
	if err != nil {
		return nil, err
	}
	g := newRing(s)
	y := numbers(list).seriesOf(order+1, false)
	y.c[0] = g.add(y.c[0], g.of(q.code[root].offset))
	if q.degrees()[root] <= order {
		y.prec = exact
	}
	return y.trimmed(exact), nil
}

// under says of an error about values under which conditions it was found.
func (p *plan) under(g *germ, err error) error {
	var e *Error
	if !errors.As(err, &e) || e.Kind != NoValue || len(g.conds) == 0 {
		return err
	}
	return fail(Undecided, "where %s: %s", g.text(p.s.And(g.conds...)), e.Reason)
}

// same tells whether the expansions from both sides are the same.
func (p *plan) same(parts []part) bool {
	l, r := parts[0].series, parts[1].series
	if len(l.Terms) != len(r.Terms) || l.Exact != r.Exact {
		return false
	}
	for i, t := range l.Terms {
		u := r.Terms[i]
		g := parts[1].g
		if t.Base != u.Base || t.Power != u.Power || t.Log != u.Log || g.equal(g.of(t.Coef.ID()), g.of(u.Coef.ID())) != assume.Yes {
			return false
		}
	}
	return true
}

// conditions returns conditions in their shortest form, without those that
// follow from the assumptions.
func (p *plan) conditions(list []symbolic.ID) []symbolic.Expr {
	s := p.s
	switch c := p.facts.Reduce(s.Expr(s.And(list...))); {
	case c.Kind() == symbolic.And:
		return s.Exprs(s.Operands(c.ID()))
	case c.ID() == symbolic.True:
		return nil
	default:
		return []symbolic.Expr{c}
	}
}

// A part is an expansion from one side or both.
type part struct {
	g      *germ
	y      *series
	series Series
	conds  []symbolic.ID
	// analytic says that the formula is known to be so, and has a value at the
	// point.
	analytic bool
}

func (p *plan) part(side Side, order int) (z part, err error) {
	if side == Both {
		if y, err := p.run(order); err == nil {
			z = part{g: p.germ(side, 1, order+1), y: y, analytic: true}
			z.series, err = p.present(z.g, y, side, order)
			return z, err
		}
	}
	err = p.near(side, order, func(g *germ) error {
		y, err := g.whole(p.root, p.domain)
		if err != nil {
			return p.under(g, err)
		}
		if len(y.lead) > 0 { // its growth is that of the first coefficient that is not 0
			if y, err = g.first(y, p.root, g.isIdentity); err != nil {
				return err
			}
		}
		if n := order*g.roots + 1; y.prec < n {
			return &restart{terms: int64(n - y.prec)}
		}
		z = part{g: g, y: y, conds: g.conds}
		z.series, err = p.present(g, y, side, order)
		z.series.Conditions = p.conditions(g.conds)
		return err
	})
	return z, err
}

// whole expands a formula that has values for all small t.
func (g *germ) whole(root, domain symbolic.ID) (*series, error) {
	for {
		needs, err := g.demand(domain)
		if err != nil {
			return nil, err
		}
		if len(needs) == 0 {
			break
		}
		for _, id := range needs {
			if _, err := g.expand(id); err != nil {
				return nil, err
			}
		}
	}
	z, err := g.expand(root)
	if e := (*Error)(nil); errors.As(err, &e) && e.Kind == NoValue {
		// Its domain says that it has values: only a part that stands for another, such
		// as a derivative at an end, has none.
		return nil, &Error{Kind: Undecided, Reason: e.Reason}
	}
	return z, err
}

const (
	// maxRoots bounds the common denominator of exponents.
	maxRoots = 60
	// extraTerms bounds the terms that are computed beyond the order because
	// first ones cancel.
	extraTerms = 200
)

// near calls f with germs of more and more terms, and finer exponents, until it
// needs no others. The error may be a *restart that asks for a side.
func (p *plan) near(side Side, order int, f func(g *germ) error) error {
	roots, extra := 1, 0
	for {
		g := p.germ(side, roots, (order+extra)*roots+1)
		err := f(g)
		if err == nil && g.facts.Contradictory() && !p.facts.Contradictory() {
			err = fail(Undecided, "it holds only where %s, which is nowhere", g.text(p.s.And(g.conds...)))
		}
		var again *restart
		if !errors.As(err, &again) || again.side {
			return err
		}
		if again.roots > 1 {
			if again.roots > maxRoots || roots*int(again.roots) > maxRoots {
				return tooManyRoots()
			}
			roots *= int(again.roots)
			continue
		}
		if extra >= extraTerms {
			return fail(Undecided, "no term that is not 0 was found up to the order %d", order+extra)
		}
		extra = min(extraTerms, 2*extra+max(1, int(min(again.terms, extraTerms))/roots))
	}
}

// germ returns a germ at the point of the plan.
func (p *plan) germ(side Side, roots, cut int) *germ {
	g := &germ{
		ring: newRing(p.s), lib: p.scope.Library, scope: p.scope, x: p.x, side: side != Both || p.at.Infinity != 0, roots: roots, cut: cut,
		memo: map[symbolic.ID]*series{}, alias: map[symbolic.ID]symbolic.ID{}, index: map[symbolic.ID]symbolic.ID{}, closures: map[symbolic.ID]closure{},
		zeros: map[symbolic.ID]bool{}, proved: map[symbolic.ID]bool{},
		logSymbol: &p.logSymbol, facts: p.facts, values: p.values,
	}
	g.log = p.logSymbol
	step := number(rational.One)
	switch {
	case p.at.Infinity != 0:
		g.at = monomial(number(rational.Int(int64(p.at.Infinity))), -roots)
		return g
	case side == Left:
		step = number(rational.NegOne)
	}
	g.at = monomial(step, roots)
	if a := g.of(p.at.Value.ID()); len(a) > 0 {
		g.at = &series{c: make([]coef, roots+1), prec: exact}
		g.at.c[0], g.at.c[roots] = a, step
	}
	g.at = g.at.trimmed(exact)
	return g
}
