package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A germ expands nodes in a parameter t near 0: the variable is a+t, a-t, 1/t
// or -1/t. In one from a side t is positive; otherwise it has either sign, and
// is not 0.
type germ struct {
	ring
	lib    *read.Library
	scope  *read.Scope
	x      symbolic.ID
	at     *series // of the variable
	side   bool    // t > 0
	roots  int     // τ^roots = t
	opaque bool    // unspecified functions occur
	cut    int     // exponents of τ from here on are not computed
	depth  int     // nesting of germs in logarithms

	memo     map[symbolic.ID]*series
	alias    map[symbolic.ID]symbolic.ID // what stands for a node
	index    map[symbolic.ID]symbolic.ID // what stands for the index of a sum
	seen     symbolic.Set                // nodes of which it is known whether they are active
	active   symbolic.Set                // nodes that depend on the variable
	closures map[symbolic.ID]closure

	zeros  map[symbolic.ID]bool // coefficients of which it is known whether they are 0
	proved map[symbolic.ID]bool // nodes of which a proof that they are 0 was looked for

	logSymbol *symbolic.ID  // for log(t), once there is one
	conds     []symbolic.ID // what the expansion holds under
	facts     *assume.Facts // of the scope and the conditions
	values    *values
}

// primitives are the functions that powers, logarithms and steps are made of:
// no row can say in terms of others what they do at their singular points.
type primitives struct{ exp, log, floor *function.Row }

func findPrimitives(lib *read.Library) primitives {
	row := func(name string) *function.Row {
		z, err := lib.Table().Lookup(name, 1)
		if err != nil {
			panic(err)
		}
		return z
	}
	return primitives{row("exp"), row("log"), lib.Floor()}
}

// maxPending bounds the nodes that wait for each other. Formulas nest less, and
// definitions of functions do not go in circles.
const maxPending = 1 << 20

// expand returns the series of a node.
func (g *germ) expand(root symbolic.ID) (*series, error) {
	var waiting symbolic.Set // those started and not finished are below each other on the stack
	stack := []symbolic.ID{root}
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		if _, ok := g.memo[id]; ok {
			stack = stack[:len(stack)-1]
			continue
		}
		waiting.Add(id)
		z, needs, err := g.step(id)
		if err != nil {
			return nil, err
		}
		if z != nil {
			g.memo[id] = z
			stack = stack[:len(stack)-1]
			continue
		}
		for _, o := range needs {
			if _, ok := g.memo[o]; ok {
				continue
			}
			if waiting.Has(o) || len(stack) > maxPending {
				return nil, fail(Unsupported, "the derivative of %s cannot be used as a recurrence", g.s.Name(id))
			}
			stack = append(stack, o)
		}
	}
	return g.memo[root], nil
}

// isActive tells whether a node depends on the variable.
func (g *germ) isActive(root symbolic.ID) bool {
	if g.seen.Has(root) {
		return g.active.Has(root)
	}
	s := g.s
	open := func(id symbolic.ID) bool { return !g.seen.Has(id) && !s.Kind(id).Binds() }
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, open) {
		if !g.seen.Add(id) {
			continue
		}
		switch {
		case id == g.x, s.Kind(id).Binds() && s.Depends(id, g.x),
			!s.Kind(id).Binds() && slices.ContainsFunc(s.Operands(id), g.active.Has):
			g.active.Add(id)
		}
	}
	return g.active.Has(root)
}

// missing returns those of the nodes that depend on the variable and have no
// series yet.
func (g *germ) missing(ids ...symbolic.ID) (needs []symbolic.ID) {
	for _, id := range ids {
		if _, ok := g.memo[id]; !ok && g.isActive(id) {
			needs = append(needs, id)
		}
	}
	return needs
}

// series returns the series of a node that has one or does not depend on the
// variable.
func (g *germ) series(id symbolic.ID) *series {
	if z, ok := g.memo[id]; ok {
		return z
	}
	z := constant(g.of(id))
	g.memo[id] = z
	return z
}

// step computes the series of a node from those of others, or says which these
// are.
func (g *germ) step(id symbolic.ID) (z *series, needs []symbolic.ID, err error) {
	s := g.s
	if to, ok := g.alias[id]; ok {
		return g.standIn(to)
	}
	if !g.isActive(id) {
		return g.series(id), nil, nil
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Symbol, symbolic.Index:
		if id == g.x {
			return g.at, nil, nil
		}
		return nil, nil, fail(Unsupported, "a subscript depends on the variable")
	case symbolic.Sum:
		return g.sum(ops)
	case symbolic.Product:
		return g.product(ops)
	case symbolic.Power:
		return g.powerOf(id, ops[0], ops[1])
	case symbolic.Apply:
		return g.apply(id)
	case symbolic.If:
		return g.branch(id)
	case symbolic.Derivative:
		if ops[1] != ops[3] {
			return nil, nil, fail(Unsupported, "a derivative at another point than its variable cannot be expanded")
		}
		value, conds, err := proof.Conditions(g.lib, s, id)
		if err != nil {
			return nil, nil, fail(Unsupported, "a derivative in the formula could not be carried out")
		}
		if needs, err := g.demand(s.And(conds...)); len(needs) > 0 || err != nil {
			return nil, needs, err
		}
		return g.standFor(id, value)
	case symbolic.SumOver:
		return g.sumOver(id, ops)
	case symbolic.ProductOver:
		return nil, nil, fail(Unsupported, "a product over an index whose bounds are no numbers cannot be expanded")
	}
	panic("taylor: no series of a " + s.Kind(id).String())
}

// standFor makes another node stand for one.
func (g *germ) standFor(id, to symbolic.ID) (*series, []symbolic.ID, error) {
	g.alias[id] = to
	return g.standIn(to)
}

func (g *germ) standIn(to symbolic.ID) (*series, []symbolic.ID, error) {
	if needs := g.missing(to); len(needs) > 0 {
		return nil, needs, nil
	}
	return g.series(to), nil, nil
}

func (g *germ) sum(ops []symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	var needs []symbolic.ID
	for i := 1; i < len(ops); i += 2 {
		needs = append(needs, g.missing(ops[i])...)
	}
	if len(needs) > 0 {
		return nil, needs, nil
	}
	z := constant(number(s.Number(ops[0])))
	for i := 1; i < len(ops); i += 2 {
		var err error
		if z, err = g.plus(z, g.series(ops[i]), s.Number(ops[i+1])); err != nil {
			return nil, nil, err
		}
	}
	return z, nil, nil
}

func (g *germ) product(ops []symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	var parts, needs []symbolic.ID
	for i := 1; i < len(ops); i += 2 {
		f := s.Pow(ops[i], ops[i+1])
		parts = append(parts, f)
		needs = append(needs, g.missing(f)...)
	}
	if len(needs) > 0 {
		return nil, needs, nil
	}
	z := constant(number(s.Number(ops[0])))
	for _, f := range parts {
		var err error
		if z, err = g.times(z, g.series(f)); err != nil {
			return nil, nil, err
		}
	}
	return z, nil, nil
}

// sumOver expands a sum over an index, term by term.
func (g *germ) sumOver(id symbolic.ID, ops []symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	lower, upper := ops[1], ops[2]
	index := g.indexOf(id)
	body := s.Substitute(ops[3], map[symbolic.ID]symbolic.ID{ops[0]: index})
	if g.isActive(lower) || g.isActive(upper) {
		return nil, nil, fail(Unsupported, "the bounds of a sum depend on the variable")
	}
	if needs := g.missing(body); len(needs) > 0 {
		return nil, needs, nil
	}
	if slices.ContainsFunc(g.conds, func(c symbolic.ID) bool { return s.Depends(c, index) }) {
		return nil, nil, fail(Unsupported, "a term of a sum is smooth under a condition on its index")
	}
	z := *g.series(body)
	if len(z.lead) > 0 {
		return nil, nil, fail(Unsupported, "the terms of a sum are no powers of the variable")
	}
	z.c = slices.Clone(z.c)
	for i, c := range z.c {
		if len(c) > 0 {
			coefficient, name := g.id(c), ops[0]
			if s.Depends(coefficient, name) {
				free := slices.DeleteFunc(s.FreeSymbols(coefficient), func(x symbolic.ID) bool { return x == index })
				name = s.FreshDummy(s.Name(name), free...)
			}
			coefficient = s.Substitute(coefficient, map[symbolic.ID]symbolic.ID{index: name})
			z.c[i] = g.of(s.SumOver(name, lower, upper, coefficient))
		}
	}
	return &z, nil, nil
}

// indexOf returns a symbol for the index of a sum that occurs nowhere else: nothing
// is known of it, and neither the point nor a coefficient has it.
func (g *germ) indexOf(id symbolic.ID) symbolic.ID {
	if g.index[id] == 0 {
		g.index[id] = g.s.FreshSym(g.s.Name(g.s.Operands(id)[0]))
	}
	return g.index[id]
}
