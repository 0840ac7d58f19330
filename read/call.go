package read

import (
	"fmt"
	"maps"
	"slices"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// forms are the calls that are no functions of their arguments' values.
var forms = map[string]func(*lowering, syntax.ID) (symbolic.ID, error){
	"if":   (*lowering).conditional,
	"sum":  (*lowering).over,
	"prod": (*lowering).over,
	"diff": (*lowering).diff,
	"pow":  (*lowering).pow,
}

func isForm(name string) bool {
	_, ok := forms[name]
	return ok
}

// later are the forms on arrays that this version does not read.
var later = []string{"dot", "hadamard", "elementwise_div", "outer", "tr", "det", "logdet", "inv", "diag", "diagonal",
	"norm", "norm2", "softmax", "logsumexp", "sumall", "mean", "eye", "ones", "grad", "jac", "hess"}

func (l *lowering) call(id syntax.ID) (symbolic.ID, error) {
	n := &l.t.Nodes[id]
	if m, ok := l.c.macros[n.Text]; ok {
		return l.macro(id, m)
	}
	if n.Primes == 0 {
		if form, ok := forms[n.Text]; ok {
			return form(l, id)
		}
	}
	args, err := l.reals(id)
	if err != nil {
		return 0, err
	}
	if l.c.unspecified[n.Text] {
		return l.unspecified(id, args)
	}
	row, err := l.c.Library.table.Lookup(n.Text, len(args))
	if err != nil {
		return 0, l.unknown(id, err)
	}
	if n.Primes > 0 {
		return l.primed(id, len(args) == 1 && !row.Variadic, args, nil, func(t symbolic.ID) symbolic.ID {
			return l.apply(id, row, []symbolic.ID{t})
		})
	}
	return l.apply(id, row, args), nil
}

// apply applies a function of the table and requires its domain.
func (l *lowering) apply(id syntax.ID, row *function.Row, args []symbolic.ID) symbolic.ID {
	args = slices.Clip(args)
	for i := len(args); i < len(row.Params) && !row.Variadic; i++ {
		args = append(args, l.c.Library.defaultOf(l.s, row, i))
	}
	if row.Domain != "" && !l.c.bare {
		l.require(id, l.c.Library.Forms(row).Domain.Build(l.s, args...))
	}
	if row.Expand != "" {
		return l.c.Library.expansion(row).Build(l.s, args...)
	}
	return l.s.Apply(l.s.Func(row), args...)
}

// defaultOf is the value of an argument that was left out.
func (lib *Library) defaultOf(s *symbolic.Store, row *function.Row, i int) symbolic.ID {
	c := NewScope(s, lib)
	f, err := c.Formula(row.Params[i].Default)
	if err != nil {
		panic(fmt.Errorf("function %s, default of %s: %w", row.Name, row.Params[i].Name, err))
	}
	return f.Expr.ID()
}

func (l *lowering) macro(id syntax.ID, m macro) (symbolic.ID, error) {
	args, err := l.reals(id)
	if err != nil {
		return 0, err
	}
	if len(args) != len(m.params) {
		return 0, l.arity(id, len(m.params), len(args))
	}
	if err := l.captured(id, m); err != nil {
		return 0, err
	}
	for i, p := range m.params {
		if l.s.Kind(args[i]) != symbolic.Symbol && l.c.isArray(m, p) {
			return 0, l.c.fail(l.t, l.t.Args(id)[i], Syntax, l.t.Nodes[id].Text+" takes entries of its argument, which is no array", "give the name of an array")
		}
	}
	if l.t.Nodes[id].Primes > 0 {
		return l.primed(id, len(args) == 1, args, l.c.free(m), func(t symbolic.ID) symbolic.ID { return l.expand(id, m, []symbolic.ID{t}) })
	}
	return l.expand(id, m, args), nil
}

// captured complains where a variable that a defined function uses has the name
// of a parameter or index at the place of the call: written out there, it would
// be another one.
func (l *lowering) captured(id syntax.ID, m macro) error {
	if role, name := l.roleHere(id, l.c.free(m)); role != "" {
		return l.c.fail(l.t, id, Syntax, l.t.Nodes[id].Text+" uses the variable "+name+", which is "+role+" here", "give one of them another name")
	}
	return nil
}

// isArray tells whether a defined function takes entries of a parameter.
func (c *Scope) isArray(m macro, p symbolic.ID) bool {
	s := c.Store
	return slices.ContainsFunc(s.Postorder(m.body.Expr.ID(), m.body.Domain.ID()), func(id symbolic.ID) bool {
		return s.Kind(id) == symbolic.Index && s.Operands(id)[0] == p
	})
}

// free returns the variables of a defined function that are no parameters.
func (c *Scope) free(m macro) []symbolic.ID {
	isParameter := func(x symbolic.ID) bool { return slices.Contains(m.params, x) }
	own := slices.DeleteFunc(c.Store.FreeSymbols(m.body.Expr.ID(), m.body.Domain.ID()), isParameter)
	return c.mentioned(0, own...)
}

// isDummy tells whether a name is bound somewhere in the tree.
func (l *lowering) isDummy(name string) bool {
	if l.dummies == nil {
		_, l.dummies = l.c.roles(l.t)
	}
	return l.dummies[name]
}

// indicesAround returns the names of the indices in whose scope a node is.
func (l *lowering) indicesAround(id syntax.ID) map[string]bool {
	z := map[string]bool{}
	for i, n := range l.t.Nodes {
		args := l.t.Args(syntax.ID(i))
		if n.Kind != syntax.Call || n.Text != "sum" && n.Text != "prod" || len(args) != 4 {
			continue
		}
		for stack := []syntax.ID{args[3]}; len(stack) > 0; {
			at := stack[len(stack)-1]
			stack = append(stack[:len(stack)-1], l.t.Args(at)...)
			if at == id {
				z[l.t.Nodes[args[0]].Text] = true
			}
		}
	}
	return z
}

// expand writes a defined function out.
func (l *lowering) expand(id syntax.ID, m macro, args []symbolic.ID) symbolic.ID {
	bind := map[symbolic.ID]symbolic.ID{}
	for i, p := range m.params {
		bind[p] = args[i]
	}
	body := l.wholeMacro(id, m, bind)
	l.require(id, l.s.Substitute(body.Domain.ID(), bind))
	return l.s.Substitute(body.Expr.ID(), bind)
}

func (l *lowering) arity(id syntax.ID, want, got int) error {
	plural := "s"
	if want == 1 {
		plural = ""
	}
	return l.c.fail(l.t, id, Syntax, fmt.Sprintf("%s takes %d argument%s, %d given", l.t.Nodes[id].Text, want, plural, got), "")
}

// unspecified is f(x) or f'(x) of a declared function.
func (l *lowering) unspecified(id syntax.ID, args []symbolic.ID) (symbolic.ID, error) {
	n := &l.t.Nodes[id]
	if len(args) == 0 {
		return 0, l.c.fail(l.t, id, Syntax, n.Text+" needs an argument", "write "+n.Text+"(x)")
	}
	f := l.s.Unspecified(n.Text)
	if n.Primes == 0 {
		return l.s.Apply(f, args...), nil
	}
	return l.primed(id, len(args) == 1, args, nil, func(t symbolic.ID) symbolic.ID { return l.s.Apply(f, t) })
}

// primed is f'(u) and sin'(u): the derivative at u of a function of one
// argument, which build applies; taken are its other variables.
func (l *lowering) primed(id syntax.ID, single bool, args, taken []symbolic.ID, build func(symbolic.ID) symbolic.ID) (symbolic.ID, error) {
	n := &l.t.Nodes[id]
	if !single {
		return 0, l.c.fail(l.t, id, Syntax, "a prime needs a function of one argument", "write diff("+n.Text+"(x, y), x)")
	}
	point := args[0]
	variable := point
	if l.s.Kind(point) != symbolic.Symbol || slices.Contains(taken, point) {
		if variable = l.s.Sym("t"); slices.Contains(taken, variable) {
			variable = l.s.FreshDummy("t", taken...)
		}
	}
	before := len(l.conds[l.area[id]])
	body := build(variable)
	order := l.s.Int(int64(n.Primes))
	l.differentiated(l.s.And(l.conds[l.area[id]][before:]...))
	if variable != point {
		for i, cond := range l.conds[l.area[id]][before:] {
			l.conds[l.area[id]][before+i] = l.s.Substitute(cond, map[symbolic.ID]symbolic.ID{variable: point})
		}
	}
	return l.derivative(id, l.s.Derivative(body, variable, order, point)), nil
}

// unknown explains that there is no such function, or not with so many
// arguments.
func (l *lowering) unknown(id syntax.ID, err error) error {
	name := l.t.Nodes[id].Text
	if slices.Contains(later, name) {
		return l.c.fail(l.t, id, Unsupported, name+" works on arrays, which are not supported by this version", "")
	}
	if l.c.Library.table.Has(name) {
		return l.c.fail(l.t, id, Syntax, err.Error(), "")
	}
	hint := fmt.Sprintf("write %s*(...) for a product, or declare it with --assume '%s:function'", name, name)
	own := append(slices.Sorted(maps.Keys(l.c.unspecified)), slices.Sorted(maps.Keys(l.c.macros))...)
	if near := l.c.Library.table.Nearest(name, own...); near != "" {
		hint = "did you mean " + near + "?"
	}
	return l.c.fail(l.t, id, UnknownName, "unknown function "+name, hint)
}

// pow is a power in the spelling of a call.
func (l *lowering) pow(id syntax.ID) (symbolic.ID, error) {
	args, err := l.reals(id)
	if err != nil {
		return 0, err
	}
	if len(args) != 2 {
		return 0, l.arity(id, 2, len(args))
	}
	return l.power(id, args[0], args[1]), nil
}

// variable returns the name that argument i must be.
func (l *lowering) variable(id syntax.ID, i int, what string) (symbolic.ID, error) {
	a := l.t.Args(id)[i]
	if n := &l.t.Nodes[a]; n.Kind != syntax.Name || n.Text == "pi" {
		return 0, l.c.fail(l.t, a, Syntax, what, "")
	}
	return l.value[a], nil
}

// over is sum(i, lo, hi, body) and prod(i, lo, hi, body). The body has a value
// for every index.
func (l *lowering) over(id syntax.ID) (symbolic.ID, error) {
	name := l.t.Nodes[id].Text
	if n := len(l.t.Args(id)); n != 4 {
		return 0, l.c.fail(l.t, id, Syntax, fmt.Sprintf("%s takes 4 arguments, %d given", name, n), "write "+name+"(i, 1, n, a[i])")
	}
	index, err := l.variable(id, 0, "the first argument of "+name+" is the name of the index")
	if err != nil {
		return 0, err
	}
	args, err := l.reals(id)
	if err != nil {
		return 0, err
	}
	s := l.s
	for i, bound := range args[1:3] {
		if s.Kind(bound) == symbolic.Number && !s.Number(bound).IsInt() {
			return 0, l.c.fail(l.t, l.t.Args(id)[i+1], Syntax, "the bounds of "+name+" are integers", "")
		}
		if s.Depends(bound, index) {
			return 0, l.c.fail(l.t, l.t.Args(id)[i+1], Syntax, "a bound cannot depend on the index "+s.Name(index), "give one of the two another name")
		}
	}
	for i, bound := range args[1:3] {
		l.integer(id, l.t.Args(id)[i+1], bound)
	}
	l.require(id, ForAll(s, index, args[1], args[2], l.domainOf(id, 3)))
	if name == "sum" {
		return s.SumOver(index, args[1], args[2], args[3]), nil
	}
	return s.ProductOver(index, args[1], args[2], args[3]), nil
}

// diff is diff(f, x), diff(f, x, n) and diff(f, x, n, point). Its domain here is
// that of f at the point; where f is differentiable is for package diff to say.
func (l *lowering) diff(id syntax.ID) (symbolic.ID, error) {
	s, n := l.s, len(l.t.Args(id))
	if n < 2 || n > 4 {
		return 0, l.c.fail(l.t, id, Syntax, fmt.Sprintf("diff takes 2 to 4 arguments, %d given", n), "write diff(f, x) or diff(f, x, 2)")
	}
	variable, err := l.variable(id, 1, "the second argument of diff is the name of a variable")
	if err != nil {
		return 0, err
	}
	args, err := l.reals(id)
	if err != nil {
		return 0, err
	}
	order, point := symbolic.One, variable
	if n > 2 {
		order = args[2]
		if s.Kind(order) == symbolic.Number && (!s.Number(order).IsInt() || s.Number(order).Sign() < 0) {
			return 0, l.c.fail(l.t, l.t.Args(id)[2], Syntax, "the order of a derivative is an integer from 0", "")
		}
	}
	if n > 3 {
		point = args[3]
	}
	// Indices and parameters may have the names of definitions.
	bound := func(x symbolic.ID) bool { role, _ := l.roleHere(id, []symbolic.ID{x}); return role != "" }
	args[0] = l.c.through(args[0], variable, bound)
	d := l.c.through(l.domainOf(id, 0), variable, bound)
	if order != symbolic.Zero {
		l.differentiated(d)
	}
	if point != variable {
		d = s.Substitute(d, map[symbolic.ID]symbolic.ID{variable: point})
	}
	l.require(id, d)
	if order == symbolic.Zero {
		return s.Substitute(args[0], map[symbolic.ID]symbolic.ID{variable: point}), nil
	}
	return l.derivative(id, s.Derivative(args[0], variable, order, point)), nil
}
