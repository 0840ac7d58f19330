package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A system is a set of functions whose derivatives are polynomials in each other
// and in given series, such as sin and cos. They are computed together, one
// coefficient after the other: those of τ^n of the functions follow from the
// lower ones of their derivatives, in the form
//
//	t·dy/dt = Σ slope·(t·du/dt)
type system struct {
	g     *germ
	place map[symbolic.ID]int // node -> register
	regs  []register          // operands come first
	calls []int               // the functions among them
	cut   int
}

// A register is a part of a system with its coefficients of τ^0, τ^1, ... so
// far.
type register struct {
	kind   registerKind
	id     symbolic.ID // of a function
	terms  []int       // operands of a sum or product
	k      []rational.Rat
	first  rational.Rat // constant of a sum
	slopes []int        // registers of the derivatives of a function
	thetas []*series    // t·du/dt of its arguments
	given  *series
	c      []coef
}

type registerKind uint8

const (
	given registerKind = iota
	sum
	product // of two
	call
)

// recurrence expands a function whose derivatives lead back to it.
func (g *germ) recurrence(id symbolic.ID) (*series, []symbolic.ID, error) {
	if z := g.byProgram(id); z != nil {
		return z, nil, nil
	}
	if g.s.Function(id) == g.values.primitive.exp && g.cut >= longSeries {
		z, err := g.exp(g.series(g.s.Operands(id)[0]))
		return z, nil, err
	}
	y := &system{g: g, place: map[symbolic.ID]int{}, cut: g.cut}
	needs, err := y.call(id)
	for i := 0; i < len(y.calls) && err == nil && len(needs) == 0; i++ {
		needs, err = y.differentiate(y.calls[i])
	}
	if err != nil || len(needs) > 0 {
		return nil, needs, err
	}
	if err := y.run(); err != nil {
		return nil, nil, err
	}
	flat := slices.ContainsFunc(y.regs, func(r register) bool {
		return r.given != nil && r.given.flat || slices.ContainsFunc(r.thetas, func(z *series) bool { return z.flat })
	})
	for _, i := range y.calls {
		z := &series{c: y.regs[i].c, prec: y.cut, flat: flat}
		g.memo[y.regs[i].id] = z.trimmed(g.cut)
	}
	return g.memo[id], nil, nil
}

func (y *system) add(r register) int {
	y.regs = append(y.regs, r)
	return len(y.regs) - 1
}

// call adds a function of arguments that have series.
func (y *system) call(id symbolic.ID) (needs []symbolic.ID, err error) {
	g, s := y.g, y.g.s
	args := s.Operands(id)
	if needs := g.missing(args...); len(needs) > 0 {
		return needs, nil
	}
	point, regular, err := g.limits(args)
	if err == nil && regular {
		regular, err = g.isRegular(s.Function(id), point)
	}
	if err != nil {
		return nil, err
	}
	if !regular {
		return nil, fail(Unsupported, "%s is not smooth there", g.text(id))
	}
	y.place[id] = y.add(register{kind: call, id: id, c: []coef{g.valueAt(id, point)}})
	y.calls = append(y.calls, y.place[id])
	return nil, nil
}

// differentiate adds the derivatives of a function.
func (y *system) differentiate(i int) (needs []symbolic.ID, err error) {
	g := y.g
	id := y.regs[i].id
	slopes, err := g.slopes(id)
	if err != nil {
		return nil, err
	}
	for j, d := range slopes {
		if d == symbolic.Zero {
			continue
		}
		u := g.series(g.s.Operands(id)[j])
		if len(u.lead) > 0 { // smaller than any power of t
			u = &series{prec: exact, flat: true}
		}
		du, err := g.theta(u)
		if err != nil {
			return nil, err
		}
		y.cut = min(y.cut, du.prec)
		if needs, err := y.compile(d); len(needs) > 0 || err != nil {
			return needs, err
		}
		r := &y.regs[i]
		r.slopes, r.thetas = append(r.slopes, y.place[d]), append(r.thetas, du)
	}
	return nil, nil
}

// compile adds the registers of a derivative.
func (y *system) compile(root symbolic.ID) (needs []symbolic.ID, err error) {
	s := y.g.s
	if _, done := y.place[root]; done {
		return nil, nil
	}
	enter := func(id symbolic.ID) bool { return s.Kind(id) != symbolic.Apply && s.Kind(id) != symbolic.If }
	order := s.PostorderWithin([]symbolic.ID{root}, enter)
	var members symbolic.Set // what has a function of the system in it
	for _, id := range order {
		if y.isMember(id) || enter(id) && slices.ContainsFunc(s.Operands(id), members.Has) {
			members.Add(id)
		}
	}
	for _, id := range order {
		if !members.Has(id) && id != root {
			continue
		}
		if _, done := y.place[id]; done {
			continue
		}
		ops := s.Operands(id)
		switch k := s.Kind(id); {
		case !members.Has(id):
			needs, err = y.give(id)
		case k == symbolic.Apply:
			needs, err = y.call(id)
		case k == symbolic.Sum:
			needs, err = y.sum(id, ops)
		case k == symbolic.Product:
			needs, err = y.product(id, s.Number(ops[0]), ops[1:])
		default:
			needs, err = y.product(id, rational.One, ops)
		}
		if len(needs) > 0 || err != nil {
			return needs, err
		}
	}
	return nil, nil
}

// isMember tells whether a node is a function that leads back to the one that
// the system is for.
func (y *system) isMember(id symbolic.ID) bool {
	g := y.g
	if g.s.Kind(id) != symbolic.Apply || !g.isActive(id) {
		return false
	}
	goal := y.regs[y.calls[0]].id
	return id == goal || g.explore(id, goal) == cyclic
}

// give adds a node that has nothing to do with the system.
func (y *system) give(id symbolic.ID) (needs []symbolic.ID, err error) {
	g := y.g
	if needs := g.missing(id); len(needs) > 0 {
		return needs, nil
	}
	z := g.series(id)
	if len(z.c) > 0 && z.val < 0 || len(z.lead) > 0 {
		return nil, fail(Unsupported, "%s is singular there", g.text(id))
	}
	y.cut = min(y.cut, z.prec)
	y.place[id] = y.add(register{kind: given, given: z})
	return nil, nil
}

// operand returns the register of a node, which is given if it is no member.
func (y *system) operand(id symbolic.ID) (i int, needs []symbolic.ID, err error) {
	if _, done := y.place[id]; !done {
		if needs, err = y.give(id); len(needs) > 0 || err != nil {
			return 0, needs, err
		}
	}
	return y.place[id], nil, nil
}

func (y *system) sum(id symbolic.ID, ops []symbolic.ID) ([]symbolic.ID, error) {
	s := y.g.s
	r := register{kind: sum, first: s.Number(ops[0])}
	for i := 1; i < len(ops); i += 2 {
		o, needs, err := y.operand(ops[i])
		if len(needs) > 0 || err != nil {
			return needs, err
		}
		r.terms, r.k = append(r.terms, o), append(r.k, s.Number(ops[i+1]))
	}
	y.place[id] = y.add(r)
	return nil, nil
}

// product adds a product of k and powers.
func (y *system) product(id symbolic.ID, k rational.Rat, ops []symbolic.ID) ([]symbolic.ID, error) {
	s := y.g.s
	z := -1
	for i := 0; i < len(ops); i += 2 {
		base, n := ops[i], int64(1)
		if _, member := y.place[base]; member {
			ok := s.Kind(ops[i+1]) == symbolic.Number
			if ok {
				n, ok = s.Number(ops[i+1]).Int64()
			}
			if !ok || n < 1 || n > maxPower {
				return nil, fail(Unsupported, "the derivative of %s is no polynomial", y.g.text(y.regs[y.calls[0]].id))
			}
		} else {
			base = s.Pow(base, ops[i+1])
		}
		o, needs, err := y.operand(base)
		if len(needs) > 0 || err != nil {
			return needs, err
		}
		for ; n > 0; n-- {
			if z < 0 {
				z = o
			} else {
				z = y.add(register{kind: product, terms: []int{z, o}})
			}
		}
	}
	if !k.IsOne() {
		z = y.add(register{kind: sum, terms: []int{z}, k: []rational.Rat{k}})
	}
	y.place[id] = z
	return nil, nil
}

// run computes the coefficients.
func (y *system) run() error {
	g := y.g
	for n := range max(y.cut, 0) {
		for _, i := range y.calls {
			if n == 0 {
				continue
			}
			r := &y.regs[i]
			var slopes, thetas []coef
			for j, d := range r.slopes {
				for k := range n {
					if du := r.thetas[j].at(n - k); len(du) > 0 {
						slopes, thetas = append(slopes, y.regs[d].c[k]), append(thetas, du)
					}
				}
			}
			c, err := g.solve(g.sumOfProducts(slopes, thetas), g.exponent(n))
			if err != nil {
				return err
			}
			r.c = append(r.c, c)
		}
		for i := range y.regs {
			if r := &y.regs[i]; r.kind != call {
				r.c = append(r.c, y.coefficient(r, n))
			}
		}
	}
	return nil
}

// coefficient returns that of τ^n of what is no function.
func (y *system) coefficient(r *register, n int) coef {
	var z adder
	switch r.kind {
	case given:
		return r.given.at(n)
	case sum:
		if n == 0 {
			z.add(number(r.first), rational.One)
		}
		for j, t := range r.terms {
			z.add(y.regs[t].c[n], r.k[j])
		}
	case product:
		return y.g.convolve(y.regs[r.terms[0]].c, y.regs[r.terms[1]].c, n)
	}
	return z.sum()
}
