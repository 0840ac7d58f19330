package diff

import (
	"slices"
	"strconv"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Steps is a gradient as it is worked out by hand: the quantities of the
// computation by name, the derivative of each by those that it is computed
// from, and the products along the chain.
type Steps struct {
	Result
	Definitions []Quantity // in order; the last one is the formula itself
	Locals      []Local    // from the outside to the inside
	Chains      []Chain    // one for each variable and each quantity on the way
}

// A Quantity is a named part of the computation. Auto says that the name was
// made up here.
type Quantity struct {
	Name, Body symbolic.Expr
	Auto       bool
}

// A Local is the derivative of a quantity by one that stands in its body, the
// others in the body being fixed. Fixed lists those of them that depend on By
// themselves, where that makes a difference.
type Local struct {
	Of, By, Value symbolic.Expr
	Fixed         []symbolic.Expr
	Rules         []string
}

// A Chain is the chain rule for one variable or quantity x:
//
//	∂f/∂x = Σ ∂f/∂Of · ∂Of/∂x  over Via, which index Locals
//
// A single way from f to x has all its links in Via instead (Single).
type Chain struct {
	By     symbolic.Expr
	Via    []int
	Single bool
	Value  symbolic.Expr
}

// Explain returns the gradient of a formula with its steps. The answer is
// multiplied out from the very derivatives that it shows. Quantities that have
// no name are given one: what a function is applied to, and its value.
func Explain(f read.Formula, wrt []symbolic.Expr, o Options) (res Steps, err error) {
	defer catch(&err)
	p := newProblem([]read.Formula{f}, wrt, o)
	e := &explanation{p: p, res: &res}
	e.name()
	e.locals()
	e.chains()
	res.Conditions = p.conditions(p.depends.of(p.roots[0]))
	return res, nil
}

type explanation struct {
	p     *problem
	res   *Steps
	named int                   // names made up here
	links map[symbolic.ID][]int // quantity or variable -> locals by it
}

// name lists the quantities: those that were defined, those that get a name,
// and the formula.
func (e *explanation) name() {
	p, s := e.p, e.p.s
	var used symbolic.Set
	for _, id := range p.order {
		used.Add(id)
	}
	var list []Quantity
	for _, d := range p.r.defs.order {
		if used.Has(d) {
			list = append(list, Quantity{Name: s.Expr(d), Body: s.Expr(e.split(p.r.defs.body[d], &list))})
		}
	}
	body := e.split(p.roots[0], &list)
	out := e.fresh("f")
	list = append(list, Quantity{Name: s.Expr(out), Body: s.Expr(body), Auto: true})
	e.res.Definitions = list
}

func (e *explanation) fresh(name string) symbolic.ID { return e.p.s.FreshSym(name) }

// split replaces the calls in a body, and what they are applied to, by names.
func (e *explanation) split(body symbolic.ID, list *[]Quantity) symbolic.ID {
	s := e.p.s
	memo := map[symbolic.ID]symbolic.ID{}
	give := func(id symbolic.ID) symbolic.ID {
		if len(s.Operands(id)) == 0 || s.Kind(id) == symbolic.Index {
			return id
		}
		for _, q := range *list {
			if q.Body.ID() == id {
				return q.Name.ID()
			}
		}
		e.named++
		name := e.fresh("u" + strconv.Itoa(e.named))
		*list = append(*list, Quantity{Name: s.Expr(name), Body: s.Expr(id), Auto: true})
		return name
	}
	closed := func(id symbolic.ID) bool { // parts with scopes of their own stay whole
		k := s.Kind(id)
		return k == symbolic.If || k == symbolic.SumOver || k == symbolic.ProductOver || k == symbolic.Derivative || k == symbolic.Index
	}
	for _, id := range s.PostorderWithin([]symbolic.ID{body}, func(id symbolic.ID) bool { return e.p.depends.active(id) && !closed(id) }) {
		ops := slices.Clone(s.Operands(id))
		if len(ops) == 0 || !e.p.depends.active(id) || closed(id) {
			memo[id] = id
			continue
		}
		for i, o := range ops {
			ops[i] = memo[o]
			if s.Kind(id) == symbolic.Apply && e.p.depends.active(o) {
				ops[i] = give(memo[o])
			}
		}
		memo[id] = s.Rebuild(id, ops)
		if s.Kind(id) == symbolic.Apply && id != body {
			memo[id] = give(memo[id])
		}
	}
	return memo[body]
}

// locals differentiates every quantity by those in its body.
func (e *explanation) locals() {
	p, s := e.p, e.p.s
	below := map[symbolic.ID]*symbolic.Set{} // what a quantity is computed from
	e.links = map[symbolic.ID][]int{}
	flat := &rules{s: s, lib: p.r.lib, defs: newDefinitions(s, nil)}
	inputs := symbolic.Set{}
	for _, x := range p.variables {
		inputs.Add(x)
	}
	for _, q := range e.res.Definitions {
		flat.defs.nameOf[q.Body.ID()] = q.Name.ID()
		inputs.Add(q.Name.ID())
		set := &symbolic.Set{}
		for _, x := range s.FreeSymbols(q.Body.ID()) {
			set.Add(x)
			if further, ok := below[x]; ok {
				for y := range further.All() {
					set.Add(y)
				}
			}
		}
		below[q.Name.ID()] = set
	}
	for i := len(e.res.Definitions) - 1; i >= 0; i-- {
		q := e.res.Definitions[i]
		var by []symbolic.ID
		for _, x := range s.FreeSymbols(q.Body.ID()) {
			if inputs.Has(x) {
				by = append(by, x)
			}
		}
		w := newSweep(flat, p.targets)
		var names []string
		w.record = func(_ symbolic.ID, rule string) {
			if !slices.Contains(names, rule) {
				names = append(names, rule)
			}
		}
		w.run(q.Body.ID(), by)
		for _, x := range append(by, p.targets...) {
			d := w.adjoint(x)
			if s.Kind(x) == symbolic.Index {
				d = w.entryAdjoint(x)
			}
			if d != symbolic.Zero {
				e.links[x] = append(e.links[x], len(e.res.Locals))
				l := Local{Of: q.Name, By: s.Expr(x), Value: s.Expr(d), Rules: names}
				from := x
				if s.Kind(x) == symbolic.Index {
					from = s.Operands(x)[0]
				}
				for _, y := range by {
					if set, ok := below[y]; ok && y != x && set.Has(from) {
						l.Fixed = append(l.Fixed, s.Expr(y))
					}
				}
				e.res.Locals = append(e.res.Locals, l)
			}
		}
	}
}

// chains multiplies the locals, from the formula to the variables.
func (e *explanation) chains() {
	s := e.p.s
	adjoint := map[symbolic.ID]symbolic.ID{}
	single := map[symbolic.ID][]int{} // the only way to a quantity
	out := e.res.Definitions[len(e.res.Definitions)-1].Name.ID()
	adjoint[out] = symbolic.One
	single[out] = []int{}
	chain := func(x symbolic.ID) Chain {
		var via []int
		b := s.NewSum()
		for _, l := range e.links[x] {
			of := e.res.Locals[l].Of.ID()
			if a, ok := adjoint[of]; ok {
				via = append(via, l)
				b.Add(s.Mul(a, e.res.Locals[l].Value.ID()))
			}
		}
		c := Chain{By: s.Expr(x), Via: via, Value: s.Expr(b.Sum())}
		if len(via) == 1 {
			if way, ok := single[e.res.Locals[via[0]].Of.ID()]; ok {
				c.Via, c.Single = append(slices.Clone(way), via[0]), true
			}
		}
		return c
	}
	for i := len(e.res.Definitions) - 2; i >= 0; i-- {
		x := e.res.Definitions[i].Name.ID()
		c := chain(x)
		if len(c.Via) == 0 {
			continue
		}
		adjoint[x] = c.Value.ID()
		if c.Single {
			single[x] = c.Via
		}
		if !slices.Contains(e.p.variables, x) {
			e.res.Chains = append(e.res.Chains, c)
		}
	}
	for _, x := range e.p.variables {
		c := chain(x)
		e.res.Chains = append(e.res.Chains, c)
		e.res.Partials = append(e.res.Partials, s.Expr(e.inWords(c.Value.ID())))
	}
}

// inWords writes a result without the names that were made up here.
func (e *explanation) inWords(id symbolic.ID) symbolic.ID {
	for i := len(e.res.Definitions) - 1; i >= 0; i-- { // a body has earlier names only
		if q := e.res.Definitions[i]; q.Auto {
			id = e.p.s.Substitute(id, map[symbolic.ID]symbolic.ID{q.Name.ID(): q.Body.ID()})
		}
	}
	return id
}
