package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/algebra"
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
func (w *worker) bySigmoid(root symbolic.ID) (uses []int) {
	s := w.s
	for _, id := range w.exponentials(root) {
		u := s.Operands(id)[0]
		v := positive(s, u)
		y := w.apply("sigmoid", v)
		var opposite []int
		if u != v {
			i, ok := w.rule(sigmoidOfOpposite, v)
			if !ok {
				continue
			}
			opposite = []int{i}
		}
		if i, ok := w.odds(u, w.ratio(y, u != v), opposite); ok {
			uses = append(uses, i)
		}
	}
	return uses
}

// byTangent returns equations for exponentials by hyperbolic tangents: exp(2*v)
// is (1+y)/(1-y).
func (w *worker) byTangent(root symbolic.ID) (uses []int) {
	s := w.s
	for _, id := range w.exponentials(root) {
		u := s.Operands(id)[0]
		if !w.isWhole(s.Scale(u, rational.Half)) {
			continue
		}
		v := positive(s, u)
		i, ok := w.rule(sigmoidByTangent, v)
		if !ok {
			continue
		}
		steps := []int{i}
		y := w.apply("tanh", s.Scale(v, rational.Half))
		to := s.Div(s.Add(symbolic.One, y), s.Sub(symbolic.One, y))
		if u != v {
			to = s.Pow(to, symbolic.NegOne)
			if i, ok = w.rule(sigmoidByTangent, u); !ok {
				continue
			}
			steps = append(steps, i)
		}
		if i, ok := w.odds(u, to, steps); ok {
			uses = append(uses, i)
		}
	}
	return uses
}

// evenPowers writes an expression in which exponentials have even powers only
// with exponentials of the double, and returns the equation for that.
func (w *worker) evenPowers(root symbolic.ID) (symbolic.ID, []proof.Step) {
	s := w.s
	put := map[symbolic.ID]symbolic.ID{}
	var uses []int
	for _, id := range w.exponentials(root) {
		u := s.Operands(id)[0]
		i, ok := w.rule(exponentialOfMultiple, s.Int(2), u)
		if ok && !w.isWhole(s.Scale(u, rational.Half)) {
			put[id] = s.Pow(w.c.Step(i).From, s.Num(rational.Half))
			uses = append(uses, i)
		}
	}
	to := s.Substitute(root, put)
	if to == root || slices.ContainsFunc(w.survey(to).generators, func(x symbolic.ID) bool {
		return s.Kind(x) == symbolic.Power && w.isCall(s.Operands(x)[0], "exp")
	}) {
		return root, nil
	}
	return to, []proof.Step{{Kind: proof.ByRing, From: root, To: to, Uses: uses}}
}

// ratio is y/(1-y), or its inverse.
func (w *worker) ratio(y symbolic.ID, inverse bool) symbolic.ID {
	rest := w.s.Sub(symbolic.One, y)
	if inverse {
		return w.s.Div(rest, y)
	}
	return w.s.Div(y, rest)
}

// odds makes an equation that exp(u) is another node, which is the quotient
// sigmoid(u)/(1-sigmoid(u)) by equations for sigmoid functions.
func (w *worker) odds(u, to symbolic.ID, uses []int) (int, bool) {
	i, ok := w.rule(oddsOfSigmoid, u)
	if !ok {
		return 0, false
	}
	chain := []int{i}
	st := w.c.Step(i)
	if st.From != to {
		j, ok := w.accept(proof.Step{Kind: proof.ByRing, From: st.From, To: to, Uses: uses})
		if !ok {
			return 0, false
		}
		chain = append(chain, j)
	}
	return w.accept(proof.Step{Kind: proof.ByChain, From: st.To, To: to, Uses: chain})
}

// positive returns a node without the minus in front of it.
func positive(s *symbolic.Store, u symbolic.ID) symbolic.ID {
	if isOpposite(s, u) {
		return s.Neg(u)
	}
	return u
}

// isWhole tells whether a node is written without fractions.
func (w *worker) isWhole(id symbolic.ID) bool {
	return !slices.ContainsFunc(w.vector(id), func(t algebra.Term) bool { return !t.Coef.IsInt() })
}

// exponentials returns the exponentials among the generators of an expression.
func (w *worker) exponentials(root symbolic.ID) (list []symbolic.ID) {
	for _, id := range w.survey(root).generators {
		if w.isCall(id, "exp") {
			list = append(list, id)
		}
	}
	return list
}

func (w *worker) isCall(id symbolic.ID, name string) bool {
	return w.s.Kind(id) == symbolic.Apply && w.s.Function(id) != nil && w.s.Function(id).Name == name
}

// bySine returns equations for the squares of cosines by sines.
func (w *worker) bySine(root symbolic.ID) (uses []int) {
	s := w.s
	for _, id := range w.survey(root).generators {
		if w.isCall(id, "cos") {
			if i, ok := w.rule(cosineSquared, s.Operands(id)[0]); ok {
				uses = append(uses, i)
			}
		}
	}
	return uses
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
