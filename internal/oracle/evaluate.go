package oracle

import (
	"math/big"
	"strings"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/syntax"
)

// A Point has values for variables.
type Point map[string]Value

// A Formula is a text that was read, with the definitions that it may use.
type Formula struct {
	tree *syntax.Tree
	lets map[string]let
}

// Read reads a formula or condition.
func Read(text string) (Formula, error) {
	t, err := parse.Expr(text, parse.Limits{})
	return Formula{tree: t}, err
}

var definitions = func() map[string]Formula {
	m := map[string]Formula{}
	for name, text := range texts {
		f, err := Read(text)
		if err != nil {
			panic(err)
		}
		m[name] = f
	}
	return m
}()

// Value returns the value of a formula at a point. The error is ErrUndefined or
// ErrUnknown. With presume set, numbers that are extremely close are taken to
// be equal.
func (f Formula) Value(at Point, prec uint, presume bool) (Value, error) {
	return f.run(calc{prec, presume}, at).value(f.tree.Root)
}

// Holds returns whether a condition holds at a point. The error is as that of
// Value.
func (f Formula) Holds(at Point, prec uint, presume bool) (bool, error) {
	return f.run(calc{prec, presume}, at).truth(f.tree.Root)
}

// Derivatives returns how deep derivatives are nested in a formula.
func (f Formula) Derivatives() int { return derivatives(f.tree, f.tree.Root) }

// A run evaluates one tree at one point. It recurses on the depth of the tree,
// which those who make formulas for tests bound.
type run struct {
	calc
	t    *syntax.Tree
	at   Point
	lets map[string]let
	free Point // the point without indices of sums, where definitions are evaluated
}

func (f Formula) run(c calc, at Point) run { return run{c, f.tree, at, f.lets, at} }

// with returns the point in which a variable has another value.
func (p Point) with(name string, x Value) Point {
	at := make(Point, len(p)+1)
	for k, v := range p {
		at[k] = v
	}
	at[name] = x
	return at
}

// values evaluates operands that all have to have values: one without makes the
// whole undefined even if another is unknown.
func (r run) values(ids []syntax.ID) ([]Value, error) {
	list := make([]Value, len(ids))
	var unknown error
	for i, id := range ids {
		z, err := r.value(id)
		switch err {
		case nil:
		case ErrUndefined:
			return nil, err
		default:
			unknown = err
		}
		list[i] = z
	}
	return list, unknown
}

func (r run) value(id syntax.ID) (Value, error) {
	n, args := r.t.Nodes[id], r.t.Args(id)
	switch n.Kind {
	case syntax.Number:
		q, ok := new(big.Rat).SetString(n.Text)
		if !ok {
			return Value{}, ErrUnknown
		}
		return r.simple(Rational(q)), nil
	case syntax.Name:
		if n.Text == "pi" {
			return Value{q: new(big.Rat), p: big.NewRat(1, 1)}, nil
		}
		if x, ok := r.at[n.Text]; ok {
			return x, nil
		}
		if d, ok := r.lets[n.Text]; ok && d.params == nil {
			return d.run(r, nil).value(d.body)
		}
		return Value{}, ErrUnknown
	case syntax.Conditional:
		return r.branch(args[0], args[1], args[2])
	case syntax.Call:
		return r.call(n.Text, args)
	}
	a, err := r.values(args)
	if err != nil {
		return Value{}, err
	}
	switch n.Kind {
	case syntax.Negate:
		return r.neg(a[0]), nil
	case syntax.Plus:
		return a[0], nil
	case syntax.Add:
		return r.add(a[0], a[1])
	case syntax.Subtract:
		return r.sub(a[0], a[1])
	case syntax.Multiply:
		return r.mul(a[0], a[1])
	case syntax.Divide:
		return r.div(a[0], a[1])
	case syntax.Power:
		return r.power(a[0], a[1])
	}
	return Value{}, ErrUnknown
}

// branch evaluates what is reached; where that is not known, a value that both
// branches lack does not exist.
func (r run) branch(cond, a, b syntax.ID) (Value, error) {
	yes, err := r.truth(cond)
	switch {
	case err == ErrUndefined:
		return Value{}, err
	case err != nil:
		_, err1 := r.value(a)
		_, err2 := r.value(b)
		if err1 == ErrUndefined && err2 == ErrUndefined {
			return Value{}, err1
		}
		return Value{}, err
	case yes:
		return r.value(a)
	}
	return r.value(b)
}

// maxTerms bounds the terms of one sum.
const maxTerms = 60

func (r run) call(name string, args []syntax.ID) (Value, error) {
	switch name {
	case "if":
		return r.branch(args[0], args[1], args[2])
	case "sum", "prod":
		return r.over(name, args)
	case "diff":
		order := int64(1)
		if len(args) == 3 {
			x, err := r.value(args[2])
			if err != nil || !x.rational() || !x.q.IsInt() || !x.q.Num().IsInt64() {
				return Value{}, ErrUnknown
			}
			order = x.q.Num().Int64()
		}
		if r.t.Nodes[args[1]].Kind != syntax.Name {
			return Value{}, ErrUnknown
		}
		return r.derivative(args[0], r.t.Nodes[args[1]].Text, int(order))
	}
	a, err := r.values(args)
	if err != nil {
		return Value{}, err
	}
	if d, ok := r.lets[name]; ok && len(d.params) == len(a) {
		return d.run(r, a).value(d.body)
	}
	d, ok := definitions[name]
	if !ok {
		if len(a) == 0 {
			return Value{}, ErrUnknown
		}
		return r.apply(name, a)
	}
	if len(a) == 1 {
		for _, text := range defaults[name] {
			q, _ := new(big.Rat).SetString(text)
			a = append(a, Rational(q))
		}
	}
	at := Point{}
	for i, x := range a {
		at["uvw"[i:i+1]] = x
	}
	return d.run(r.calc, at).value(d.tree.Root)
}

func (r run) over(name string, args []syntax.ID) (Value, error) {
	b, err := r.values(args[1:3])
	if err != nil {
		return Value{}, err
	}
	lo, whole1, err1 := r.nearest(b[0])
	hi, whole2, err2 := r.nearest(b[1])
	switch {
	case err1 == nil && !whole1 || err2 == nil && !whole2:
		return Value{}, ErrUndefined
	case err1 != nil || err2 != nil || !lo.IsInt64() || !hi.IsInt64() || hi.Int64()-lo.Int64() > maxTerms:
		return Value{}, ErrUnknown
	}
	z := integer(0)
	if name == "prod" {
		z = integer(1)
	}
	var unknown error
	in := r
	for k := lo.Int64(); k <= hi.Int64(); k++ {
		in.at = r.at.with(r.t.Nodes[args[0]].Text, integer(k))
		x, err := in.value(args[3])
		switch {
		case err == ErrUndefined:
			return x, err
		case err != nil:
			unknown = err
		case unknown != nil:
		case name == "prod":
			z, unknown = r.mul(z, x)
		default:
			z, unknown = r.add(z, x)
		}
	}
	return z, unknown
}

// truth evaluates a condition from left to right, as far as it has to be.
func (r run) truth(id syntax.ID) (bool, error) {
	n, args := r.t.Nodes[id], r.t.Args(id)
	switch n.Kind {
	case syntax.Not:
		z, err := r.truth(args[0])
		return !z, err
	case syntax.And, syntax.Or:
		x, err := r.truth(args[0])
		switch {
		case err == ErrUndefined || err == nil && x == (n.Kind == syntax.Or):
			return x, err
		}
		y, err1 := r.truth(args[1])
		if err == nil {
			return y, err1
		}
		return false, err
	case syntax.Chain:
		for _, a := range args {
			if z, err := r.truth(a); err != nil || !z {
				return z, err
			}
		}
		return true, nil
	case syntax.Equal, syntax.NotEqual, syntax.Less, syntax.LessEqual, syntax.Greater, syntax.GreaterEqual:
		a, err := r.values(args)
		if err != nil {
			return false, err
		}
		s, err := r.compare(a[0], a[1])
		return compares(n.Kind, s), err
	case syntax.Name:
		switch strings.ToLower(n.Text) {
		case "true":
			return true, nil
		case "false":
			return false, nil
		}
	}
	return false, ErrUnknown
}

func compares(k syntax.Kind, s int) bool {
	switch k {
	case syntax.Equal:
		return s == 0
	case syntax.NotEqual:
		return s != 0
	case syntax.Less:
		return s < 0
	case syntax.LessEqual:
		return s <= 0
	case syntax.Greater:
		return s > 0
	}
	return s >= 0
}

func derivatives(t *syntax.Tree, id syntax.ID) int {
	depth := make([]int, id+1)
	for i := range depth {
		for _, a := range t.Args(syntax.ID(i)) {
			depth[i] = max(depth[i], depth[a])
		}
		if n := t.Nodes[i]; n.Kind == syntax.Call && n.Text == "diff" {
			depth[i]++
			if args := t.Args(syntax.ID(i)); len(args) == 3 && t.Nodes[args[2]].Text != "1" {
				depth[i]++
			}
		}
	}
	return depth[id]
}
