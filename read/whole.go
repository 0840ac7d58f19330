package read

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// A Whole is a formula with what a claim about it depends on besides. Its domain
// has that of the definitions that it names, and that bounds of sums and
// subscripts are integers. A domain cannot say where a derivative exists: the
// expression has to evaluate it. Of 0*diff(f, x) nothing is left; that is told.
type Whole struct {
	Formula
	// Lost tells that a derivative was written where the expression does not
	// evaluate one.
	Lost bool
	// Derivatives are the nodes by which Expr evaluates derivatives, wherever
	// it has a value: Derivative nodes, and names of definitions that have
	// some. Inner tells that there are more in branches and bodies.
	Derivatives []symbolic.ID
	Inner       bool
	// Partial tells that something is differentiated that, as it was written, does not
	// have a value everywhere. Such a derivative exists at inner points only, which a
	// domain says in terms of its variable, and not of another point.
	Partial bool
	// Definitions are those that are used, by name.
	Definitions map[symbolic.ID]Whole
}

// Whole reads a formula of the scope once more. A formula that was not read,
// but made, is taken as it is.
func (c *Scope) Whole(f Formula) (Whole, error) { return c.reread(f, true) }

// WholeOfIntegers is Whole where bounds of sums and subscripts are taken for
// integers, as people do who write them.
func (c *Scope) WholeOfIntegers(f Formula) (Whole, error) { return c.reread(f, false) }

func (c *Scope) reread(f Formula, integers bool) (Whole, error) {
	surveyed := func(n syntax.Node) bool { return c.surveyed(n, integers) }
	if f.Tree == nil || len(c.Definitions) == 0 && !slices.ContainsFunc(f.Tree.Nodes, surveyed) {
		return Whole{Formula: f}, nil
	}
	z := &survey{definitions: map[symbolic.ID]Whole{}, macros: map[string]Whole{}, integers: integers}
	for _, i := range c.used(f) {
		d := c.Definitions[i]
		w, err := c.whole(d.Formula, z)
		if err != nil {
			return w, err
		}
		z.definitions[d.Name.ID()] = w
	}
	w, err := c.whole(f, z)
	w.Definitions = z.definitions
	return w, err
}

// surveyed tells whether there may be more to say because of a node.
func (c *Scope) surveyed(n syntax.Node, integers bool) bool {
	_, own := c.macros[n.Text]
	return n.Primes > 0 || n.Kind == syntax.Call && (own || n.Text == "diff") ||
		integers && (n.Kind == syntax.Index || n.Kind == syntax.Call && (n.Text == "sum" || n.Text == "prod"))
}

// used returns the places of the definitions that a formula uses, those in the
// bodies of functions as well, in order.
func (c *Scope) used(f Formula) (list []int) {
	if len(c.Definitions) == 0 {
		return nil
	}
	seen := map[string]bool{}
	trees := []*syntax.Tree{f.Tree}
	for len(trees) > 0 {
		t := trees[len(trees)-1]
		trees = trees[:len(trees)-1]
		for _, n := range t.Nodes {
			if n.Kind != syntax.Name && n.Kind != syntax.Call || seen[n.Text] {
				continue
			}
			seen[n.Text] = true
			if m, ok := c.macros[n.Text]; ok {
				trees = append(trees, m.body.Tree)
			}
			if x, ok := c.Store.HasSym(n.Text); ok {
				if i, ok := c.defined[x]; ok {
					list = append(list, i)
					trees = append(trees, c.Definitions[i].Tree)
				}
			}
		}
	}
	slices.Sort(list)
	return list
}

// A survey is what is known, and what is noted, while a formula is read for
// Whole.
type survey struct {
	definitions map[symbolic.ID]Whole
	macros      map[string]Whole // bodies of defined functions
	written     []place          // derivatives, and names of definitions with some
	partial     bool             // what is differentiated does not have a value everywhere
	integers    bool             // bounds and subscripts have to be shown to be integers
	lost        bool
}

// A place is a node where it was written.
type place struct {
	area int32
	node symbolic.ID
}

// whole reads a formula whose definitions were read before.
func (c *Scope) whole(f Formula, known *survey) (w Whole, err error) {
	z := &survey{definitions: known.definitions, macros: known.macros, integers: known.integers}
	l, list, err := c.read(f.Tree, []syntax.ID{f.root}, f.Expr.Store().IsCondition(f.Expr.ID()), z)
	if err != nil {
		return w, err
	}
	w.Formula, w.Lost = list[0], z.lost
	hosts := l.hosts(w.Expr.ID(), f.root)
	for _, p := range z.written {
		host, ok := hosts[p.area]
		w.Lost = w.Lost || !ok || !host.Has(p.node)
		if p.area == l.area[f.root] {
			w.Derivatives = append(w.Derivatives, p.node)
		} else {
			w.Inner = true
		}
	}
	w.Partial = z.partial
	return w, nil
}

// differentiated notes where what is differentiated has a value.
func (l *lowering) differentiated(domain symbolic.ID) {
	if l.survey != nil && domain != symbolic.True {
		l.survey.partial = true
	}
}

// derivative notes one that was written.
func (l *lowering) derivative(id syntax.ID, node symbolic.ID) symbolic.ID {
	body := l.s.Operands(node)[0]
	if unspecified := l.s.Kind(body) == symbolic.Apply && l.s.Function(body) == nil; l.survey != nil && !unspecified {
		l.survey.written = append(l.survey.written, place{l.area[id], node})
	}
	return node
}

// integer requires that a bound or subscript is an integer, where that counts. node
// is where x is written.
func (l *lowering) integer(id, node syntax.ID, x symbolic.ID) {
	if l.survey != nil && l.survey.integers && l.s.Kind(x) != symbolic.Number && !l.integral(node) {
		l.require(id, l.c.Library.IsInteger(l.s, x))
	}
}

// subscript requires an integer from 1 up to the size, if that is known.
func (l *lowering) subscript(id, node syntax.ID, x symbolic.ID, array string, direction int) {
	if l.survey == nil || !l.survey.integers {
		return
	}
	if l.s.Kind(x) != symbolic.Number {
		l.integer(id, node, x)
		l.require(id, l.s.Relate(symbolic.LessEqual, symbolic.One, x))
	}
	if size, known := l.c.Size(array, direction); known {
		l.require(id, l.s.Relate(symbolic.LessEqual, x, size))
	}
}

// integral tells whether what is written is made of integers and indices of sums
// around it, and so an integer.
func (l *lowering) integral(id syntax.ID) bool {
	for stack := []syntax.ID{id}; len(stack) > 0; {
		id := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		switch n := &l.t.Nodes[id]; n.Kind {
		case syntax.Name:
			if !l.bound[id] {
				return false
			}
		case syntax.Number:
			if v := l.value[id]; l.s.Kind(v) != symbolic.Number || !l.s.Number(v).IsInt() {
				return false
			}
		case syntax.Add, syntax.Subtract, syntax.Multiply, syntax.Negate:
			stack = append(stack, l.t.Args(id)...)
		default:
			return false
		}
	}
	return true
}

// name requires the domain of a definition where it is named, unless the name
// is that of an index.
func (l *lowering) name(id syntax.ID, x symbolic.ID) symbolic.ID {
	if l.survey == nil {
		return x
	}
	w, ok := l.survey.definitions[x]
	if !ok || l.bound[id] || slices.Contains(l.c.parameters, x) {
		return x
	}
	l.require(id, w.Domain.ID())
	l.survey.lost = l.survey.lost || w.Lost
	l.survey.partial = l.survey.partial || w.Partial
	if len(w.Derivatives) > 0 || w.Inner {
		l.survey.written = append(l.survey.written, place{l.area[id], x})
	}
	return x
}

// bind finds the names that are indices of sums and products.
func (l *lowering) bind() map[syntax.ID]bool {
	z := map[syntax.ID]bool{}
	for i, n := range l.t.Nodes {
		if args := l.t.Args(syntax.ID(i)); n.Kind == syntax.Call && (n.Text == "sum" || n.Text == "prod") && len(args) == 4 {
			stack := []syntax.ID{args[0], args[3]}
			for len(stack) > 0 {
				id := stack[len(stack)-1]
				stack = append(stack[:len(stack)-1], l.t.Args(id)...)
				if m := &l.t.Nodes[id]; m.Kind == syntax.Name && m.Text == l.t.Nodes[args[0]].Text {
					z[id] = true
				}
			}
		}
	}
	return z
}

// wholeMacro returns the body of a defined function, read for Whole, and notes
// the derivatives that it evaluates where its arguments are bound.
func (l *lowering) wholeMacro(id syntax.ID, m macro, bind map[symbolic.ID]symbolic.ID) Formula {
	z := l.survey
	if z == nil {
		return m.body
	}
	name := l.t.Nodes[id].Text
	w, done := z.macros[name]
	if !done {
		var err error
		outer := l.c.parameters
		l.c.parameters = m.params
		w, err = l.c.whole(m.body, z)
		l.c.parameters = outer
		if err != nil {
			w = Whole{Formula: m.body, Lost: true}
		}
		z.macros[name] = w
	}
	z.lost = z.lost || w.Lost || w.Inner
	for _, node := range w.Derivatives {
		z.written = append(z.written, place{l.area[id], l.s.Substitute(node, bind)})
	}
	z.partial = z.partial || w.Partial
	return w.Formula
}

// Reached returns the nodes that are evaluated wherever an expression is: of if
// only what is compared first, of a derivative only itself.
func Reached(s *symbolic.Store, root symbolic.ID) *symbolic.Set {
	z := &symbolic.Set{}
	stack := []symbolic.ID{root}
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !z.Add(id) {
			continue
		}
		ops := s.Operands(id)
		switch s.Kind(id) {
		case symbolic.If, symbolic.And, symbolic.Or:
			ops = ops[:1]
		case symbolic.SumOver, symbolic.ProductOver:
			ops = ops[1:3]
		case symbolic.Derivative:
			ops = ops[3:]
		case symbolic.Index:
			ops = ops[1:]
		}
		stack = append(stack, ops...)
	}
	return z
}

// hosts returns for each area of a formula the nodes that are evaluated with
// it, as far as the expression still has a place for it.
func (l *lowering) hosts(root symbolic.ID, top syntax.ID) map[int32]*symbolic.Set {
	z := map[int32]*symbolic.Set{l.area[top]: Reached(l.s, root)}
	if len(l.survey.written) == 0 {
		return z
	}
	for i := len(l.t.Nodes) - 1; i >= 0; i-- { // those around come first
		id := syntax.ID(i)
		for j, a := range l.opens[id] {
			around, ok := z[l.area[id]]
			if a < 0 || !ok || !around.Has(l.value[id]) {
				continue
			}
			v, body := l.value[id], l.value[l.t.Args(id)[j]]
			at := slices.Index(l.s.Operands(v), body)
			switch l.s.Kind(v) {
			case symbolic.If:
				ok = at == 1 || at == 2
			case symbolic.SumOver, symbolic.ProductOver:
				ok = at == 3
			case symbolic.Derivative:
				ok = at == 0
			default:
				ok = false
			}
			if ok {
				z[a] = Reached(l.s, body)
			}
		}
	}
	return z
}
