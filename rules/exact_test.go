package rules_test

import (
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// exactCall returns exact values of functions, and that there is none at an
// exact pole; false if it knows nothing better than the interval.
func (e evaluation[T]) exactCall(row *function.Row, args []value[T]) (value[T], bool) {
	all, exact := true, true
	var numbers []rational.Rat
	for _, a := range args {
		all = all && a.isRational()
		exact = exact && a.exact
		numbers = append(numbers, a.r)
	}
	if all && row.Exact != nil {
		if z, ok := row.Exact(numbers); ok {
			return e.rational(z), true
		}
	}
	if !exact {
		return value[T]{}, false
	}
	x := args[0]
	switch row.Name {
	case "abs", "sign", "step":
		return e.exactSign(row.Name, x)
	case "max", "min":
		return e.exactExtreme(row.Name == "max", args)
	case "sin", "cos", "tan", "cot", "sec", "csc":
		if x.r.IsZero() {
			return e.exactCircular(row.Name, x.p)
		}
	}
	if !all {
		return value[T]{}, false
	}
	switch row.Name {
	case "asin", "acos", "atan", "acot", "asec", "acsc":
		return e.exactArc(row.Name, x.r)
	case "atan2":
		return e.exactAngle(x.r, args[1].r)
	}
	if at, ok := rationalAt[row.Name]; ok && len(args) == 1 && x.r.Equal(rational.Int(at.x)) {
		return e.rational(at.y), true
	}
	return value[T]{}, false
}

// rationalAt has the integers at which transcendental functions are rational.
var rationalAt = map[string]struct {
	x int64
	y rational.Rat
}{
	"exp": {0, rational.One}, "expm1": {}, "log": {x: 1}, "log1p": {}, "log2": {x: 1}, "log10": {x: 1},
	"sinh": {}, "cosh": {0, rational.One}, "tanh": {}, "sech": {0, rational.One},
	"asinh": {}, "acosh": {x: 1}, "atanh": {}, "asech": {x: 1},
	"erf": {}, "erfc": {0, rational.One}, "erfi": {},
	"sigmoid": {0, rational.Half}, "lgamma": {x: 1},
}

func (e evaluation[T]) exactSign(name string, x value[T]) (value[T], bool) {
	s, ok := e.sign(x)
	if !ok {
		return value[T]{}, false
	}
	switch name {
	case "sign":
		return e.int(int64(s)), true
	case "step":
		return e.int(int64(max(s, 0))), true
	}
	if s < 0 {
		return e.known(x.r.Neg(), x.p.Neg()), true
	}
	return x, true
}

func (e evaluation[T]) exactExtreme(larger bool, args []value[T]) (value[T], bool) {
	z := args[0]
	for _, a := range args[1:] {
		switch e.compare(symbolic.Less, z, a) {
		case yes:
			if larger {
				z = a
			}
		case no:
			if !larger {
				z = a
			}
		default:
			return value[T]{}, false
		}
	}
	return z, true
}

// sineOf is sin(p·π) where it is rational.
func sineOf(p rational.Rat) (z rational.Rat, ok bool) {
	p = p.Sub(p.Div(rational.Int(2)).Floor().Mul(rational.Int(2))) // 0 <= p < 2
	switch {
	case p.IsInt():
		return rational.Rat{}, true
	case p.Equal(rational.Half):
		return rational.One, true
	case p.Equal(rational.New(3, 2)):
		return rational.NegOne, true
	case p.Equal(rational.New(1, 6)), p.Equal(rational.New(5, 6)):
		return rational.Half, true
	case p.Equal(rational.New(7, 6)), p.Equal(rational.New(11, 6)):
		return rational.Half.Neg(), true
	}
	return z, false
}

// exactCircular is a circular function at p·π.
func (e evaluation[T]) exactCircular(name string, p rational.Rat) (value[T], bool) {
	sin, okS := sineOf(p)
	cos, okC := sineOf(p.Add(rational.Half))
	over := func(x, y rational.Rat) (value[T], bool) {
		if y.IsZero() {
			return bottom[T](), true
		}
		return e.rational(x.Div(y)), true
	}
	odd := p.Mul(rational.Int(4)).IsInt() && !p.Mul(rational.Int(2)).IsInt() // an odd multiple of π/4
	diagonal := e.int(1)
	if q := p.Sub(p.Floor()); q.Cmp(rational.Half) > 0 {
		diagonal = e.int(-1)
	}
	switch {
	case name == "sin" && okS:
		return e.rational(sin), true
	case name == "cos" && okC:
		return e.rational(cos), true
	case (name == "tan" || name == "cot") && odd:
		return diagonal, true
	case name == "tan" && (okS && okC || okC && cos.IsZero()):
		return over(sin, cos)
	case name == "cot" && (okS && okC || okS && sin.IsZero()):
		return over(cos, sin)
	case name == "sec" && okC:
		return over(rational.One, cos)
	case name == "csc" && okS:
		return over(rational.One, sin)
	}
	return value[T]{}, false
}

// exactArc is an inverse circular function at a rational point.
func (e evaluation[T]) exactArc(name string, x rational.Rat) (value[T], bool) {
	switch name {
	case "acot", "asec", "acsc":
		if x.IsZero() {
			return bottom[T](), true
		}
		return e.exactArc(map[string]string{"acot": "atan", "asec": "acos", "acsc": "asin"}[name], x.Inv())
	}
	var p rational.Rat
	switch {
	case x.IsZero():
	case x.Abs().IsOne() && name == "atan":
		p = rational.New(1, 4)
	case name == "atan":
		return value[T]{}, false
	case x.Abs().IsOne():
		p = rational.Half
	case x.Abs().Equal(rational.Half):
		p = rational.New(1, 6)
	default:
		return value[T]{}, false
	}
	if x.Sign() < 0 {
		p = p.Neg()
	}
	if name == "acos" {
		p = rational.Half.Sub(p)
	}
	return e.known(rational.Rat{}, p), true
}

// exactAngle is atan2 on the axes and diagonals.
func (e evaluation[T]) exactAngle(u, v rational.Rat) (value[T], bool) {
	var p rational.Rat
	switch {
	case u.IsZero() && v.IsZero():
		return bottom[T](), true
	case v.IsZero():
		p = rational.Half
	case u.IsZero() && v.Sign() < 0:
		p = rational.One
	case u.IsZero():
	case u.Abs().Equal(v.Abs()) && v.Sign() > 0:
		p = rational.New(1, 4)
	case u.Abs().Equal(v.Abs()):
		p = rational.New(3, 4)
	default:
		return value[T]{}, false
	}
	if u.Sign() < 0 {
		p = p.Neg()
	}
	return e.known(rational.Rat{}, p), true
}
