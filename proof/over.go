package proof

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// An Inner is a checker for the body of a sum or product over an index: for the
// points of the region and all values of the index.
type Inner struct {
	*Checker
	Body  symbolic.ID // with Index in place of the index
	Index symbolic.ID // occurs nowhere else
	of    symbolic.ID
}

// Inside returns a checker for the body of a sum or product over an index that
// has a value on the region. If the bounds are integers, the index is one.
func (c *Checker) Inside(id symbolic.ID) *Inner {
	return c.insideWith(id, c.r.s.FreshSym(c.r.s.Name(c.r.s.Operands(id)[0])))
}

// insideWith is Inside with a given symbol.
func (c *Checker) insideWith(id, index symbolic.ID) *Inner {
	s := c.r.s
	ops := s.Operands(id)
	z := &Inner{Index: index, of: id}
	z.Body = s.Substitute(ops[3], map[symbolic.ID]symbolic.ID{ops[0]: z.Index})
	conds := []symbolic.ID{s.Relate(symbolic.LessEqual, ops[1], z.Index), s.Relate(symbolic.LessEqual, z.Index, ops[2])}
	if floor, err := c.r.lib.Table().Lookup("floor", 1); err == nil && c.r.isInteger(ops[1]) {
		conds = append(conds, s.Relate(symbolic.Equal, s.Apply(s.Func(floor), z.Index), z.Index))
	}
	cond := s.And(conds...)
	z.Checker = c.sub(c.r.within(conds...))
	z.cond = cond
	z.r.define(z.Body)
	return z
}

// Over concludes that a sum or product over an index has the same value with
// another body, from a checker that was made by Inside and concludes that the
// bodies are equal.
func (c *Checker) Over(in *Inner, body symbolic.ID) (int, error) {
	s := c.r.s
	ops := s.Operands(in.of)
	st := Step{Kind: ByBody, From: in.of, Bind: []symbolic.ID{in.Index, body}}
	switch {
	case in.parent != c || !c.r.isDefined(in.of):
		return 0, &Rejection{st, "it is another sum, or has no value"}
	case !in.Concludes(in.Body, body):
		return 0, &Rejection{st, "the body may have another value"}
	case s.Depends(body, ops[0]):
		return 0, &Rejection{st, "a variable has the name of the index"}
	}
	st.Cases = []Case{{in.cond, prune(in.steps, in.Body, body)}}
	st.To = in.with(body)
	return c.add(st), nil
}

// with returns the sum or product with another body, in which the symbol is the index.
func (in *Inner) with(body symbolic.ID) symbolic.ID {
	s := in.r.s
	ops := s.Operands(in.of)
	body = s.Substitute(body, map[symbolic.ID]symbolic.ID{in.Index: ops[0]})
	if s.Kind(in.of) == symbolic.SumOver {
		return s.SumOver(ops[0], ops[1], ops[2], body)
	}
	return s.ProductOver(ops[0], ops[1], ops[2], body)
}

// body checks a step that was made by Over.
func (c *Checker) body(st *Step) (string, error) {
	s := c.r.s
	k := s.Kind(st.From)
	switch {
	case k != symbolic.SumOver && k != symbolic.ProductOver:
		return "it is no sum or product over an index", nil
	case len(st.Bind) != 2 || len(st.Cases) != 1 || s.Kind(st.Bind[0]) != symbolic.Symbol:
		return "it has no symbol for the index, or not one case", nil
	case c.depth >= maxDepth:
		return "cases are nested too deep", nil
	case c.mentions(st.Bind[0], st.From):
		return "the symbol for the index has another meaning", nil
	}
	in, to := c.insideWith(st.From, st.Bind[0]), st.Bind[1]
	switch {
	case in.cond != st.Cases[0].Cond:
		return "something else holds for the index", nil
	case s.Depends(to, s.Operands(st.From)[0]):
		return "a variable has the name of the index", nil
	case in.with(to) != st.To:
		return otherResult, nil
	}
	if err := in.accept(st.Cases[0].Steps); err != nil {
		return "", err
	}
	if !in.Concludes(in.Body, to) {
		return "the body may have another value", nil
	}
	return "", nil
}

// mentions tells whether something is said of a symbol: by a node, the conditions or the
// declarations of the region, or a definition.
func (c *Checker) mentions(x, id symbolic.ID) bool {
	s := c.r.s
	if _, declared := c.r.scope.Types[s.Name(x)]; declared || c.r.scope.IsSize(s.Name(x)) {
		return true
	}
	for _, d := range c.r.scope.Definitions {
		if d.Name.ID() == x {
			return true
		}
	}
	return slices.Contains(s.FreeSymbols(append(c.r.conds[:len(c.r.conds):len(c.r.conds)], id)...), x)
}

// MaxTerms bounds the nodes of all terms of a sum or product that is written
// out.
const MaxTerms = 2000

func (c *Checker) terms(st *Step) string {
	if z, ok := c.r.s.WrittenOut(st.From, MaxTerms); !ok {
		return "it is no sum or product of few terms"
	} else if z != st.To {
		return otherResult
	}
	return ""
}

func (c *Checker) linearity(st *Step) string {
	s := c.r.s
	if s.Kind(st.From) != symbolic.SumOver {
		return "it is no sum over an index"
	}
	switch to, factors := s.SumsOfTerms(st.From); {
	case to != st.To:
		return otherResult
	case !c.allDefined(factors): // the parts of the body are, but if the range is empty
		return "what comes outside may have no value"
	}
	return ""
}

func (c *Checker) index(st *Step) string {
	if !c.r.s.SameButIndices(st.From, st.To) {
		return otherResult
	}
	return ""
}
