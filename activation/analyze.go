package activation

import (
	"errors"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/rational"
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
// Errors: an *Error where the function has no value at 0, a *taylor.Error where it
// has no expansion there, or a *symbolic.LimitError.
func Analyze(scope *read.Scope, f read.Formula, x symbolic.Expr, o Options) (z Report, err error) {
	defer symbolic.Catch(&err)
	a := &analysis{line: newLine(scope, x.ID()), f: resolved(scope, f), o: o}
	z.Expr, z.Variable, z.a = a.f.Expr, x, a
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
	same     bool // one expansion for both sides
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

// whole finds the pieces, range and slopes on the line.
func (a *analysis) whole(z *Report) error {
	err := a.divide()
	if err == nil {
		err = a.values(z)
	}
	if err != nil {
		z.Unknown, err = reason(err)
		z.NoSlope = z.Unknown
		return err
	}
	if err = a.slopesOf(z); err != nil {
		z.NoSlope, err = reason(err)
	}
	return err
}

// reason returns why something is not supported; other errors stay errors.
func reason(err error) (string, error) {
	var u *unsupportedError
	if errors.As(err, &u) {
		return u.reason, nil
	}
	return "", err
}

func (a *analysis) divide() error {
	domain := a.facts.Reduce(a.f.Domain)
	if domain.ID() != symbolic.True {
		return unsupported("it has values only where %s", a.text(domain))
	}
	list, err := a.line.pieces(a.f.Expr.ID())
	if err != nil {
		return err
	}
	for i := range list {
		if list[i].expr, err = a.simpler(list[i].expr); err != nil {
			return err
		}
		if free := a.s.FreeSymbols(list[i].expr); len(free) > 1 || len(free) == 1 && free[0] != a.x {
			for _, id := range free {
				if id != a.x {
					return unsupported("it needs a number for %s", a.s.Name(id))
				}
			}
		}
	}
	a.pieces = list
	programs := make([]*program, len(list))
	for i, p := range list {
		if programs[i], err = a.compile(p.expr); err != nil {
			return err
		}
		for _, e := range []end{p.left, p.right} {
			if e.infinity == 0 && !sound(programs[i].run(e.value, 0)[0]) {
				return unsupported("its values near a place at which it changes could not be enclosed")
			}
		}
	}
	a.programs = programs
	return nil
}

// values finds the infimum and supremum of the function.
func (a *analysis) values(z *Report) error {
	var all span
	gaps, err := a.jumps()
	if err != nil {
		return err
	}
	for i, p := range a.pieces {
		v, err := a.span(p, a.programs[i], 0, p.expr)
		if err != nil {
			return err
		}
		if gaps { // the value at an end may be another one
			v.low.Attained = v.low.Attained && v.low.IsExact()
			v.high.Attained = v.high.Attained && v.high.IsExact()
		}
		if p.left.infinity == 0 {
			at, err := a.exact(a.put(a.f.Expr.ID(), p.left.at), true)
			if err != nil {
				return err
			}
			v = a.hull(v, span{at, at})
		}
		if i > 0 {
			v = a.hull(all, v)
		}
		all = v
	}
	z.Range = Range{all.low, all.high, gaps}
	return nil
}

// slopesOf finds the infimum and supremum of the derivative.
func (a *analysis) slopesOf(z *Report) error {
	var all span
	for i, p := range a.pieces {
		d, err := a.derivative(p.expr)
		if err != nil {
			return err
		}
		v, err := a.span(p, a.programs[i], 1, d)
		if err != nil {
			return err
		}
		if i > 0 {
			v = a.hull(all, v)
		}
		all = v
	}
	z.Slope = Range{all.low, all.high, true}
	z.MaxSlope = a.larger(all.high, a.negative(all.low))
	if z.Lipschitz = z.MaxSlope; z.Range.Gaps {
		z.Lipschitz = Extreme{Infinity: 1}
	}
	return nil
}

// jumps tells whether the function is not continuous.
func (a *analysis) jumps() (bool, error) {
	for i := 1; i < len(a.pieces); i++ {
		at := a.pieces[i].left.at
		value := a.put(a.f.Expr.ID(), at)
		for _, p := range a.pieces[i-1 : i+1] {
			switch order, ok := a.compare(a.put(p.expr, at), value); {
			case !ok:
				return false, unsupported("whether it is continuous could not be decided")
			case order != 0:
				return true, nil
			}
		}
	}
	return false, nil
}

func (a *analysis) parityOf() (Parity, error) {
	if a.left == nil {
		return a.parity(a.f, a.pieces, a.bias, half{a.bias}, half{a.bias})
	}
	return a.parity(a.f, a.pieces, a.bias, a.left, a.right)
}

var momentNames = [...]string{"mean", "variance", "slope_mean", "slope_variance"}

// series finds the asymptotic series of the moments.
func (a *analysis) series(z *Report) error {
	s := a.s
	z.Sigma = s.Expr(s.FreshSym("sigma"))
	if a.left == nil {
		z.NoSeries = "the expansion at 0 has other powers than integers"
		return nil
	}
	exact := a.isGlobal(z)
	// If the sides agree in these orders only, odd powers may follow.
	even := a.same && z.Expansion.Smoothness.Class == taylor.Analytic
	mean, variance, err := a.meanAndVariance(a.left, a.right, a.o.Order, even, exact)
	if err != nil {
		return err
	}
	slopeMean, slopeVariance, err := a.meanAndVariance(a.slopes(a.left), a.slopes(a.right), a.o.Order-1, even, exact)
	if err != nil {
		return err
	}
	if z.Parity == Odd || z.Parity == OddAboutBias { // the mean is the bias, exactly
		mean = Asymptotic{Exact: true}
		if a.bias != symbolic.Zero {
			mean.Terms = []Power{{s.Expr(a.bias), 0}}
		}
	}
	if z.Parity == Even { // the derivative is odd
		slopeMean = Asymptotic{Exact: true}
	}
	for i, m := range []Asymptotic{mean, variance, slopeMean, slopeVariance} {
		z.Moments = append(z.Moments, Moment{Name: momentNames[i], Series: m})
	}
	return nil
}

// isGlobal tells whether the series are equal to the function on the whole of their
// sides.
func (a *analysis) isGlobal(z *Report) bool {
	if a.programs == nil || !z.Left.Exact || !z.Right.Exact || len(a.pieces) > 2 {
		return false
	}
	return len(a.pieces) == 1 || a.pieces[1].left.at == symbolic.Zero
}

// shiftOf returns what is subtracted from the function and its derivative: what they
// are at 0, if they are the same from both sides.
func (a *analysis) shiftOf(z *Report) (shift, error) {
	slope := symbolic.ID(symbolic.Zero)
	if l, r := z.SlopeLeft, z.SlopeRight; l.Err == nil && r.Err == nil && l.Infinity == 0 && l.Expr == r.Expr && r.Infinity == 0 {
		slope = r.Expr.ID()
	}
	return a.shift(a.bias, slope)
}

// numbers encloses the moments for the given sigma. Without one those for a small
// one are looked for, since the series say nothing if there are none.
func (a *analysis) numbers(z *Report) error {
	if a.programs == nil {
		z.NoNumber = z.Unknown
		return nil
	}
	sigma := a.o.Sigma
	wanted := sigma.Store() != nil
	if !wanted {
		sigma = a.s.Rational(rational.New(1, 64))
	}
	by, err := a.shiftOf(z)
	var n normal
	if err == nil {
		n, err = a.normal(sigma.ID())
	}
	var m [integrals]interval.Float
	if err == nil {
		m, err = n.moments(a.pieces, a.programs, by)
	}
	if err != nil {
		if z.NoNumber, err = reason(err); err == nil {
			exist := n.line != nil && z.NoSlope == "" && n.exist(a.pieces, by)
			for i := range z.Moments {
				z.Moments[i].Proved = exist
			}
		}
		return err
	}
	if z.Parity == Odd || z.Parity == OddAboutBias {
		m[ofValue] = zero
	}
	variance := func(mean, square interval.Float) interval.Float {
		v := square.Sub(mean.Sqr())
		return interval.NewFloat(max(0, v.Lower()), max(0, v.Upper()))
	}
	within := [...]interval.Float{by.t.Add(m[ofValue]), variance(m[ofValue], m[ofSquare]), by.d.Add(m[ofSlope]), variance(m[ofSlope], m[ofSlopeSquare])}
	if len(z.Moments) == 0 {
		for _, name := range momentNames {
			z.Moments = append(z.Moments, Moment{Name: name})
		}
	}
	for i := range z.Moments {
		m := &z.Moments[i]
		m.Proved = true
		if m.Within, m.HasNumber = within[i], wanted; m.Series.Exact {
			m.Exact = a.exactSum(m.Series, sigma.ID())
			if m.Within, err = a.constant(m.Exact.ID()); err != nil {
				return err
			}
		}
	}
	return nil
}

// exactSum is the value of a series at sigma.
func (a *analysis) exactSum(z Asymptotic, sigma symbolic.ID) symbolic.Expr {
	sum := a.s.NewSum()
	for _, t := range z.Terms {
		sum.Add(a.s.Mul(t.Coef.ID(), a.s.Pow(sigma, a.s.Int(int64(t.Power)))))
	}
	return a.s.Expr(sum.Sum())
}
