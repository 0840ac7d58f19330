package activation

import (
	"slices"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// Options say what to analyse.
type Options struct {
	Order int           // of the expansions; at least 1
	Sigma symbolic.Expr // the standard deviation, a positive constant; without a store there are no numbers
	Depth int           // up to how many compositions; 0 and 1 are none
}

// An Error says why a function cannot be analysed.
type Error struct{ Reason string }

// Error returns the reason.
func (e *Error) Error() string { return e.Reason }

// Analyze analyses a formula as a function of a variable. Other symbols are
// parameters; what needs numbers for them is left out, with the reason.
//
// Errors: an *Error where the function has no value at 0 or something is assumed
// about the variable, which goes through all reals, a *taylor.Error where it
// has no expansion there, or a *symbolic.LimitError.
func Analyze(scope *read.Scope, f read.Formula, x symbolic.Expr, o Options) (z Report, err error) {
	defer symbolic.Catch(&err)
	a := &analysis{line: newLine(scope, x.ID()), f: resolved(scope, f), o: o}
	z.Expr, z.Variable, z.a = a.f.Expr, x, a
	if err := a.unassumed(); err != nil {
		return z, err
	}
	if err := a.near(&z); err != nil {
		return z, err
	}
	if err := a.whole(&z); err != nil {
		return z, err
	}
	if z.Parity, err = a.parityOf(); err != nil {
		return z, err
	}
	if z.Verdict, err = a.verdict(&z); err != nil {
		return z, err
	}
	if err := a.series(&z); err != nil {
		return z, err
	}
	if err := a.numbers(&z); err != nil {
		return z, err
	}
	err = a.compositions(&z)
	return z, err
}

// An analysis is a report that is being made.
type analysis struct {
	*line
	f        read.Formula
	o        Options
	bias     symbolic.ID
	left     half // nil where the expansions have other powers
	right    half
	same     bool          // one expansion for both sides
	center   symbolic.Expr // that of the derivative, if it is odd about one
	pieces   []piece
	programs []*program // of the pieces; nil where there are none
}

// resolved puts the definitions of the scope into a formula.
func resolved(scope *read.Scope, f read.Formula) read.Formula {
	s := scope.Store
	expr, domain := f.Expr.ID(), f.Domain.ID()
	for i := len(scope.Definitions) - 1; i >= 0; i-- {
		d := scope.Definitions[i]
		if !s.Depends(expr, d.Name.ID()) && !s.Depends(domain, d.Name.ID()) {
			continue
		}
		put := map[symbolic.ID]symbolic.ID{d.Name.ID(): d.Expr.ID()}
		expr = s.Substitute(expr, put)
		domain = s.And(d.Domain.ID(), s.Substitute(domain, put))
	}
	return read.Formula{Expr: s.Expr(expr), Domain: s.Expr(domain)}
}

// unassumed is an error if something is assumed about the variable: what holds for
// some of its values is no property of the function on the line.
func (a *analysis) unassumed() error {
	name := a.s.Name(a.x)
	fails := func(what string) error {
		return &Error{"it is analysed for all real " + name + ", and cannot be under an assumption about " + name + "; leave out " + what}
	}
	if t, ok := a.scope.Types[name]; ok && t != read.Real {
		return fails(name + ":" + string(t))
	}
	for _, r := range a.scope.Relations {
		if f := resolved(a.scope, r); a.s.Depends(f.Expr.ID(), a.x) || a.s.Depends(f.Domain.ID(), a.x) {
			return fails(a.text(r.Expr))
		}
	}
	return nil
}

// near finds value, slopes and expansions at 0.
func (a *analysis) near(z *Report) error {
	s := a.s
	switch at := s.Expr(a.put(a.f.Domain.ID(), symbolic.Zero)); a.facts.Holds(at) {
	case assume.No:
		return &Error{"it has no value at 0: " + a.text(a.f.Domain) + " fails there"}
	case assume.Unknown:
		return &Error{"whether it has a value at 0 depends on " + a.text(at)}
	}
	value, err := a.simpler(a.put(a.f.Expr.ID(), symbolic.Zero))
	if err != nil {
		return err
	}
	z.Expansion, err = taylor.Expand(a.scope, a.f, z.Variable, a.o.Order, taylor.Options{})
	if err != nil {
		return err
	}
	if len(z.Expansion.Missing) > 0 {
		m := z.Expansion.Missing[0]
		return &Error{"it has no expansion from the " + m.Side.String() + ": " + m.Err.Error()}
	}
	for i := range z.Expansion.Series {
		for _, c := range z.Expansion.Series[i].Conditions {
			if !slices.Contains(z.Conditions, c) {
				z.Conditions = append(z.Conditions, c)
			}
		}
		if err := a.tidy(&z.Expansion.Series[i]); err != nil {
			return err
		}
	}
	z.Left, z.Right = z.Expansion.Series[0], z.Expansion.Series[len(z.Expansion.Series)-1]
	a.same = len(z.Expansion.Series) == 1
	var ok bool
	if a.left, a.right, ok = a.halves(z.Left, z.Right, a.o.Order); !ok {
		a.left, a.right = nil, nil
	}
	switch z.Expansion.Smoothness.Class {
	case taylor.Analytic, taylor.Differentiable, taylor.AtLeast: // the value is the limit, which is written better
		if a.right != nil {
			value = a.right[0]
		}
	}
	a.bias, z.Value = value, s.Expr(value)
	z.SlopeLeft, z.SlopeRight = a.slopeOf(z.Left, -1), a.slopeOf(z.Right, 1)
	return nil
}

// tidy simplifies the coefficients of a series.
func (l *line) tidy(part *taylor.Series) error {
	kept := part.Terms[:0]
	for _, t := range part.Terms {
		id, err := l.simpler(t.Coef.ID())
		if err != nil {
			return err
		}
		if t.Coef = l.s.Expr(id); id != symbolic.Zero {
			kept = append(kept, t)
		}
	}
	part.Terms = kept
	return nil
}

// slopeOf returns the one-sided derivative at 0 that a series shows: the
// coefficient of x, or infinite where a power below it comes first.
func (a *analysis) slopeOf(part taylor.Series, side int) taylor.Value {
	s := a.s
	z := taylor.Value{Expr: s.Expr(symbolic.Zero)}
	for _, t := range part.Terms {
		if t.Power.Kind() != symbolic.Number {
			return taylor.Value{Err: &taylor.Error{Kind: taylor.Undecided, Reason: "a power depends on symbols"}}
		}
		p := t.Power.Number()
		n, isInt := p.Int64()
		switch {
		case isInt && n == 0 && t.Log == 0:
		case isInt && n == 1 && t.Log == 0:
			z.Expr = t.Coef
			if t.Base.ID() == s.Neg(a.x) {
				z.Expr = t.Coef.Neg()
			}
			return z
		case p.Sign() < 0 || n == 0 && isInt:
			return taylor.Value{Err: &taylor.Error{Reason: "it is unbounded at 0"}}
		case !isInt && p.Floor().Sign() == 0 || n == 1:
			// c·|x|^p with p < 1, or with a logarithm, which is negative near 0.
			sign, ok := a.compare(t.Coef.ID(), symbolic.Zero)
			if !ok {
				return taylor.Value{Err: &taylor.Error{Kind: taylor.Undecided, Reason: "it is infinite"}}
			}
			if t.Log%2 != 0 {
				sign = -sign
			}
			return taylor.Value{Infinity: sign * side}
		default:
			return z
		}
	}
	return z
}

// longText is the length from which constants are written as decimals in reasons.
const longText = 28

// text writes an expression for a reason.
func (l *line) text(e symbolic.Expr) string {
	t, err := present.Text(e)
	if err == nil && len(t) <= longText {
		return t
	}
	if x, e := l.constant(e.ID()); e == nil {
		return Digits(x, 11)
	}
	if err != nil {
		return "(a long formula)"
	}
	return t
}

// termText writes coefficient·rest, the coefficient by itself.
func (l *line) termText(coef, rest symbolic.Expr) string {
	if t := l.text(coef.Mul(rest)); coef.Kind() != symbolic.Number || len(t) <= longText {
		return t
	}
	return l.text(coef) + "*" + l.text(rest)
}

func (a *analysis) parityOf() (Parity, error) {
	if a.left == nil {
		return a.parity(a.f, a.pieces, a.bias, half{a.bias}, half{a.bias})
	}
	return a.parity(a.f, a.pieces, a.bias, a.left, a.right)
}
