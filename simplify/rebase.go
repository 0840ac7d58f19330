package simplify

import (
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// The rules that lead from exponentials, sines and cosines to other functions.
const (
	oddsOfSigmoid     = "odds-of-sigmoid"
	sigmoidOfOpposite = "sigmoid-of-opposite"
	sigmoidByTangent  = "sigmoid-by-hyperbolic-tangent"
	cosineSquared     = "cosine-squared"
)

// bySigmoid returns equations for the exponentials in an expression by sigmoid
// functions: exp(v) is y/(1-y), exp(-v) is (1-y)/y.
func (w *worker) bySigmoid(root symbolic.ID) []int {
	return w.byLogistic(root, func(u symbolic.ID) (symbolic.ID, []int) { return w.apply("sigmoid", u), nil })
}

// byTangent is bySigmoid with hyperbolic tangents, for exponentials of even
// multiples.
func (w *worker) byTangent(root symbolic.ID) []int {
	return w.byLogistic(root, func(u symbolic.ID) (symbolic.ID, []int) {
		half := w.s.Scale(u, rational.Half)
		if !w.isWhole(half) {
			return 0, nil
		}
		i, ok := w.rule(sigmoidByTangent, u)
		if !ok {
			return 0, nil
		}
		return w.c.Step(i).To, []int{i}
	})
}

// isWhole tells whether a node is written without fractions.
func (w *worker) isWhole(id symbolic.ID) bool {
	for _, t := range w.vector(id) {
		if !t.Coef.IsInt() {
			return false
		}
	}
	return true
}

// byLogistic returns equations for exponentials by sigmoid functions, and these
// as the function logistic writes them, with the equations for that.
func (w *worker) byLogistic(root symbolic.ID, logistic func(u symbolic.ID) (symbolic.ID, []int)) (uses []int) {
	s := w.s
	for _, id := range w.generators(root) {
		if s.Kind(id) != symbolic.Apply || s.Function(id) == nil || s.Function(id).Name != "exp" {
			continue
		}
		u := s.Operands(id)[0]
		v := u
		if isOpposite(s, u) {
			v = s.Neg(u)
		}
		y, steps := logistic(v)
		if y == 0 {
			continue
		}
		i, ok := w.rule(oddsOfSigmoid, u)
		if !ok {
			continue
		}
		to := s.Div(y, s.Sub(symbolic.One, y))
		if u != v {
			to = s.Div(s.Sub(symbolic.One, y), y)
			j, ok := w.rule(sigmoidOfOpposite, v)
			if !ok {
				continue
			}
			steps = append(steps, j)
		}
		if odds := w.c.Step(i).From; odds != to {
			j, ok := w.accept(proof.Step{Kind: proof.ByRing, From: odds, To: to, Uses: steps})
			if !ok {
				continue
			}
			c, ok := w.accept(proof.Step{Kind: proof.ByChain, From: id, To: to, Uses: []int{i, j}})
			if ok {
				uses = append(uses, c)
			}
		} else if c, ok := w.accept(proof.Step{Kind: proof.ByChain, From: id, To: to, Uses: []int{i}}); ok {
			uses = append(uses, c)
		}
	}
	return uses
}

// bySine returns equations for the squares of cosines by sines.
func (w *worker) bySine(root symbolic.ID) (uses []int) {
	s := w.s
	for _, id := range w.generators(root) {
		if s.Kind(id) == symbolic.Apply && s.Function(id) != nil && s.Function(id).Name == "cos" {
			if i, ok := w.rule(cosineSquared, s.Operands(id)[0]); ok {
				uses = append(uses, i)
			}
		}
	}
	return uses
}

// generators returns the generators of an expression.
func (w *worker) generators(root symbolic.ID) []symbolic.ID {
	g := w.survey(root)
	return g.generators
}

// apply returns a function of the table applied to one argument.
func (w *worker) apply(name string, u symbolic.ID) symbolic.ID {
	row, err := w.lib.Table().Lookup(name, 1)
	if err != nil {
		panic(err)
	}
	return w.s.Apply(w.s.Func(row), u)
}

// rule makes a step by a rule, with the values of its variables.
func (w *worker) rule(name string, bind ...symbolic.ID) (int, bool) {
	return NewProver(w.c, w.lib).rule(name, bind...)
}
