package codegen

import (
	"fmt"
	"math"
	"slices"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A builder makes the graph of programs in the functions of one language.
type builder struct {
	*graph
	language *language
	library  *read.Library
	texts    map[textKey]*program
	open     map[*function.Row]bool // functions that are being written out
}

// A textKey names a text of a row: its definition, or the derivative by a
// parameter.
type textKey struct {
	row *function.Row
	by  int // -1 for the definition
}

// A program is what numeric made of a formula.
type program struct {
	list    []numeric.Operation
	outputs []int
}

func newBuilder(l *language, library *read.Library) *builder {
	return &builder{graph: newGraph(), language: l, library: library,
		texts: map[textKey]*program{}, open: map[*function.Row]bool{}}
}

// build adds the operations of a program whose inputs are given, and returns its
// outputs.
func (b *builder) build(p *program, inputs []ref) ([]ref, error) {
	at := make([]ref, len(p.list))
	for i := range p.list {
		o := &p.list[i]
		args := make([]ref, len(o.Args))
		for j, a := range o.Args {
			args[j] = at[a]
		}
		z, err := b.operation(o, args, inputs)
		if err != nil {
			return nil, err
		}
		at[i] = z
	}
	out := make([]ref, len(p.outputs))
	for i, o := range p.outputs {
		out[i] = at[o]
	}
	return out, nil
}

func (b *builder) operation(o *numeric.Operation, a, inputs []ref) (ref, error) {
	switch o.Op {
	case numeric.Constant:
		return b.num(o.Value), nil
	case numeric.Input:
		return inputs[o.N], nil
	case numeric.Sum:
		terms := make([]term, 0, len(a))
		for _, x := range a[:o.N] {
			terms = append(terms, term{of: x})
		}
		for i := o.N; i < len(a); i += 2 {
			terms = append(terms, term{of: b.mul(a[i], a[i+1])})
		}
		return b.add(terms...), nil
	case numeric.Sub:
		return b.add(term{of: a[0]}, term{a[1], true}), nil
	case numeric.Neg:
		return b.neg(a[0]), nil
	case numeric.Mul:
		return b.mul(a...), nil
	case numeric.Div:
		return b.div(a[0], a[1]), nil
	case numeric.Power:
		return b.power(a[0], o.N), nil
	case numeric.Sqrt:
		return b.named("sqrt", a...)
	case numeric.Call:
		return b.call(o.Row, a)
	case numeric.Slope:
		return b.slope(o, a)
	case numeric.Max:
		return b.largest(a)
	case numeric.LogSumExp:
		return b.logSumExp(a)
	case numeric.Relation:
		if o.Rel == symbolic.Equal && b.isCondition(a[0]) && b.is(a[1], 0) {
			return b.not(a[0]), nil
		}
		return b.relate(o.Rel, a[0], a[1]), nil
	case numeric.And:
		return b.connect(and, a), nil
	case numeric.Or:
		return b.connect(or, a), nil
	case numeric.If:
		return b.choose(a[0], a[1], a[2]), nil
	case numeric.Defined:
		if b.strict {
			return b.choose(b.relate(symbolic.Equal, a[0], a[0]), a[1], b.num(math.NaN())), nil
		}
		return a[1], nil // where the conditions hold all is defined
	case numeric.Entry:
		return 0, unsupported("an entry at a subscript that is computed has no code; write the entries out")
	}
	return 0, unsupported("a sum or product up to a variable, or with more than 1000 terms, has no code; write it out")
}

// named calls a built-in function.
func (b *builder) named(name string, args ...ref) (ref, error) {
	row, err := b.library.Table().Lookup(name, len(args))
	if err != nil {
		return 0, err
	}
	return b.call(row, args)
}

// call applies a function by its name in the language, or writes it out.
func (b *builder) call(row *function.Row, args []ref) (ref, error) {
	f := functionRows()[signature{row.Name, len(row.Params)}]
	if f != nil {
		switch cell := b.language.cell(f); cell {
		case "":
		case missing:
			return 0, unsupported("%s has no function %s", b.language.title, row.Name)
		default:
			return b.make(node{kind: call, text: cell, args: args}), nil
		}
	}
	if b.open[row] {
		return 0, unsupported("%s has no function %s", b.language.title, row.Name)
	}
	b.open[row] = true
	defer delete(b.open, row)
	return b.text(row, f, -1, args)
}

// slope is the derivative of a function, of which the last argument is the value.
func (b *builder) slope(o *numeric.Operation, args []ref) (ref, error) {
	if o.Order != 1 {
		return 0, unsupported("a second derivative of %s has no code", o.Row.Name)
	}
	return b.text(o.Row, functionRows()[signature{o.Row.Name, len(o.Row.Params)}], o.N, args)
}

// text puts arguments, and for a derivative the value, into a text of a row.
func (b *builder) text(row *function.Row, f *row, by int, args []ref) (ref, error) {
	key := textKey{row, by}
	p := b.texts[key]
	if p == nil {
		var err error
		if p, err = b.compileText(row, f, by); err != nil {
			return 0, err
		}
		b.texts[key] = p
	}
	out, err := b.build(p, args)
	if err != nil {
		return 0, err
	}
	z := out[0]
	if b.strict && by < 0 { // a function has no value where an argument has none, used or not
		for _, cond := range out[1:] {
			z = b.choose(cond, z, b.num(math.NaN()))
		}
		for i, needed := range p.needed() {
			if !needed {
				z = b.choose(b.relate(symbolic.Equal, args[i], args[i]), z, b.num(math.NaN()))
			}
		}
	}
	return z, nil
}

// needed tells which inputs the first output has no value without.
func (p *program) needed() []bool {
	sure := make([]bool, len(p.list))
	stack := []int{p.outputs[0]}
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if sure[i] {
			continue
		}
		sure[i] = true
		switch args := p.list[i].Args; p.list[i].Op {
		case numeric.If, numeric.And, numeric.Or:
			stack = append(stack, args[0])
		default:
			stack = append(stack, args...)
		}
	}
	var list []bool
	for i := range p.list {
		if p.list[i].Op == numeric.Input {
			list = append(list, sure[i])
		}
	}
	return list
}

// compileText reads and compiles a text of a row.
func (b *builder) compileText(row *function.Row, f *row, by int) (*program, error) {
	scope := read.NewScope(symbolic.NewStore(), b.library)
	var vars []symbolic.Expr
	for _, p := range row.Params {
		vars = append(vars, scope.Store.Symbol(p.Name))
	}
	text, forms := "", b.library.Forms(row)
	var template *symbolic.Template
	if by < 0 {
		template = forms.Definition
		if f != nil {
			text = f.form
		}
	} else {
		vars = append(vars, scope.Store.Symbol("y"))
		template = forms.Deriv[by]
		if f != nil && by < len(f.slope) {
			text = f.slope[by]
		}
		if f != nil && by < len(f.branched) && b.language.lazy {
			text = f.branched[by]
		}
	}
	var e symbolic.Expr
	switch {
	case text != "":
		z, err := scope.Formula(text)
		if err != nil {
			return nil, fmt.Errorf("codegen: the row of %s: %w", row.Name, err)
		}
		e = z.Expr
	case template != nil:
		ids := make([]symbolic.ID, len(vars))
		for i, v := range vars {
			ids[i] = v.ID()
		}
		e = scope.Store.Expr(template.Build(scope.Store, ids...))
	default:
		return nil, unsupported("%s has no function %s", b.language.title, row.Name)
	}
	exprs := []symbolic.Expr{e}
	if by < 0 && forms.Domain != nil {
		exprs = append(exprs, ofParameters(scope.Store, forms.Domain, vars)...)
	}
	z, err := numeric.Compile(vars, exprs...)
	if err != nil {
		return nil, err
	}
	p := &program{}
	p.list, p.outputs = z.Operations()
	return p, nil
}

// ofParameters are the conditions in the domain of a function that are about its parameters
// alone, such as alpha != 0: a definition need not use a parameter.
func ofParameters(s *symbolic.Store, domain *symbolic.Template, vars []symbolic.Expr) (list []symbolic.Expr) {
	ids := make([]symbolic.ID, len(vars))
	for i, v := range vars {
		ids[i] = v.ID()
	}
	root := domain.Build(s, ids...)
	conds := []symbolic.ID{root}
	if s.Kind(root) == symbolic.And {
		conds = s.Operands(root)
	}
	for _, cond := range conds {
		if !slices.Contains(s.FreeSymbols(cond), ids[0]) {
			list = append(list, s.Expr(cond))
		}
	}
	return list
}

// largest is the largest of several values.
func (b *builder) largest(list []ref) (z ref, err error) {
	z = list[0]
	for _, x := range list[1:] {
		if z, err = b.named("max", z, x); err != nil {
			return 0, err
		}
	}
	return z, nil
}

// logSumExp is log(Σ exp(x)), the largest x taken out.
func (b *builder) logSumExp(list []ref) (ref, error) {
	top, err := b.largest(list)
	if err != nil {
		return 0, err
	}
	var terms []term
	for _, x := range list {
		e, err := b.named("exp", b.add(term{of: x}, term{top, true}))
		if err != nil {
			return 0, err
		}
		terms = append(terms, term{of: e})
	}
	z, err := b.named("log", b.add(terms...))
	if err != nil {
		return 0, err
	}
	return b.add(term{of: top}, term{of: z}), nil
}
