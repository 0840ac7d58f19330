package read

import (
	"fmt"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// A lowering turns the nodes of one tree into expressions, operands first.
// Conditions are collected in areas: the formula is one, and every part that
// need not be evaluated (a branch, the right side of and/or) or that is
// evaluated many times (the body of a sum) has its own.
type lowering struct {
	c     *Scope
	t     *syntax.Tree
	s     *symbolic.Store
	value []symbolic.ID // by tree node
	inner []bool        // part of a chain of sums or products that is built at its top
	area  []int32       // by tree node
	conds [][]symbolic.ID
	base  map[syntax.ID]bool    // names that have subscripts
	opens map[syntax.ID][]int32 // by tree node: areas of its arguments, -1 for the node's own

	dummies map[string]bool    // names that are bound somewhere, once that was asked
	survey  *survey            // what Whole wants to know; nil otherwise
	bound   map[syntax.ID]bool // names of indices, for Whole
}

// lower lowers the given roots of a tree; condition says whether they are
// relations or reals.
func (c *Scope) lower(t *syntax.Tree, roots []syntax.ID, condition bool) ([]Formula, error) {
	_, out, err := c.read(t, roots, condition, nil)
	return out, err
}

func (c *Scope) read(t *syntax.Tree, roots []syntax.ID, condition bool, z *survey) (l *lowering, out []Formula, err error) {
	defer func() { err = limited(t, err) }()
	defer symbolic.Catch(&err)
	l = &lowering{c: c, t: t, s: c.Store, value: make([]symbolic.ID, len(t.Nodes)), inner: make([]bool, len(t.Nodes)),
		area: make([]int32, len(t.Nodes)), opens: map[syntax.ID][]int32{}, base: map[syntax.ID]bool{}, survey: z}
	first := l.plan(roots)
	if z != nil {
		l.bound = l.bind()
	}
	for id := range t.Nodes {
		if l.area[id] < 0 || l.inner[id] {
			continue
		}
		if l.value[id], err = l.node(syntax.ID(id)); err != nil {
			return nil, nil, err
		}
	}
	for i, r := range roots {
		v := l.value[r]
		if l.s.IsCondition(v) != condition {
			if condition {
				return nil, nil, c.fail(t, r, Syntax, "a relation is expected here", "write for example x > 0")
			}
			return nil, nil, c.fail(t, r, Syntax, "a relation stands where a number is expected", "")
		}
		out = append(out, Formula{l.s.Expr(v), l.s.Expr(l.s.And(l.conds[first[i]]...)), t, r})
	}
	return l, out, nil
}

func (l *lowering) newArea() int32 {
	l.conds = append(l.conds, nil)
	return int32(len(l.conds) - 1)
}

// plan finds the area of every node below the roots (others get -1) and the
// chains of additions and multiplications, which become one node each.
func (l *lowering) plan(roots []syntax.ID) (areas []int32) {
	for i := range l.area {
		l.area[i] = -1
	}
	for _, r := range roots {
		l.area[r] = l.newArea()
		areas = append(areas, l.area[r])
	}
	for i := len(l.t.Nodes) - 1; i >= 0; i-- { // a node comes after its arguments
		here := l.area[i]
		if here < 0 {
			continue
		}
		id := syntax.ID(i)
		if l.t.Nodes[i].Kind == syntax.Index {
			l.base[l.t.Args(id)[0]] = true
		}
		own := l.separate(id)
		for j, a := range l.t.Args(id) {
			switch {
			case j < len(own) && own[j]:
				l.area[a] = l.newArea()
				for len(l.opens[id]) < j {
					l.opens[id] = append(l.opens[id], -1)
				}
				l.opens[id] = append(l.opens[id], l.area[a])
			default:
				l.area[a] = here
			}
			// A sign alone is no sum: -(x+y) and -(2*(x+y)) stay as they were written.
			l.inner[a] = additive(l.t.Nodes[a].Kind) && (binary(l.t.Nodes[i].Kind) || additive(l.t.Nodes[i].Kind) && l.inner[i]) ||
				multiplicative(l.t.Nodes[i].Kind) && multiplicative(l.t.Nodes[a].Kind) && j == 0
		}
	}
	return areas
}

func additive(k syntax.Kind) bool {
	return k == syntax.Add || k == syntax.Subtract || k == syntax.Negate || k == syntax.Plus
}

func binary(k syntax.Kind) bool { return k == syntax.Add || k == syntax.Subtract }

func multiplicative(k syntax.Kind) bool { return k == syntax.Multiply || k == syntax.Divide }

// separate says which arguments of a node have an area of their own.
func (l *lowering) separate(id syntax.ID) []bool {
	n := &l.t.Nodes[id]
	switch {
	case n.Kind == syntax.Conditional, n.Kind == syntax.Call && n.Text == "if":
		return []bool{false, true, true}
	case n.Kind == syntax.And || n.Kind == syntax.Or:
		return []bool{false, true}
	case n.Kind == syntax.Call && (n.Text == "sum" || n.Text == "prod"):
		return []bool{false, false, false, true}
	case n.Kind == syntax.Call && n.Text == "diff" && n.Primes == 0:
		return []bool{true}
	}
	return nil
}

// require adds a condition at a node.
func (l *lowering) require(id syntax.ID, cond symbolic.ID) {
	if cond != symbolic.True {
		a := l.area[id]
		l.conds[a] = append(l.conds[a], cond)
	}
}

// domainOf returns the condition gathered for argument i of a node.
func (l *lowering) domainOf(id syntax.ID, i int) symbolic.ID {
	return l.s.And(l.conds[l.opens[id][i]]...)
}

// arg returns the value of argument i, which must be a real (or a condition).
func (l *lowering) arg(id syntax.ID, i int, condition bool) (symbolic.ID, error) {
	a := l.t.Args(id)[i]
	v := l.value[a]
	if l.s.IsCondition(v) != condition {
		if condition {
			return 0, l.c.fail(l.t, a, Syntax, "a relation is expected here", "write for example x > 0")
		}
		return 0, l.c.fail(l.t, a, Syntax, "a relation stands where a number is expected", "")
	}
	return v, nil
}

func (l *lowering) reals(id syntax.ID) ([]symbolic.ID, error) {
	out := make([]symbolic.ID, len(l.t.Args(id)))
	var err error
	for i := range out {
		if out[i], err = l.arg(id, i, false); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (l *lowering) node(id syntax.ID) (symbolic.ID, error) {
	n := &l.t.Nodes[id]
	switch n.Kind {
	case syntax.Number:
		return l.number(id)
	case syntax.Name:
		if n.Text == "pi" {
			return l.s.Pi(), nil
		}
		if _, array := l.c.shapes[n.Text]; array && !l.base[id] {
			return 0, l.c.fail(l.t, id, Shape, n.Text+" is an array", "give an entry such as "+n.Text+"[1]")
		}
		x, err := l.c.symbol(l.t, id)
		if err == nil {
			err = l.shadowed(id, x)
		}
		if err != nil {
			return 0, err
		}
		return l.name(id, x), nil
	case syntax.Add, syntax.Subtract, syntax.Negate, syntax.Plus:
		return l.sum(id)
	case syntax.Multiply, syntax.Divide:
		return l.product(id)
	case syntax.Power:
		args, err := l.reals(id)
		if err != nil {
			return 0, err
		}
		return l.power(id, args[0], args[1]), nil
	case syntax.Equal, syntax.NotEqual, syntax.Less, syntax.LessEqual, syntax.Greater, syntax.GreaterEqual:
		args, err := l.reals(id)
		if err != nil {
			return 0, err
		}
		return l.relation(n.Kind, args[0], args[1]), nil
	case syntax.Chain, syntax.And, syntax.Or:
		return l.connective(id)
	case syntax.Not:
		x, err := l.arg(id, 0, true)
		if err != nil {
			return 0, err
		}
		return l.s.Not(x), nil
	case syntax.Conditional:
		return l.conditional(id)
	case syntax.Call:
		return l.call(id)
	case syntax.Index:
		return l.index(id)
	case syntax.List:
		return 0, l.c.fail(l.t, id, Unsupported, "a list cannot stand here", "")
	case syntax.Transpose:
		return 0, l.c.fail(l.t, id, Unsupported, "matrices are not supported by this version", "")
	}
	panic("read: unknown syntax node")
}

// maxExponent is far beyond what package parse lets through.
const maxExponent = 1 << 30

func (l *lowering) number(id syntax.ID) (symbolic.ID, error) {
	x, err := rational.Parse(l.t.Nodes[id].Text, maxExponent)
	if err != nil {
		return 0, l.c.fail(l.t, id, Syntax, err.Error(), "")
	}
	return l.s.Num(x), nil
}

// sum builds a whole chain of additions at once.
func (l *lowering) sum(id syntax.ID) (symbolic.ID, error) {
	if k := l.t.Nodes[id].Kind; !binary(k) {
		x, err := l.arg(id, 0, false)
		if err == nil && k == syntax.Negate {
			x = l.s.Neg(x)
		}
		return x, err
	}
	type part struct {
		id       syntax.ID
		negative bool
	}
	b := l.s.NewSum()
	stack := []part{{id, false}}
	for len(stack) > 0 {
		p := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		args := l.t.Args(p.id)
		for i := len(args) - 1; i >= 0; i-- {
			k := l.t.Nodes[p.id].Kind
			q := part{args[i], p.negative != (k == syntax.Negate || k == syntax.Subtract && i == 1)}
			if l.inner[q.id] {
				stack = append(stack, q)
				continue
			}
			x, err := l.arg(p.id, i, false)
			if err != nil {
				return 0, err
			}
			if q.negative {
				b.AddScaled(x, rational.NegOne)
			} else {
				b.Add(x)
			}
		}
	}
	return b.Sum(), nil
}

// product builds a whole chain of multiplications and divisions at once.
func (l *lowering) product(id syntax.ID) (symbolic.ID, error) {
	b := l.s.NewProduct()
	var factors []symbolic.ID // from the last to the first
	var divided []bool
	for top := id; ; top = l.t.Args(top)[0] {
		x, err := l.arg(top, 1, false)
		if err != nil {
			return 0, err
		}
		div := l.t.Nodes[top].Kind == syntax.Divide
		if div {
			l.require(id, l.s.Relate(symbolic.NotEqual, x, symbolic.Zero))
		}
		factors, divided = append(factors, x), append(divided, div)
		if !l.inner[l.t.Args(top)[0]] {
			if x, err = l.arg(top, 0, false); err != nil {
				return 0, err
			}
			factors, divided = append(factors, x), append(divided, false)
			break
		}
	}
	for i := len(factors) - 1; i >= 0; i-- {
		if divided[i] {
			b.MulPow(factors[i], symbolic.NegOne)
		} else {
			b.Mul(factors[i])
		}
	}
	return b.Product(), nil
}

// power requires what semantics says of a^r: r an integer (and a != 0 if it is
// negative), or a > 0, or a = 0 with r > 0; 0^0 is 1.
func (l *lowering) power(id syntax.ID, a, r symbolic.ID) symbolic.ID {
	s := l.s
	l.require(id, PowerDomain(s, l.c.Library, a, r))
	return s.Pow(a, r)
}

func (l *lowering) relation(k syntax.Kind, x, y symbolic.ID) symbolic.ID {
	switch k {
	case syntax.Equal:
		return l.s.Relate(symbolic.Equal, x, y)
	case syntax.NotEqual:
		return l.s.Relate(symbolic.NotEqual, x, y)
	case syntax.Less:
		return l.s.Relate(symbolic.Less, x, y)
	case syntax.LessEqual:
		return l.s.Relate(symbolic.LessEqual, x, y)
	case syntax.Greater:
		return l.s.Relate(symbolic.Less, y, x)
	}
	return l.s.Relate(symbolic.LessEqual, y, x)
}

func (l *lowering) connective(id syntax.ID) (symbolic.ID, error) {
	var parts []symbolic.ID
	for i := range l.t.Args(id) {
		x, err := l.arg(id, i, true)
		if err != nil {
			return 0, err
		}
		parts = append(parts, x)
	}
	switch l.t.Nodes[id].Kind {
	case syntax.Chain:
		return l.s.And(parts...), nil
	case syntax.And: // the right side is reached where the left one holds
		l.require(id, l.s.Or(l.s.Not(parts[0]), l.domainOf(id, 1)))
		return l.s.And(parts...), nil
	}
	l.require(id, l.s.Or(parts[0], l.domainOf(id, 1)))
	return l.s.Or(parts...), nil
}

func (l *lowering) conditional(id syntax.ID) (symbolic.ID, error) {
	if n := len(l.t.Args(id)); n != 3 {
		return 0, l.c.fail(l.t, id, Syntax, fmt.Sprintf("if takes 3 arguments, %d given", n), "write if(x > 0, a, b)")
	}
	cond, err := l.arg(id, 0, true)
	if err != nil {
		return 0, err
	}
	a, err := l.arg(id, 1, false)
	if err != nil {
		return 0, err
	}
	b, err := l.arg(id, 2, false)
	if err != nil {
		return 0, err
	}
	l.require(id, Branches(l.s, cond, l.domainOf(id, 1), l.domainOf(id, 2)))
	return l.s.If(cond, a, b), nil
}

func (l *lowering) index(id syntax.ID) (symbolic.ID, error) {
	args := l.t.Args(id)
	base := &l.t.Nodes[args[0]]
	if base.Kind != syntax.Name {
		return 0, l.c.fail(l.t, args[0], Syntax, "only a name can have subscripts", "")
	}
	subscripts, err := l.reals(id)
	if err != nil {
		return 0, err
	}
	for i, x := range subscripts[1:] {
		if l.s.Kind(x) == symbolic.Number && (!l.s.Number(x).IsInt() || l.s.Number(x).Sign() <= 0) {
			return 0, l.c.fail(l.t, args[i+1], Syntax, "a subscript is an integer from 1", "write "+base.Text+"[1]")
		}
	}
	if dims, ok := l.c.shapes[base.Text]; ok {
		if len(dims) != len(args)-1 {
			return 0, l.c.fail(l.t, id, Shape, fmt.Sprintf("%s has %d dimensions, %d subscripts given", base.Text, len(dims), len(args)-1), "")
		}
		for i, d := range dims {
			if x := subscripts[i+1]; d.size > 0 && l.s.Kind(x) == symbolic.Number && l.s.Number(x).Cmp(rational.Int(d.size)) > 0 {
				return 0, l.c.fail(l.t, args[i+1], Shape, fmt.Sprintf("subscript %v is beyond the size %d of %s", l.s.Number(x), d.size, base.Text), "")
			}
		}
	}
	for i, x := range subscripts[1:] {
		if size, known := l.c.Size(base.Text, i); known && l.s.Kind(size) == symbolic.Symbol {
			if role, name := l.roleHere(id, []symbolic.ID{size}); role != "" {
				return 0, l.c.fail(l.t, id, Syntax, "the size of "+base.Text+" is "+name+", which is "+role+" here", "give one of them another name")
			}
		}
		l.subscript(id, args[i+1], x, base.Text, i)
	}
	return l.s.Index(subscripts[0], slices.Clone(subscripts[1:])...), nil
}
