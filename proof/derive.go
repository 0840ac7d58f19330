package proof

import (
	"errors"
	"fmt"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A derivative is what the checker knows of one: an expression, and the
// conditions under which it is the derivative at points at which the body is
// defined all around, that is, at interior points of its domain.
type derivative struct {
	value symbolic.ID
	conds []symbolic.ID
}

// errDerivative says that the checker has no rule for a part.
var errDerivative = errors.New("proof: no rule for this derivative")

// maxOrder bounds the orders of derivatives that are carried out.
const maxOrder = 50

// derive carries out a Derivative node by the rows of the function table. At another
// point than its own variable it is what it is at the variable, with the point put in; see
// Moved. Derivatives inside the body are carried out first: the conditions of theirs are
// open, so that what holds at a point holds around it.
//
// It shares no code with package diff, which is for people: here the
// conditions are as weak as can be. A power u^r with r >= 1 needs none, since
// its difference quotient goes to 0 where u does; u^r with 0 < r < 1 needs
// u > 0.
func derive(lib *read.Library, s *symbolic.Store, id symbolic.ID) (derivative, error) {
	ops := s.Operands(id)
	if ops[1] != ops[3] {
		d, err := derive(lib, s, s.Derivative(ops[0], ops[1], ops[2], ops[1]))
		return d.at(s, ops[1], ops[3]), err
	}
	n, ok := orderOf(s, ops[2])
	if !ok {
		return derivative{}, errDerivative
	}
	z := derivative{value: ops[0]}
	if s.HasKind(z.value, symbolic.Derivative) {
		inner := map[symbolic.ID]symbolic.ID{}
		variables := variablesOf(s, id)
		for _, o := range s.Postorder(z.value) { // inner ones come first
			if s.Kind(o) != symbolic.Derivative || isUnspecified(s, o) {
				continue
			}
			// Where variable and point are one the body is open in it.
			ops := s.Operands(o)
			d, err := derive1(lib, s, s.Derivative(s.Substitute(ops[0], inner), ops[1], ops[2], ops[3]))
			if err != nil {
				return derivative{}, err
			}
			inner[o] = d.value
			z.conds = append(z.conds, inside(lib, s, s.And(d.conds...), variables...))
		}
		z.value = s.Substitute(z.value, inner)
	}
	d, err := repeat(lib, s, z.value, ops[1], n)
	d.conds = conjuncts(s, append(z.conds, d.conds...))
	return d, err
}

// at puts a point in for the variable.
func (d derivative) at(s *symbolic.Store, x, point symbolic.ID) derivative {
	put := map[symbolic.ID]symbolic.ID{x: point}
	z := derivative{value: s.Substitute(d.value, put)}
	for _, cond := range d.conds {
		z.conds = append(z.conds, s.Substitute(cond, put))
	}
	return z
}

// derive1 carries out a Derivative node without others in its body.
func derive1(lib *read.Library, s *symbolic.Store, id symbolic.ID) (derivative, error) {
	ops := s.Operands(id)
	n, ok := orderOf(s, ops[2])
	if ops[1] != ops[3] || !ok || hasEvaluable(s, ops[0]) {
		return derivative{}, errDerivative
	}
	return repeat(lib, s, ops[0], ops[1], n)
}

// orderOf returns an order that can be carried out. It may be a symbol.
func orderOf(s *symbolic.Store, order symbolic.ID) (int64, bool) {
	if s.Kind(order) != symbolic.Number {
		return 0, false
	}
	n, ok := s.Number(order).Int64()
	return n, ok && n >= 1 && n <= maxOrder
}

func hasEvaluable(s *symbolic.Store, root symbolic.ID) bool {
	return s.HasKind(root, symbolic.Derivative) && slices.ContainsFunc(s.Postorder(root), func(id symbolic.ID) bool {
		return s.Kind(id) == symbolic.Derivative && !isUnspecified(s, id)
	})
}

func repeat(lib *read.Library, s *symbolic.Store, body, x symbolic.ID, n int64) (z derivative, err error) {
	z.value = body
	for range n {
		d := newDeriver(lib, s, x, z.value)
		conds, err := d.area(z.value)
		if err != nil {
			return z, err
		}
		z.value = d.of(z.value)
		if len(z.conds) > 0 { // the derivative before has to exist all around
			z.conds = []symbolic.ID{inside(lib, s, s.And(z.conds...), x)}
		}
		z.conds = append(z.conds, conds...)
		s.CheckStopped()
	}
	return z, nil
}

// isUnspecified tells whether a node is the derivative of an unspecified
// function, which stays.
func isUnspecified(s *symbolic.Store, id symbolic.ID) bool {
	body := s.Operands(id)[0]
	return s.Kind(body) == symbolic.Apply && s.Function(body) == nil
}

// A deriver differentiates by one variable.
type deriver struct {
	lib    *read.Library
	s      *symbolic.Store
	x      symbolic.ID
	active symbolic.Set                // nodes that depend on x
	d      map[symbolic.ID]symbolic.ID // their derivatives
}

func newDeriver(lib *read.Library, s *symbolic.Store, x, root symbolic.ID) *deriver {
	v := &deriver{lib: lib, s: s, x: x, d: map[symbolic.ID]symbolic.ID{}}
	for _, id := range s.Postorder(root) {
		if id == x || slices.ContainsFunc(s.Operands(id), v.active.Has) {
			v.active.Add(id)
		}
	}
	return v
}

// of returns the derivative of a node that was differentiated.
func (v *deriver) of(id symbolic.ID) symbolic.ID {
	if !v.active.Has(id) {
		return symbolic.Zero
	}
	return v.d[id]
}

// area differentiates what is evaluated whenever root is, and returns the
// conditions. It recurses once for each nesting of branches and sums.
func (v *deriver) area(root symbolic.ID) ([]symbolic.ID, error) {
	s := v.s
	var conds []symbolic.ID
	enter := func(id symbolic.ID) bool {
		return v.active.Has(id) && s.Kind(id) != symbolic.If && s.Kind(id) != symbolic.SumOver
	}
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, enter) {
		if !v.active.Has(id) {
			continue
		}
		d, more, err := v.node(id)
		if err != nil {
			return nil, err
		}
		v.d[id] = d
		conds = append(conds, more...)
	}
	return conds, nil
}

func (v *deriver) node(id symbolic.ID) (d symbolic.ID, conds []symbolic.ID, err error) {
	s := v.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Symbol:
		return symbolic.One, nil, nil
	case symbolic.Sum:
		b := s.NewSum()
		for i := 1; i < len(ops); i += 2 {
			b.AddScaled(v.of(ops[i]), s.Number(ops[i+1]))
		}
		return b.Sum(), nil, nil
	case symbolic.Product:
		b := s.NewSum()
		for i := 1; i < len(ops); i += 2 {
			if !v.active.Has(ops[i]) && !v.active.Has(ops[i+1]) {
				continue
			}
			d, more := v.power(ops[i], ops[i+1])
			p := s.NewProduct()
			p.Mul(d)
			p.Mul(ops[0])
			for j := 1; j < len(ops); j += 2 {
				if j != i {
					p.MulPow(ops[j], ops[j+1])
				}
			}
			b.Add(p.Product())
			conds = append(conds, more...)
		}
		return b.Sum(), conds, nil
	case symbolic.Power:
		d, conds = v.power(ops[0], ops[1])
		return d, conds, nil
	case symbolic.Apply:
		return v.apply(id, ops)
	case symbolic.If:
		return v.branches(ops)
	case symbolic.SumOver:
		return v.over(ops)
	}
	return 0, nil, errDerivative
}

// power is the derivative of a^r.
func (v *deriver) power(a, r symbolic.ID) (symbolic.ID, []symbolic.ID) {
	s := v.s
	da := v.of(a)
	if v.active.Has(r) { // a > 0
		row, err := v.lib.Table().Lookup("log", 1)
		if err != nil {
			panic(err)
		}
		log := s.Apply(s.Func(row), a)
		d := s.Add(s.Mul(v.of(r), log), s.Mul(r, da, s.Pow(a, symbolic.NegOne)))
		return s.Mul(s.Pow(a, r), d), []symbolic.ID{s.Relate(symbolic.Less, symbolic.Zero, a)}
	}
	d := s.Mul(r, s.Pow(a, s.Sub(r, symbolic.One)), da)
	fraction := s.Kind(r) == symbolic.Number
	if fraction {
		if e := s.Number(r); e.Sign() <= 0 || e.Cmp(rational.One) >= 0 {
			return d, nil
		}
	}
	return d, []symbolic.ID{v.inPieces([]symbolic.ID{a}, rule{
		holds: func(args []symbolic.ID) symbolic.ID {
			if fraction {
				return s.Relate(symbolic.Less, symbolic.Zero, args[0])
			}
			return s.Relate(symbolic.NotEqual, args[0], symbolic.Zero)
		},
		slope: func(args []symbolic.ID) []symbolic.ID {
			return []symbolic.ID{s.Pow(args[0], s.Sub(r, symbolic.One))}
		},
	})}
}

// apply is the chain rule with the row of a function.
func (v *deriver) apply(id symbolic.ID, ops []symbolic.ID) (symbolic.ID, []symbolic.ID, error) {
	s := v.s
	row := s.Function(id)
	if row == nil {
		return v.unspecified(id, ops)
	}
	if row.Variadic && len(ops) != 2 {
		return 0, nil, errDerivative
	}
	forms := v.lib.Forms(row)
	args := append(slices.Clone(ops), id)
	b := s.NewSum()
	for i, a := range ops {
		if !v.active.Has(a) {
			continue
		}
		if forms.Deriv[i] == nil {
			return 0, nil, fmt.Errorf("%w: %s", errDerivative, row.Name)
		}
		b.Add(s.Mul(forms.Deriv[i].Build(s, args...), v.of(a)))
	}
	if forms.Domain == nil && forms.Smooth == nil {
		return b.Sum(), nil, nil
	}
	whole := func(ops []symbolic.ID) []symbolic.ID { return append(slices.Clone(ops), s.Apply(s.FuncOf(id), ops...)) }
	return b.Sum(), conjuncts(s, []symbolic.ID{v.inPieces(ops, rule{
		holds: func(ops []symbolic.ID) symbolic.ID {
			var conds []symbolic.ID
			if forms.Domain != nil {
				conds = append(conds, v.strict(forms.Domain.Build(s, whole(ops)...)))
			}
			if forms.Smooth != nil {
				conds = append(conds, forms.Smooth.Build(s, whole(ops)...))
			}
			return s.And(conds...)
		},
		slope: func(args []symbolic.ID) []symbolic.ID {
			var list []symbolic.ID
			for i, a := range ops {
				if v.active.Has(a) {
					list = append(list, forms.Deriv[i].Build(s, whole(args)...))
				}
			}
			return list
		},
	})}), nil
}

// unspecified is f'(u)·u' for a declared function of one argument.
func (v *deriver) unspecified(id symbolic.ID, ops []symbolic.ID) (symbolic.ID, []symbolic.ID, error) {
	s := v.s
	if len(ops) != 1 {
		return 0, nil, errDerivative
	}
	variable, body := ops[0], id
	if s.Kind(variable) != symbolic.Symbol {
		variable = s.Sym("t")
		if s.Depends(ops[0], variable) {
			return 0, nil, errDerivative
		}
		body = s.Apply(s.FuncOf(id), variable)
	}
	return s.Mul(s.Derivative(body, variable, symbolic.One, ops[0]), v.of(ops[0])), nil, nil
}

// branches is the derivative of if(c, a, b): that of the branch, where c does
// not change.
func (v *deriver) branches(ops []symbolic.ID) (symbolic.ID, []symbolic.ID, error) {
	s := v.s
	first, err := v.area(ops[1])
	if err != nil {
		return 0, nil, err
	}
	second, err := v.area(ops[2])
	if err != nil {
		return 0, nil, err
	}
	var conds []symbolic.ID
	if v.active.Has(ops[0]) {
		if !continuous(v.lib, s, ops[0], v.active.Has, nil) {
			return 0, nil, errDerivative
		}
		conds = append(conds, s.Or(v.strict(ops[0]), v.strict(s.Not(ops[0]))))
	}
	conds = append(conds, read.Branches(s, ops[0], s.And(first...), s.And(second...)))
	return s.If(ops[0], v.of(ops[1]), v.of(ops[2])), conds, nil
}

// over is the derivative of a sum over an index, term by term: there are finitely
// many.
func (v *deriver) over(ops []symbolic.ID) (symbolic.ID, []symbolic.ID, error) {
	s := v.s
	if ops[0] == v.x || v.active.Has(ops[1]) || v.active.Has(ops[2]) {
		return 0, nil, errDerivative
	}
	conds, err := v.area(ops[3])
	if err != nil {
		return 0, nil, err
	}
	return s.SumOver(ops[0], ops[1], ops[2], v.of(ops[3])), []symbolic.ID{read.ForAll(s, ops[0], ops[1], ops[2], s.And(conds...))}, nil
}

// strict is a condition under which cond holds at a point and, in direction
// x, all around it, where what it compares is continuous.
func (v *deriver) strict(cond symbolic.ID) symbolic.ID { return interior(v.s, cond, v.active.Has, v.x) }

// interior returns a condition that implies that cond holds near a point, on
// the line of x, if what occurs in it is continuous.
func interior(s *symbolic.Store, cond symbolic.ID, active func(symbolic.ID) bool, x symbolic.ID) symbolic.ID {
	depends := func(id symbolic.ID) bool { return active(id) || s.Depends(id, x) }
	return mapRelations(s, cond, func(id symbolic.ID) symbolic.ID {
		ops := s.Operands(id)
		if s.Kind(id) != symbolic.Relation || !depends(ops[0]) && !depends(ops[1]) {
			return id
		}
		switch s.Rel(id) {
		case symbolic.LessEqual:
			return s.Relate(symbolic.Less, ops[0], ops[1])
		case symbolic.Equal:
			return symbolic.False
		}
		return id
	})
}

// mapRelations replaces what is connected by and and or in a condition.
func mapRelations(s *symbolic.Store, cond symbolic.ID, f func(symbolic.ID) symbolic.ID) symbolic.ID {
	memo := map[symbolic.ID]symbolic.ID{}
	isConnective := func(id symbolic.ID) bool { k := s.Kind(id); return k == symbolic.And || k == symbolic.Or }
	for _, id := range s.PostorderWithin([]symbolic.ID{cond}, isConnective) {
		if !isConnective(id) {
			memo[id] = f(id)
			continue
		}
		ops := s.Operands(id)
		parts := make([]symbolic.ID, len(ops))
		for i, o := range ops {
			parts[i] = memo[o]
		}
		if s.Kind(id) == symbolic.And {
			memo[id] = s.And(parts...)
		} else {
			memo[id] = s.Or(parts...)
		}
	}
	return memo[cond]
}
