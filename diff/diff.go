// Package diff differentiates expressions: gradients by reverse accumulation
// over the expression graph, single and higher derivatives by tangents that
// are remembered per node. Results are expressions in canonical form together
// with the condition under which they hold; nothing is simplified here.
//
// The derivative of a function comes from its row in the function table.
// Where a function has no derivative (relu at 0) the result follows the
// convention of the machine-learning libraries (but 0 for max and min of equal
// arguments, where they have 1/2), and the condition leaves the point out.
package diff

import (
	"fmt"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Options of a derivative. The zero value has no definitions and the default
// function table.
type Options struct {
	// Definitions are named quantities that the expression uses. The
	// derivative by a variable goes through all of them. The derivative by a
	// name treats it as a free input: it is the adjoint of the name.
	Definitions []read.Definition
	// Library is the function table; nil is the default one.
	Library *read.Library
}

// A Result is a list of derivatives with the condition under which all of
// them hold.
type Result struct {
	Partials   []symbolic.Expr // in the order of the variables
	Conditions symbolic.Expr
}

// problem is what the entry points have in common: an expression whose
// derivatives inside have been carried out, and its variables.
type problem struct {
	r         *rules
	s         *symbolic.Store
	roots     []symbolic.ID
	order     []symbolic.ID // all nodes below the roots, through the definitions, operands first
	variables []symbolic.ID
	targets   []symbolic.ID // variables that are entries of arrays
	domain    []symbolic.ID
	depends   *conditions
}

func newProblem(formulas []read.Formula, wrt []symbolic.Expr, o Options) *problem {
	if len(formulas) == 0 {
		fail("there is nothing to differentiate")
	}
	s := formulas[0].Expr.Store()
	lib := o.Library
	if lib == nil {
		lib = read.Default()
	}
	p := &problem{s: s, r: &rules{s: s, lib: lib}}
	for _, x := range wrt {
		switch x.Kind() {
		case symbolic.Symbol:
		case symbolic.Index:
			p.targets = append(p.targets, x.ID())
		default:
			fail("a variable is a name or an entry such as a[1]")
		}
		p.variables = append(p.variables, x.ID())
	}
	free := s.FreeSymbols(p.variables...) // and names of definitions, which no index must be taken for
	for _, d := range o.Definitions {
		free = append(free, d.Name.ID())
	}
	p.r.defs = newDefinitions(s, nil)
	enter := func(id symbolic.ID) symbolic.ID {
		z, cond := p.r.evaluate(s.RenameDummies(id, free))
		if cond != symbolic.True {
			p.domain = append(p.domain, cond)
		}
		return z
	}
	for _, d := range o.Definitions {
		p.r.defs.add(d.Name.ID(), enter(d.Expr.ID()))
	}
	for _, f := range formulas {
		p.roots = append(p.roots, enter(f.Expr.ID()))
	}
	p.order = p.r.defs.postorder(p.roots, func(symbolic.ID) bool { return false })
	p.depends = newConditions(p.r, p.variables)
	p.depends.markAlong(p.order)
	p.checkArrays()
	for _, f := range formulas {
		p.domain = append(p.domain, f.Domain.ID())
	}
	var used symbolic.Set
	for _, id := range p.order {
		used.Add(id)
	}
	for _, d := range o.Definitions {
		if used.Has(d.Name.ID()) {
			p.domain = append(p.domain, d.Domain.ID())
		}
	}
	return p
}

// checkArrays refuses a variable that stands for a whole array, or a row of it.
func (p *problem) checkArrays() {
	s := p.s
	for _, id := range p.order {
		if s.Kind(id) != symbolic.Index {
			continue
		}
		entry := s.Operands(id)
		for _, x := range p.variables {
			if x == entry[0] {
				fail("%s is an array; give an entry such as %s[1]", s.Name(x), s.Name(x))
			}
			if ops := s.Operands(x); s.Kind(x) == symbolic.Index && ops[0] == entry[0] && len(ops) != len(entry) {
				fail("the entries of %s have %d subscripts, the variable has %d", s.Name(ops[0]), len(entry)-1, len(ops)-1)
			}
		}
	}
}

// conditions is the interior of the domain with the conditions of the rules.
func (p *problem) conditions(more ...symbolic.ID) symbolic.Expr {
	domain := p.s.And(p.domain...)
	p.depends.mark(domain)
	all := append([]symbolic.ID{p.depends.interior(domain)}, more...)
	return p.s.Expr(p.s.And(all...))
}

// Gradient returns the partial derivatives of a formula by the variables:
//
//	Partials[i] = ∂f/∂wrt[i]
//
// A variable is a symbol or an entry of an array; d a[j]/d a[i] is
// delta(i, j). The derivative by a variable that does not occur is 0.
//
// It is one sweep of reverse accumulation: the cost is in proportion to the
// number of distinct nodes of f, whatever the number of variables, and the
// results share their parts. Source: Griewank and Walther, Evaluating
// Derivatives, chapter 3.
//
// The error is an *Error where a derivative does not exist as an expression
// (by the bounds of a sum, by the order of polygamma), or a
// *symbolic.LimitError.
func Gradient(f read.Formula, wrt []symbolic.Expr, o Options) (res Result, err error) {
	defer catch(&err)
	p := newProblem([]read.Formula{f}, wrt, o)
	res.Partials = p.gradient(p.roots[0])
	res.Conditions = p.conditions(p.depends.of(p.roots[0]))
	return res, nil
}

func (p *problem) gradient(root symbolic.ID) []symbolic.Expr {
	w := newSweep(p.r, p.targets)
	if p.order[len(p.order)-1] == root && len(p.roots) == 1 {
		for _, x := range p.variables {
			w.inputs.Add(x)
		}
		w.along(p.order)
	} else {
		w.run(root, p.variables)
	}
	out := make([]symbolic.Expr, len(p.variables))
	for i, x := range p.variables {
		if p.s.Kind(x) == symbolic.Index {
			out[i] = p.s.Expr(w.entryAdjoint(x))
		} else {
			out[i] = p.s.Expr(w.adjoint(x))
		}
	}
	return out
}

// Derivative returns the derivative of the given order by one variable. Order
// 0 is the formula itself.
func Derivative(f read.Formula, x symbolic.Expr, order int, o Options) (res Result, err error) {
	defer catch(&err)
	if order < 0 {
		return res, &Error{fmt.Sprintf("the order of a derivative is not negative, not %d", order)}
	}
	p := newProblem([]read.Formula{f}, []symbolic.Expr{x}, o)
	z := p.roots[0]
	if order == 1 && len(p.order) > longFormula {
		res.Partials = p.gradient(z)
		res.Conditions = p.conditions(p.depends.of(z))
		return res, nil
	}
	if order > 1 {
		p.r.defs.forget(p.variables)
	}
	t := newForward(p.r, map[symbolic.ID]symbolic.ID{x.ID(): symbolic.One})
	z, conds := p.higher(t, z, order)
	res.Partials = []symbolic.Expr{p.s.Expr(z)}
	res.Conditions = f.Domain
	if order > 0 {
		res.Conditions = p.conditions(conds...)
	}
	return res, nil
}

// higher differentiates so many times, and lists the conditions of all orders.
func (p *problem) higher(t *forward, z symbolic.ID, order int) (symbolic.ID, []symbolic.ID) {
	if order > 1 {
		g := newRing(p.r, t)
		if d, ok := g.derivative(z, order); ok {
			conds := []symbolic.ID{p.depends.of(z)}
			for _, x := range g.gens {
				conds = append(conds, p.depends.of(x.node))
			}
			return d, conds
		}
	}
	var conds []symbolic.ID
	for range order {
		p.s.CheckStopped()
		conds = append(conds, p.depends.of(z))
		if z = t.run(z); z == symbolic.Zero {
			break
		}
	}
	return z, conds
}

// longFormula is the number of nodes from which on a first derivative is taken
// in reverse: tangents multiply out the chain rule at every level of nesting,
// which people like to read and which takes the square of the depth.
const longFormula = 1000

// A Matrix is a list of rows of derivatives with the condition under which
// all of them hold.
type Matrix struct {
	Rows       [][]symbolic.Expr
	Conditions symbolic.Expr
}

// Jacobian returns the derivatives of several formulas in numerator layout:
//
//	Rows[i][j] = ∂f_i/∂wrt[j],   J is m×n
//
// by one reverse sweep a row.
func Jacobian(f []read.Formula, wrt []symbolic.Expr, o Options) (res Matrix, err error) {
	defer catch(&err)
	p := newProblem(f, wrt, o)
	var conds []symbolic.ID
	for _, z := range p.roots {
		res.Rows = append(res.Rows, p.gradient(z))
		conds = append(conds, p.depends.of(z))
	}
	res.Conditions = p.conditions(conds...)
	return res, nil
}

// Hessian returns the second derivatives of a formula:
//
//	Rows[i][j] = ∂²f/∂wrt[i]∂wrt[j],   n×n and symmetric
//
// as tangents of the gradient: one forward run a variable over the graph that
// all entries of the gradient share.
func Hessian(f read.Formula, wrt []symbolic.Expr, o Options) (res Matrix, err error) {
	defer catch(&err)
	p := newProblem([]read.Formula{f}, wrt, o)
	p.r.defs.forget(p.variables)
	g := p.gradient(p.roots[0])
	conds := []symbolic.ID{p.depends.of(p.roots[0])}
	for _, e := range g {
		conds = append(conds, p.depends.of(e.ID()))
		res.Rows = append(res.Rows, make([]symbolic.Expr, len(wrt)))
	}
	for j, x := range p.variables {
		t := newForward(p.r, map[symbolic.ID]symbolic.ID{x: symbolic.One})
		for i := range g[:j+1] {
			h := p.s.Expr(t.run(g[i].ID()))
			res.Rows[i][j], res.Rows[j][i] = h, h
		}
	}
	res.Conditions = p.conditions(conds...)
	return res, nil
}

// Directional returns the derivative of a formula in a direction:
//
//	Partials[0] = Σ_i ∂f/∂wrt[i]·direction[i]
//
// by one forward run.
func Directional(f read.Formula, wrt, direction []symbolic.Expr, o Options) (res Result, err error) {
	defer catch(&err)
	if len(wrt) != len(direction) {
		return res, &Error{fmt.Sprintf("%d variables and a direction of %d components", len(wrt), len(direction))}
	}
	p := newProblem([]read.Formula{f}, wrt, o)
	seeds := map[symbolic.ID]symbolic.ID{}
	for i, x := range p.variables {
		seeds[x] = direction[i].ID()
	}
	res.Partials = []symbolic.Expr{p.s.Expr(newForward(p.r, seeds).run(p.roots[0]))}
	res.Conditions = p.conditions(p.depends.of(p.roots[0]))
	return res, nil
}
