package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A survey is what is seen of an expression at a glance.
type survey struct {
	generators []symbolic.ID // each once, in the order in which they are met
	repeats    bool          // a generator is written more than once, or sums or fractions stand in a sum
	divides    bool          // there are negative powers
	opposite   bool          // it is minus a product with a sum
	constant   bool          // there are no symbols
	related    bool          // functions may be expressed by each other
	families   [familyCount]int
}

// isDone tells whether a normal form of an expression is no better than what its
// parts can be made: nothing in it depends on anything else in it, or it is a
// product of sums without denominators.
func (w *worker) isDone(id symbolic.ID, g survey) bool {
	if g.related || g.constant || g.opposite {
		return false
	}
	return !g.repeats || w.s.Kind(id) != symbolic.Sum && !g.divides
}

// A family is a group of functions that are expressed by each other.
type family int

const (
	noFamily    family = iota
	exponential        // exp, hyperbolic functions, activation functions
	logarithmic
	circular
	inverse // of circular functions
	absolute
	root // powers with exponents that are no integers
	special
	familyCount
)

var families = map[string]family{
	"exponential": exponential, "hyperbolic": exponential, "activation": exponential,
	"inverse hyperbolic": logarithmic,
	"trigonometric":      circular, "inverse trigonometric": inverse,
	"power": root, "piecewise": absolute, "rectifier": absolute,
	"gamma": special, "error": special,
}

func (w *worker) familyOf(id symbolic.ID) family {
	switch w.s.Kind(id) {
	case symbolic.Power:
		return root
	case symbolic.If:
		return absolute
	case symbolic.Apply:
		switch row := w.s.Function(id); {
		case row == nil:
			return noFamily
		case isLogarithm(row):
			return logarithmic
		default:
			return families[row.Family]
		}
	}
	return noFamily
}

// survey looks at an expression. It is short, so that it may be walked as it is
// written.
func (w *worker) survey(id symbolic.ID) survey {
	s := w.s
	g := survey{constant: true}
	type part struct {
		id    symbolic.ID
		inSum bool
	}
	for stack := []part{{id, false}}; len(stack) > 0; {
		x := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if s.Kind(x.id) == symbolic.Number {
			continue
		}
		if !w.isArithmetic(x.id) {
			if slices.Contains(g.generators, x.id) {
				g.repeats = true
				continue
			}
			g.generators = append(g.generators, x.id)
			g.constant = g.constant && w.isConstant(x.id)
			g.families[w.familyOf(x.id)]++
			continue
		}
		kind, ops := s.Kind(x.id), s.Operands(x.id)
		inSum := x.inSum || kind == symbolic.Sum
		g.repeats = g.repeats || x.inSum && kind == symbolic.Sum
		for i := w.firstOperand(x.id); i < len(ops); i += 2 {
			p := ops[i]
			if kind != symbolic.Sum {
				switch e := ops[i+1]; {
				case !w.isInteger(e):
					p = s.Pow(ops[i], e)
				case s.Number(e).Sign() < 0:
					g.divides = true
					g.repeats = g.repeats || inSum
				}
				g.opposite = g.opposite || x.id == id && s.Kind(p) == symbolic.Sum
			}
			stack = append(stack, part{p, inSum})
		}
	}
	g.opposite = g.opposite && s.Kind(id) == symbolic.Product && s.Number(s.Operands(id)[0]).Sign() < 0
	g.related = w.related(&g)
	return g
}

// isConstant tells whether a generator is made of numbers.
func (w *worker) isConstant(id symbolic.ID) bool {
	if k := w.s.Kind(id); k != symbolic.Apply && k != symbolic.Power {
		return k == symbolic.Constant
	}
	return !slices.ContainsFunc(w.s.Operands(id), w.m.hasSymbols)
}

// related tells whether functions of an expression may be expressed by each
// other: two of a family, unless their arguments are independent.
func (w *worker) related(g *survey) bool {
	for _, f := range []family{logarithmic, inverse, absolute, root, special} {
		if g.families[f] > 1 {
			return true
		}
	}
	for _, f := range []family{exponential, circular} {
		if g.families[f] > 1 && w.dependent(f, g) {
			return true
		}
	}
	return false
}

// maxDependent bounds the functions whose arguments are compared.
const maxDependent = 24

// dependent tells whether the arguments of the functions of a family depend on
// each other linearly, as far as one sees without multiplying out.
func (w *worker) dependent(f family, g *survey) bool {
	var args []symbolic.ID
	for _, x := range g.generators {
		if w.familyOf(x) == f {
			args = append(args, w.s.Operands(x)[0])
		}
	}
	if len(args) > maxDependent {
		return false
	}
	var bases []vector
	for _, a := range args {
		v := w.vector(a)
		for _, b := range bases {
			if k := v.coef(b[0].Node).Div(b[0].Coef); !k.IsZero() {
				v = v.minus(k, b)
			}
		}
		if len(v) == 0 || len(v) == 1 && v[0].Node == symbolic.One {
			return true
		}
		bases = append(bases, v)
	}
	return false
}

// vector returns a node as a linear combination of its terms; the number among
// them has the term 1.
func (w *worker) vector(id symbolic.ID) vector {
	s := w.s
	ops := s.Operands(id)
	var v vector
	add := func(node symbolic.ID, c rational.Rat) {
		if !c.IsZero() {
			v = append(v, algebra.Term{Coef: c, Node: node})
		}
	}
	switch s.Kind(id) {
	case symbolic.Number:
		add(symbolic.One, s.Number(id))
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			add(ops[i], s.Number(ops[i+1]))
		}
		add(symbolic.One, s.Number(ops[0]))
	case symbolic.Product:
		c := s.Number(ops[0])
		add(s.Scale(id, c.Inv()), c)
	default:
		add(id, rational.One)
	}
	return v
}
