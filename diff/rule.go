package diff

import (
	"fmt"
	"slices"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// An Error says that a derivative does not exist as an expression.
type Error struct{ Message string }

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// fail ends a derivative; Catch-like recovery is in the entry points, since
// rules are applied deep inside sweeps.
func fail(format string, args ...any) { panic(&Error{fmt.Sprintf(format, args...)}) }

// catch turns the panics of fail and of the kernel's limits into errors.
func catch(err *error) {
	switch r := recover().(type) {
	case nil:
	case *Error:
		*err = r
	case *symbolic.LimitError:
		*err = r
	default:
		panic(r)
	}
}

// rules holds what the rules of differentiation need.
type rules struct {
	s    *symbolic.Store
	lib  *read.Library
	defs *definitions
}

// Names of the rules, as they stand in steps.
const (
	sumRule     = "sum rule"
	factorRule  = "constant factor"
	productRule = "product rule"
	powerRule   = "power rule"
	expRule     = "exponential rule"
	chainRule   = "chain rule"
	caseRule    = "case by case"
	indexRule   = "derivative of an entry"
)

// An emitter takes a partial derivative: that of a node by an operand, as a
// product of a factor that it has in common with other partial derivatives of
// the node (1 if there is none) and the rest.
type emitter func(operand, common, partial symbolic.ID)

// local gives the partial derivatives of a node by its operands: emit is
// called with an operand and the derivative by it, once or more often for
// each operand for which active is true. Nodes with scopes (branches, binders)
// are not local: see scope.go.
func (r *rules) local(id symbolic.ID, active func(symbolic.ID) bool, emit emitter) (rule string) {
	s, one := r.s, symbolic.One
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			if active(ops[i]) {
				emit(ops[i], one, ops[i+1])
			}
		}
		return sumRule
	case symbolic.Product:
		varying := 0
		for i := 1; i < len(ops); i += 2 {
			if active(ops[i]) || active(ops[i+1]) {
				varying++
				if ops[i+1] != symbolic.One {
					rule = powerRule
				}
			}
			switch {
			case active(ops[i+1]): // b > 0
				rule = expRule
				emit(ops[i+1], id, r.log(ops[i]))
				if active(ops[i]) {
					emit(ops[i], id, s.Div(ops[i+1], ops[i]))
				}
			case !active(ops[i]):
			case r.isRootOfProduct(ops[i], ops[i+1]):
				r.logarithmic(ops[i], s.Mul(ops[i+1], id), active, emit)
			default:
				emit(ops[i], one, r.without(ops, i))
			}
		}
		switch {
		case varying > 1:
			return productRule
		case rule == "":
			return factorRule
		}
		return rule
	case symbolic.Power:
		rule = powerRule
		switch {
		case active(ops[1]): // b > 0
			rule = expRule
			emit(ops[1], id, r.log(ops[0]))
			if active(ops[0]) {
				emit(ops[0], id, s.Div(ops[1], ops[0]))
			}
		case r.isRootOfProduct(ops[0], ops[1]):
			r.logarithmic(ops[0], s.Mul(ops[1], id), active, emit)
		default:
			emit(ops[0], one, s.Mul(ops[1], s.Pow(ops[0], s.Sub(ops[1], one))))
		}
		return rule
	case symbolic.Apply:
		return r.apply(id, ops, active, emit)
	case symbolic.Derivative:
		m, ok := r.decode(id)
		if !ok {
			panic("diff: an unevaluated derivative")
		}
		for i, a := range m.args {
			if active(a) {
				emit(a, symbolic.One, r.encode(m.raised(i)))
			}
		}
		return chainRule
	}
	panic("diff: no local rule for " + s.Kind(id).String())
}

// without is the derivative of a product by the base of the factor at ops[i].
func (r *rules) without(ops []symbolic.ID, i int) symbolic.ID {
	b := r.s.NewProduct()
	r.mulWithout(&b, ops, i)
	return b.Product()
}

// mulWithout multiplies by c·Π_j≠i b_j^e_j · e_i·b_i^(e_i-1).
func (r *rules) mulWithout(b *symbolic.ProductBuilder, ops []symbolic.ID, i int) {
	b.Mul(ops[0])
	for j := 1; j < len(ops); j += 2 {
		switch {
		case j != i:
			b.MulPow(ops[j], ops[j+1])
		case ops[j+1] != symbolic.One:
			b.Mul(ops[j+1])
			b.MulPow(ops[j], r.s.Sub(ops[j+1], symbolic.One))
		}
	}
}

// log is the logarithm of a base; that of 0 stands for 0, since 0^x is 0 where x > 0.
func (r *rules) log(x symbolic.ID) symbolic.ID {
	if x == symbolic.Zero {
		return x
	}
	row, err := r.lib.Table().Lookup("log", 1)
	if err != nil {
		panic(err)
	}
	return r.s.Apply(r.s.Func(row), x)
}

// apply differentiates a function by its row of the table.
func (r *rules) apply(id symbolic.ID, ops []symbolic.ID, active func(symbolic.ID) bool, emit emitter) string {
	s := r.s
	row := s.Function(id)
	if row == nil { // unspecified
		m := multi{f: s.FuncOf(id), args: ops, orders: make([]int64, len(ops))}
		for i, a := range ops {
			if active(a) {
				emit(a, symbolic.One, r.encode(m.raised(i)))
			}
		}
		return chainRule
	}
	forms := r.lib.Forms(row)
	if row.Variadic {
		for i, a := range ops {
			if active(a) {
				emit(a, symbolic.One, forms.Deriv[0].Build(s, a, r.others(id, ops, i), id))
			}
		}
		return "derivative of " + row.Name
	}
	value := r.defs.named(id)
	args := append(slices.Clone(ops), value)
	for i, a := range ops {
		if !active(a) {
			continue
		}
		switch {
		case i == 0 && value != id && forms.DerivValue != nil && !forms.DerivValue.Has(symbolic.Apply):
			// y = sigmoid(v) has dy/dv = y·(1-y); log has exp(-y), which nobody wants.
			emit(a, symbolic.One, forms.DerivValue.Build(s, args...))
		case forms.Deriv[i] != nil:
			d := forms.Deriv[i].Build(s, args...)
			if s.Kind(a) == symbolic.Product {
				if k := s.Mul(d, a); s.Kind(k) == symbolic.Number { // log(u·v): 1/u and 1/v
					r.logarithmic(a, k, active, emit)
					continue
				}
			}
			emit(a, symbolic.One, d)
		default:
			fail("the derivative of %s by its parameter %s is not a function of the table", row.Name, row.Params[i].Name)
		}
	}
	return "derivative of " + row.Name
}

// isRootOfProduct tells whether base^exponent is a fractional power of a
// product, which is positive where it has a derivative: that is best taken
// logarithmically.
func (r *rules) isRootOfProduct(base, exponent symbolic.ID) bool {
	s := r.s
	return s.Kind(base) == symbolic.Product && s.Kind(exponent) == symbolic.Number && !s.Number(exponent).IsInt()
}

// logarithmic gives k times the logarithmic derivatives of a product that is
// not 0, by its factors: k·e_i/b_i, and k·log(b_i) by exponents.
func (r *rules) logarithmic(product, k symbolic.ID, active func(symbolic.ID) bool, emit emitter) {
	s := r.s
	ops := s.Operands(product)
	for i := 1; i < len(ops); i += 2 {
		if active(ops[i]) {
			emit(ops[i], k, s.Div(ops[i+1], ops[i]))
		}
		if active(ops[i+1]) {
			emit(ops[i+1], k, r.log(ops[i]))
		}
	}
}

// smooth gives the conditions under which the local rule gives the
// derivative, where they are not plain from the domain of the formula.
func (r *rules) smooth(id symbolic.ID, active func(symbolic.ID) bool, require func(symbolic.ID)) {
	s := r.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Power, symbolic.Product:
		r.exponents(id, func(base, exponent symbolic.ID) { r.smoothPower(base, exponent, active, require) })
	case symbolic.Apply:
		row := s.Function(id)
		if row == nil || row.Smooth == "" {
			return
		}
		forms := r.lib.Forms(row)
		if !row.Variadic {
			require(forms.Smooth.Build(s, append(slices.Clone(ops), id)...))
			return
		}
		for i, a := range ops {
			if active(a) {
				require(forms.Smooth.Build(s, a, r.others(id, ops, i), id))
			}
		}
	}
}

// exponents lists the powers in a Power or Product.
func (r *rules) exponents(id symbolic.ID, power func(base, exponent symbolic.ID)) {
	ops := r.s.Operands(id)
	if r.s.Kind(id) == symbolic.Power {
		power(ops[0], ops[1])
		return
	}
	for i := 1; i < len(ops); i += 2 {
		if ops[i+1] != symbolic.One {
			power(ops[i], ops[i+1])
		}
	}
}

// others is max or min of all arguments but one.
func (r *rules) others(id symbolic.ID, ops []symbolic.ID, i int) symbolic.ID {
	return r.s.Apply(r.s.FuncOf(id), slices.Delete(slices.Clone(ops), i, i+1)...)
}

// smoothPower: b^e has the derivatives of the power rule in the interior of
// its domain; that is b > 0 for a fraction, and wherever the exponent varies.
func (r *rules) smoothPower(base, exponent symbolic.ID, active func(symbolic.ID) bool, require func(symbolic.ID)) {
	s := r.s
	constant := s.Kind(exponent) == symbolic.Number
	switch {
	case base == symbolic.Zero && active(exponent):
		require(s.Relate(symbolic.Less, symbolic.Zero, exponent))
	case active(exponent), constant && active(base) && !s.Number(exponent).IsInt():
		require(s.Relate(symbolic.Less, symbolic.Zero, base))
	case active(base) && !constant: // b > 0, or an integer exponent, and b != 0 where e·b^(e-1) needs it
		require(s.Or(s.Relate(symbolic.Less, symbolic.Zero, base),
			s.And(r.lib.IsInteger(s, exponent), s.Or(s.Relate(symbolic.NotEqual, base, symbolic.Zero), s.Relate(symbolic.LessEqual, symbolic.One, exponent)))))
	}
}
