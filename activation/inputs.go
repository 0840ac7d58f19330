package activation

import (
	"slices"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

var momentNames = [...]string{"mean", "variance", "slope_mean", "slope_variance"}

// series finds the asymptotic series of the moments.
func (a *analysis) series(z *Report) error {
	s := a.s
	z.Sigma = s.Expr(s.FreshSym("sigma"))
	if a.lacksValues() {
		z.NoSeries = "it has values only where " + a.text(a.facts.Reduce(a.f.Domain)) + ", so that there is no mean"
		return nil
	}
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
	if a.center, err = a.slopeCenter(z); err != nil {
		return err
	}
	if a.center.Store() != nil {
		slopeMean = Asymptotic{Exact: true}
		if a.center.ID() != symbolic.Zero {
			slopeMean.Terms = []Power{{a.center, 0}}
		}
	}
	for i, m := range []Asymptotic{mean, variance, slopeMean, slopeVariance} {
		z.Moments = append(z.Moments, Moment{Name: momentNames[i], Series: m})
	}
	return nil
}

// lacksValues tells whether the function certainly has no value on some interval, so
// that it has none with a positive probability.
func (a *analysis) lacksValues() bool {
	program := certify.Compile(a.lib, a.s, a.f.Domain.ID())
	if in := program.Inputs(); len(in) != 1 || in[0] != a.x {
		return false
	}
	var scratch certify.Scratch
	for at := 0x1p-10; at < 0x1p20; at *= 2 {
		for _, box := range []interval.Float{interval.NewFloat(at, 2*at), interval.NewFloat(-2*at, -at)} {
			if program.Float([]interval.Float{box}, &scratch)[0].Truth == certify.No {
				return true
			}
		}
	}
	return false
}

// slopeCenter returns a constant c such that s'-c is odd, which is the mean of s'(X)
// then; it has no store where none is known.
func (a *analysis) slopeCenter(z *Report) (c symbolic.Expr, err error) {
	if z.Parity == Even {
		return a.s.Expr(symbolic.Zero), nil
	}
	l, r := z.SlopeLeft, z.SlopeRight
	if l.Err != nil || r.Err != nil || l.Infinity != 0 || r.Infinity != 0 || l.Expr != r.Expr {
		return c, nil
	}
	// s'-c is odd if s-c·x is even.
	line := a.s.Mul(r.Expr.ID(), a.x)
	rest := func(id symbolic.ID) symbolic.ID { return a.s.Sub(id, line) }
	list := slices.Clone(a.pieces)
	for i := range list {
		list[i].expr = rest(list[i].expr)
	}
	left, right := slices.Clone(a.left), slices.Clone(a.right)
	left[1], right[1] = symbolic.Zero, symbolic.Zero
	f := read.Formula{Expr: a.s.Expr(rest(a.f.Expr.ID())), Domain: a.f.Domain}
	for k := range right {
		if k%2 != 0 && (left[k] != symbolic.Zero || right[k] != symbolic.Zero) && a.differ(a.s.Neg(left[k]), right[k]) {
			return c, nil
		}
	}
	if p, err := a.parity(f, list, a.bias, left, right); err != nil || p != Even {
		return c, err
	}
	return r.Expr, nil
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
	if a.center.Store() != nil {
		m[ofSlope] = zero
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
