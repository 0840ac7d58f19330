package proof

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Kinds of steps about what need not be evaluated outside of its place.
const (
	// ByBranches is congruence in the branches of if: Cases are the parts of the
	// region in which the condition holds and fails, each with a proof that the
	// branch is equal to the one that takes its place.
	ByBranches Kind = "branches"
	// ByBody is congruence in the body of a sum or product over an index. Bind is
	// a symbol that takes the place of the index and occurs nowhere else, and the
	// only case is what holds for it, with a proof about the body.
	ByBody Kind = "body"
)

// Branches returns checkers for the parts of the region in which the condition
// of if holds and fails, in which the branches have values.
func (c *Checker) Branches(id symbolic.ID) (yes, no *Checker) {
	s := c.r.s
	ops := s.Operands(id)
	yes, no = c.Within(ops[0]), c.Within(s.Not(ops[0]))
	yes.r.define(ops[1])
	no.r.define(ops[2])
	return yes, no
}

// Branch concludes that if has the same value with other branches, from
// checkers that were made by Branches and conclude that these are equal to its
// own.
func (c *Checker) Branch(from, a, b symbolic.ID, yes, no *Checker) (int, error) {
	s := c.r.s
	st := Step{Kind: ByBranches, From: from}
	if s.Kind(from) != symbolic.If || !c.r.isDefined(from) {
		return 0, &Rejection{st, "it has no branches, or no value"}
	}
	ops := s.Operands(from)
	st.To = s.If(ops[0], a, b)
	if yes.parent != c || no.parent != c || yes.cond != ops[0] || no.cond != s.Not(ops[0]) {
		return 0, &Rejection{st, "a part is not that of a branch"}
	}
	if !yes.Concludes(ops[1], a) || !no.Concludes(ops[2], b) {
		return 0, &Rejection{st, "a branch may have another value"}
	}
	st.Cases = []Case{{yes.cond, prune(yes.steps, ops[1], a)}, {no.cond, prune(no.steps, ops[2], b)}}
	return c.add(st), nil
}

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
	s := c.r.s
	ops := s.Operands(id)
	z := &Inner{Index: s.FreshSym(s.Name(ops[0])), of: id}
	z.Body = s.Substitute(ops[3], map[symbolic.ID]symbolic.ID{ops[0]: z.Index})
	conds := []symbolic.ID{s.Relate(symbolic.LessEqual, ops[1], z.Index), s.Relate(symbolic.LessEqual, z.Index, ops[2])}
	if floor, err := c.r.lib.Table().Lookup("floor", 1); err == nil && c.isInteger(ops[1]) {
		conds = append(conds, s.Relate(symbolic.Equal, s.Apply(s.Func(floor), z.Index), z.Index))
	}
	cond := s.And(conds...)
	z.Checker = c.sub(c.r.within(conds...))
	z.cond = cond
	z.r.define(z.Body)
	return z
}

func (c *Checker) isInteger(id symbolic.ID) bool {
	s := c.r.s
	if s.Kind(id) == symbolic.Number {
		return s.Number(id).IsInt()
	}
	floor, err := c.r.lib.Table().Lookup("floor", 1)
	return err == nil && c.r.holds(s.Relate(symbolic.Equal, s.Apply(s.Func(floor), id), id))
}

// Over concludes that a sum or product over an index has the same value with
// another body, from a checker that was made by Inside and concludes that the
// bodies are equal.
func (c *Checker) Over(in *Inner, body symbolic.ID) (int, error) {
	s := c.r.s
	ops := s.Operands(in.of)
	st := Step{Kind: ByBody, From: in.of, Bind: []symbolic.ID{in.Index}}
	switch {
	case in.parent != c || !c.r.isDefined(in.of):
		return 0, &Rejection{st, "it is another sum, or has no value"}
	case !in.Concludes(in.Body, body):
		return 0, &Rejection{st, "the body may have another value"}
	case s.Depends(body, ops[0]):
		return 0, &Rejection{st, "a variable has the name of the index"}
	}
	st.Cases = []Case{{in.cond, prune(in.steps, in.Body, body)}}
	body = s.Substitute(body, map[symbolic.ID]symbolic.ID{in.Index: ops[0]})
	if s.Kind(in.of) == symbolic.SumOver {
		st.To = s.SumOver(ops[0], ops[1], ops[2], body)
	} else {
		st.To = s.ProductOver(ops[0], ops[1], ops[2], body)
	}
	return c.add(st), nil
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

// Carry notes that the right side of an accepted equation is not 0, or has a
// sign, where that is known of the left side: so are the factors of a
// denominator not 0.
func (c *Checker) Carry(i int) {
	s := c.r.s
	st := c.steps[i]
	for _, rel := range []symbolic.Rel{symbolic.Less, symbolic.NotEqual} {
		for _, sign := range []rational.Rat{rational.One, rational.NegOne} {
			known := s.Relate(rel, symbolic.Zero, s.Scale(st.From, sign))
			if c.r.holds(known) {
				c.r.facts = c.r.facts.With(s.Expr(s.Relate(rel, symbolic.Zero, s.Scale(st.To, sign))))
				return
			}
		}
	}
}

// ByDistribution is equality of sums after products were multiplied out on both
// sides. Bind has each such product, without a number in front, and after it the
// factor of it that is a sum; those of From come first, then the number 0.
const ByDistribution Kind = "distribution"

const (
	// maxDistributed bounds the terms that are made for one step, and
	// maxFactored the sums within sums.
	maxDistributed = 20_000
	maxFactored    = 64
)

// Factored concludes that a sum is equal to one in which common factors of terms
// were taken out. Both lists have products that are to be multiplied out, each
// followed by its factor that is a sum: terms of the left side, and what stands
// in the right side for several terms.
func (c *Checker) Factored(from, to symbolic.ID, left, right []symbolic.ID) (int, error) {
	st := Step{Kind: ByDistribution, From: from, To: to, Bind: slices.Concat(left, []symbolic.ID{symbolic.Zero}, right)}
	if !c.r.isDefined(from) || !c.r.isDefined(to) {
		return 0, &Rejection{st, "a side may have no value"}
	}
	s := c.r.s
	d := distribution{s: s, sum: s.NewSum(), left: maxDistributed}
	for i, side := range []struct {
		id       symbolic.ID
		products []symbolic.ID
	}{{from, left}, {to, right}} {
		d.of = map[symbolic.ID]symbolic.ID{}
		for k := 1; k < len(side.products); k += 2 {
			if s.Kind(side.products[k]) == symbolic.Sum {
				d.of[side.products[k-1]] = side.products[k]
			}
		}
		if !d.add(side.id, symbolic.One, rational.Int(int64(1-2*i)), 0) {
			return 0, &Rejection{st, "it is too large"}
		}
	}
	if d.sum.Sum() != symbolic.Zero {
		return 0, &Rejection{st, otherResult}
	}
	return c.add(st), nil
}

// A distribution multiplies out.
type distribution struct {
	s    *symbolic.Store
	of   map[symbolic.ID]symbolic.ID // product -> factor of it that is a sum
	sum  symbolic.SumBuilder
	left int // terms that may be made
}

// add adds k·rest·id, term by term where id is a sum at the top or has a factor
// that is to be multiplied out. It returns false beyond the bounds.
func (d *distribution) add(id, rest symbolic.ID, k rational.Rat, depth int) bool {
	s := d.s
	if d.left--; d.left < 0 || depth > maxFactored {
		return false
	}
	if s.Kind(id) == symbolic.Product {
		c := s.Number(s.Operands(id)[0])
		id, k = s.Scale(id, c.Inv()), k.Mul(c)
	}
	p := s.NewProduct()
	p.Mul(rest)
	inner, ok := d.of[id]
	switch {
	case ok && s.Kind(id) == symbolic.Product:
		ops := s.Operands(id)
		ok = false
		for i := 1; i < len(ops); i += 2 {
			e := ops[i+1]
			if ops[i] == inner && s.Kind(e) == symbolic.Number && s.Number(e).IsInt() && s.Number(e).Sign() > 0 {
				ok = true
				e = s.Num(s.Number(e).Sub(rational.One)) // one of the powers is multiplied out
			}
			p.MulPow(ops[i], e)
		}
		if !ok {
			return false
		}
	case depth == 0 && s.Kind(id) == symbolic.Sum:
		inner = id
	default:
		p.Mul(id)
		c, term := p.Split()
		d.sum.AddScaled(term, k.Mul(c))
		return true
	}
	c, rest := p.Split()
	k = k.Mul(c)
	ops := s.Operands(inner)
	d.sum.AddScaled(rest, k.Mul(s.Number(ops[0])))
	for i := 1; i < len(ops); i += 2 {
		if !d.add(ops[i], rest, k.Mul(s.Number(ops[i+1])), depth+1) {
			return false
		}
	}
	return true
}
