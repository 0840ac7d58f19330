package numeric

import (
	"math"
	"sync"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Stable forms are other ways to compute the same real function, in which
// nothing cancels or overflows before the value does. Each is equal to the
// plain form wherever that has a value.
//
//	log(1+u)                     log1p(u)
//	log(1+exp(u))                softplus(u)
//	log(exp(u)+exp(v)+c)         log-sum-exp of u, v, log(c), the largest taken out
//	log(1-exp(u))                log(-expm1(u)) near u = 0, else log1p(-exp(u))
//	log(sigmoid(u))              logsigmoid(u)
//	exp(u)-1, 1-exp(u)           expm1(u), -expm1(u)
//	log(cosh(u))                 log1p(2*sinh(u/2)^2) near u = 0, else |u|+log1p(exp(-2*|u|))-log(2)
//	1-sigmoid(u)                 sigmoid(-u)
//	1-tanh(u), 1+tanh(u)         2*sigmoid(-2*u), 2*sigmoid(2*u)
//	1-erf(u), 1+erf(u)           erfc(u), erfc(-u)
//	1-erfc(u)                    erf(u)
//	1-tanh(u)^2                  sech(u)^2
//	1-cos(u)                     2*sin(u/2)^2
//	a^2-b^2                      (a-b)*(a+b)
//	sqrt(a+c)-sqrt(a)            c/(sqrt(a+c)+sqrt(a)) for numbers c
//	exp(u)-exp(-u), +            2*sinh(u), 2*cosh(u)
//	1/(1+exp(u))                 sigmoid(-u)
//	exp(u)/(1+exp(u))            sigmoid(u)
//	exp(u)/(exp(u)+exp(v)+...)   softmax, the largest exponent taken out
//	sqrt(u^2+v^2)                hypot(u,v)

// tableRows are the functions that stable forms speak of.
type tableRows struct {
	exp, log, log1p, expm1, sigmoid, logsigmoid, softplus, tanh, sech, sinh, cosh, sin, cos, pow, cbrt, hypot, erf, erfc, abs *function.Row
}

var rows = sync.OnceValue(func() *tableRows {
	row := func(name string, args int) *function.Row {
		r, err := function.Default().Lookup(name, args)
		if err != nil {
			panic(err)
		}
		return r
	}
	return &tableRows{
		exp: row("exp", 1), log: row("log", 1), log1p: row("log1p", 1), expm1: row("expm1", 1),
		sigmoid: row("sigmoid", 1), logsigmoid: row("logsigmoid", 1), softplus: row("softplus", 2),
		tanh: row("tanh", 1), sech: row("sech", 1), sinh: row("sinh", 1), cosh: row("cosh", 1),
		sin: row("sin", 1), cos: row("cos", 1), pow: row("pow", 2), cbrt: row("cbrt", 1), hypot: row("hypot", 2),
		erf: row("erf", 1), erfc: row("erfc", 1), abs: row("abs", 1),
	}
})

// callOf returns the argument of a call of a function of one argument.
func (c *compiler) callOf(id symbolic.ID, row *function.Row) (arg symbolic.ID, ok bool) {
	if c.s.Kind(id) != symbolic.Apply || c.s.Function(id) != row {
		return 0, false
	}
	return c.s.Operands(id)[0], true
}

func (c *compiler) softplus(u value) value { return c.g.call(rows().softplus, u, c.g.constant(1)) }

// stableCall is the stable form of a call, if there is one.
func (c *compiler) stableCall(row *function.Row, ops []symbolic.ID) (value, bool) {
	if row != rows().log {
		return none, false
	}
	if u, ok := c.callOf(ops[0], rows().sigmoid); ok {
		return c.g.call(rows().logsigmoid, c.of(u)), true
	}
	if u, ok := c.callOf(ops[0], rows().cosh); ok {
		return c.logCosh(c.of(u)), true
	}
	if k := c.s.Kind(ops[0]); k != symbolic.Sum && k != symbolic.SumOver {
		return none, false
	}
	f := c.form(ops[0])
	if list, ok := c.exponentials(&f); ok {
		return c.logSumExp(list), true
	}
	if f.constant != symbolic.One {
		return none, false
	}
	if len(f.terms) == 1 && f.terms[0].times.Equal(rational.NegOne) {
		if u, ok := c.callOf(f.terms[0].id, rows().sigmoid); ok {
			return c.g.call(rows().logsigmoid, c.g.neg(c.of(u))), true
		}
		if u, ok := c.callOf(f.terms[0].id, rows().exp); ok {
			return c.logOneMinusExp(c.of(u)), true
		}
	}
	f.constant = symbolic.Zero
	return c.g.call(rows().log1p, c.plainSum(&f)), true
}

// logOneMinusExp is log(1-exp(u)) for u < 0, after Mächler (2012).
func (c *compiler) logOneMinusExp(u value) value {
	g := c.g
	near := g.relation(symbolic.Less, g.constant(-0.6931471805599453), u)
	return g.choose(near,
		g.call(rows().log, g.neg(g.call(rows().expm1, u))),
		g.call(rows().log1p, g.neg(g.call(rows().exp, u))))
}

// logCosh is log(cosh(u)): where cosh overflows it is |u| nearly, and where it is 1 nearly
// it is u^2/2.
func (c *compiler) logCosh(u value) value {
	g := c.g
	size := g.call(rows().abs, u)
	half := g.call(rows().sinh, g.mul(g.constant(0.5), u))
	return g.choose(g.relation(symbolic.Less, size, g.constant(1)),
		g.call(rows().log1p, g.mul(g.constant(2), g.power(half, 2))),
		g.add(size, g.call(rows().log1p, g.call(rows().exp, g.mul(g.constant(-2), size))), g.constant(-math.Ln2)))
}

// exponentials returns u, v, ... for a sum of exp(u), exp(v), ... with positive
// coefficients, which are parts of the exponents, and a constant that is 0 or
// more.
func (c *compiler) exponentials(f *sumForm) (list []value, ok bool) {
	s := c.s
	if s.Kind(f.constant) != symbolic.Number || s.Number(f.constant).Sign() < 0 || len(f.terms) == 0 {
		return nil, false
	}
	for _, t := range f.terms {
		if _, ok := c.callOf(t.id, rows().exp); !ok || t.times.Sign() <= 0 {
			return nil, false
		}
	}
	logOf := func(x rational.Rat) value { return c.constant(s.Apply(s.Func(rows().log), s.Num(x))) }
	if n := s.Number(f.constant); n.IsOne() {
		list = append(list, c.g.constant(0))
	} else if n.Sign() > 0 {
		list = append(list, logOf(n))
	}
	for _, t := range f.terms {
		u, _ := c.callOf(t.id, rows().exp)
		v := c.of(u)
		if !t.times.IsOne() {
			v = c.g.add(v, logOf(t.times))
		}
		list = append(list, v)
	}
	return list, len(list) > 1
}

func (c *compiler) logSumExp(list []value) value {
	if len(list) == 2 && c.g.isConst(list[0], 0) {
		return c.softplus(list[1])
	}
	return c.g.make(opLogSumExp, 0, list...)
}

// stableSum is the stable form of a sum, if there is one.
func (c *compiler) stableSum(f *sumForm) (value, bool) {
	for _, form := range []func(*sumForm) (value, bool){c.complement, c.hyperbolic, c.differenceOfSquares, c.differenceOfRoots, c.expMinusOne} {
		if z, ok := form(f); ok {
			return z, true
		}
	}
	return none, false
}

// complement is k·(1-f) or k·(1+f) of a function f.
func (c *compiler) complement(f *sumForm) (value, bool) {
	g := c.g
	if c.s.Kind(f.constant) != symbolic.Number || len(f.terms) != 1 {
		return none, false
	}
	k, id := c.s.Number(f.constant), f.terms[0].id
	minus := f.terms[0].times.Equal(k.Neg())
	if !minus && !f.terms[0].times.Equal(k) {
		return none, false
	}
	z, ok := c.oneLess(id)
	if !minus {
		z, ok = c.oneMore(id)
	}
	if !ok {
		return none, false
	}
	return g.mul(g.constant(k.Float64()), z), true
}

// oneLess is 1-f.
func (c *compiler) oneLess(id symbolic.ID) (value, bool) {
	g := c.g
	if u, ok := c.callOf(id, rows().sigmoid); ok {
		return g.call(rows().sigmoid, g.neg(c.of(u))), true
	}
	if u, ok := c.callOf(id, rows().tanh); ok {
		return g.mul(g.constant(2), g.call(rows().sigmoid, g.mul(g.constant(-2), c.of(u)))), true
	}
	if u, ok := c.callOf(id, rows().erf); ok {
		return g.call(rows().erfc, c.of(u)), true
	}
	if u, ok := c.callOf(id, rows().erfc); ok {
		return g.call(rows().erf, c.of(u)), true
	}
	if u, ok := c.callOf(id, rows().cos); ok {
		half := g.mul(g.constant(0.5), c.of(u))
		return g.mul(g.constant(2), g.power(g.call(rows().sin, half), 2)), true
	}
	if base, ok := c.squareOf(id); ok {
		if u, ok := c.callOf(base, rows().tanh); ok {
			return g.power(g.call(rows().sech, c.of(u)), 2), true
		}
	}
	return none, false
}

// oneMore is 1+f of an odd function f less than 1.
func (c *compiler) oneMore(id symbolic.ID) (value, bool) {
	g := c.g
	if u, ok := c.callOf(id, rows().tanh); ok {
		return g.mul(g.constant(2), g.call(rows().sigmoid, g.mul(g.constant(2), c.of(u)))), true
	}
	if u, ok := c.callOf(id, rows().erf); ok {
		return g.call(rows().erfc, g.neg(c.of(u))), true
	}
	return none, false
}

// squareOf returns x of x^2.
func (c *compiler) squareOf(id symbolic.ID) (symbolic.ID, bool) {
	if c.s.Kind(id) != symbolic.Power {
		return 0, false
	}
	ops := c.s.Operands(id)
	return ops[0], c.s.Kind(ops[1]) == symbolic.Number && c.s.Number(ops[1]).Equal(rational.Int(2))
}

// hyperbolic is exp(u) plus or minus exp(-u).
func (c *compiler) hyperbolic(f *sumForm) (value, bool) {
	u, sign, ok := c.hyperbolicOf(f)
	if !ok {
		return none, false
	}
	row := rows().cosh
	if sign < 0 {
		row = rows().sinh
	}
	return c.g.mul(c.g.constant(2), c.g.call(row, c.of(u))), true
}

// hyperbolicOf recognises exp(u) + sign·exp(-u).
func (c *compiler) hyperbolicOf(f *sumForm) (u symbolic.ID, sign int, ok bool) {
	s := c.s
	if f.constant != symbolic.Zero || len(f.terms) != 2 {
		return 0, 0, false
	}
	u, ok1 := c.callOf(f.terms[0].id, rows().exp)
	v, ok2 := c.callOf(f.terms[1].id, rows().exp)
	if !ok1 || !ok2 || s.Neg(u) != v {
		return 0, 0, false
	}
	switch a, b := f.terms[0].times, f.terms[1].times; {
	case a.IsOne() && b.IsOne():
		return u, 1, true
	case a.IsOne() && b.Equal(rational.NegOne):
		return u, -1, true
	case b.IsOne() && a.Equal(rational.NegOne):
		return v, -1, true
	}
	return 0, 0, false
}

// differenceOfSquares is k·(a²-b²), of which a² or b² may be 1.
func (c *compiler) differenceOfSquares(f *sumForm) (value, bool) {
	g := c.g
	var squares []value
	var times []rational.Rat
	if f.constant != symbolic.Zero {
		if c.s.Kind(f.constant) != symbolic.Number {
			return none, false
		}
		squares, times = append(squares, g.constant(1)), append(times, c.s.Number(f.constant))
	}
	for _, t := range f.terms {
		base, ok := c.squareOf(t.id)
		if !ok || len(squares) == 2 {
			return none, false
		}
		squares, times = append(squares, c.of(base)), append(times, t.times)
	}
	if len(squares) != 2 || !times[0].Add(times[1]).IsZero() {
		return none, false
	}
	return g.mul(g.constant(times[0].Float64()), g.sub(squares[0], squares[1]), g.add(squares[0], squares[1])), true
}

// differenceOfRoots is k·(sqrt(a+m)-sqrt(a+n)) for numbers m and n.
func (c *compiler) differenceOfRoots(f *sumForm) (value, bool) {
	g := c.g
	if f.constant != symbolic.Zero || len(f.terms) != 2 || !f.terms[0].times.Add(f.terms[1].times).IsZero() {
		return none, false
	}
	var under [2]sumForm
	var roots [2]value
	for i, t := range f.terms {
		ops := c.s.Operands(t.id)
		if c.s.Kind(t.id) != symbolic.Power || c.s.Kind(ops[1]) != symbolic.Number || !c.s.Number(ops[1]).Equal(rational.Half) {
			return none, false
		}
		under[i], roots[i] = c.form(ops[0]), c.root(ops[0])
	}
	difference := c.s.Sub(under[0].constant, under[1].constant)
	if !sameTerms(under[0].terms, under[1].terms) || c.s.Kind(difference) != symbolic.Number {
		return none, false
	}
	k := c.s.Number(difference).Mul(f.terms[0].times)
	return g.div(g.constant(k.Float64()), g.add(roots[0], roots[1])), true
}

func sameTerms(a, b []scaledTerm) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].id != b[i].id || !a[i].times.Equal(b[i].times) {
			return false
		}
	}
	return true
}

// expMinusOne is a sum with k·exp(u) and the constant -k in it.
func (c *compiler) expMinusOne(f *sumForm) (value, bool) {
	if c.s.Kind(f.constant) != symbolic.Number {
		return none, false
	}
	k := c.s.Number(f.constant).Neg()
	for i, t := range f.terms {
		u, ok := c.callOf(t.id, rows().exp)
		if !ok || !t.times.Equal(k) {
			continue
		}
		rest := &terms{}
		for j, other := range f.terms {
			if j != i {
				c.addTerm(rest, other)
			}
		}
		z := c.g.call(rows().expm1, c.of(u))
		switch {
		case k.IsOne():
			rest.plus = append(rest.plus, z)
		case k.Equal(rational.NegOne):
			rest.minus = append(rest.minus, z)
		default:
			rest.pairs = append(rest.pairs, [2]value{c.g.constant(k.Float64()), z})
		}
		return c.g.sum(rest), true
	}
	return none, false
}

// root is the square root of a node; that of u²+v² is a hypot.
func (c *compiler) root(id symbolic.ID) value {
	g := c.g
	if c.s.Kind(id) == symbolic.Sum {
		f := c.form(id)
		var sides []value
		if f.constant == symbolic.One {
			sides = append(sides, g.constant(1))
		} else if f.constant != symbolic.Zero {
			return g.sqrt(c.of(id))
		}
		for _, t := range f.terms {
			base, ok := c.squareOf(t.id)
			if !ok || !t.times.IsOne() {
				return g.sqrt(c.of(id))
			}
			sides = append(sides, c.of(base))
		}
		if len(sides) == 2 {
			return g.call(rows().hypot, sides...)
		}
	}
	return g.sqrt(c.of(id))
}
