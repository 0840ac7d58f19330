package proof_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// forgeries is the number of steps that are offered to the checker for each
// claim.
const forgeries = 200

// A forger makes steps that look like proofs: those of a proof with something
// changed, and instances of rules that may not apply.
type forger struct {
	checker *proof.Checker
	rng     *rand.Rand
	s       *symbolic.Store
	lib     *read.Library
	reals   []symbolic.ID
	conds   []symbolic.ID
	steps   []proof.Step
	vars    []symbolic.ID
}

func newForger(c proof.Claim, p *proof.Proof, steps []proof.Step, rng *rand.Rand) *forger {
	f := &forger{rng: rng, s: c.Scope.Store, lib: c.Scope.Library, steps: steps}
	roots := []symbolic.ID{c.Left.Expr.ID(), c.Right.Expr.ID(), c.Left.Domain.ID(), c.Right.Domain.ID(), symbolic.Zero, symbolic.One, symbolic.NegOne, f.s.Num(rational.Half), f.s.Int(2)}
	roots = append(roots, c.Assumptions()...)
	roots = append(roots, p.Except...)
	for _, st := range steps {
		roots = append(append(roots, st.From, st.To), st.Bind...)
		for _, k := range st.Cases {
			roots = append(roots, k.Cond)
		}
	}
	for _, id := range f.s.Postorder(roots...) {
		switch {
		case f.s.IsCondition(id):
			f.conds = append(f.conds, id, f.s.Not(id))
		case !isArray(f.s, id, roots):
			f.reals = append(f.reals, id)
		}
	}
	f.vars = f.s.FreeSymbols(roots...)
	return f
}

func (f *forger) real() symbolic.ID { return f.reals[f.rng.IntN(len(f.reals))] }

// cond is a condition of the claim or one that it has nothing to do with.
func (f *forger) cond() symbolic.ID {
	if len(f.conds) > 0 && f.rng.IntN(3) > 0 {
		return f.conds[f.rng.IntN(len(f.conds))]
	}
	return f.s.Relate(symbolic.Rel(f.rng.IntN(4)), f.real(), f.real())
}

// near is a node that is like another one.
func (f *forger) near(id symbolic.ID) symbolic.ID {
	s := f.s
	switch f.rng.IntN(9) {
	case 0:
		return s.Neg(id)
	case 1:
		return s.Add(id, symbolic.One)
	case 2:
		return s.Scale(id, rational.Int(2))
	case 3: // a part of it is another one
		ops := s.Operands(id)
		if len(ops) > 0 && s.Kind(id) == symbolic.Apply {
			return s.Substitute(id, map[symbolic.ID]symbolic.ID{ops[0]: f.real()})
		}
		return s.Pow(s.Pow(id, s.Int(2)), s.Num(rational.Half))
	case 4:
		if len(f.vars) > 0 {
			return s.Substitute(id, map[symbolic.ID]symbolic.ID{f.vars[f.rng.IntN(len(f.vars))]: f.real()})
		}
	case 5:
		return s.If(f.cond(), id, f.real())
	case 6:
		return s.Mul(id, f.real())
	case 7: // a value that may be lost
		x := f.real()
		return s.Add(id, s.Sub(s.Pow(s.Pow(x, s.Num(rational.Half)), s.Int(2)), x))
	}
	return f.real()
}

// step makes a step.
func (f *forger) step() proof.Step {
	if len(f.steps) == 0 || f.rng.IntN(3) == 0 {
		return f.invented()
	}
	st := f.steps[f.rng.IntN(len(f.steps))]
	st.Bind, st.Uses, st.Cases = slices.Clone(st.Bind), slices.Clone(st.Uses), slices.Clone(st.Cases)
	for range 1 + f.rng.IntN(2) {
		switch f.rng.IntN(8) {
		case 0:
			st.To = f.near(st.To)
		case 1:
			st.From = f.near(st.From)
		case 2:
			st.From, st.To = st.To, st.From
		case 3:
			if len(st.Bind) > 0 {
				st.Bind[f.rng.IntN(len(st.Bind))] = f.near(st.Bind[0])
			}
		case 4:
			if len(st.Uses) > 0 {
				st.Uses[f.rng.IntN(len(st.Uses))] = f.rng.IntN(len(f.steps))
			}
		case 5:
			if i := len(st.Cases); i > 0 {
				k := f.rng.IntN(i)
				st.Cases[k].Cond = f.cond()
				if f.rng.IntN(3) == 0 {
					st.Cases = slices.Delete(st.Cases, k, k+1)
				}
			}
		case 6:
			st.Kind = kinds[f.rng.IntN(len(kinds))]
		case 7:
			st.From, st.To = f.near(st.From), f.near(st.To)
		}
	}
	return st
}

var kinds = []proof.Kind{proof.ByRule, proof.ByDefinition, proof.ByRing, proof.ByParts, proof.ByScale, proof.ByContext, proof.ByChain, proof.ByDerivative,
	proof.ByBranch, proof.ByTerms, proof.ByLinearity, proof.ByIndex, proof.ByBody, proof.ByGiven, proof.ByRoot, proof.ByConstant, proof.ByCases, proof.BySlope}

// invented is a step that the proof does not have.
func (f *forger) invented() proof.Step {
	s := f.s
	x, y := f.real(), f.real()
	switch f.rng.IntN(18) {
	case 0, 1, 2: // an instance of any rule
		all := rules.All()
		r := all[f.rng.IntN(len(all))]
		form := r.Forms()
		bind := make([]symbolic.ID, len(form.Variables))
		for i := range bind {
			if bind[i] = f.real(); f.rng.IntN(3) == 0 {
				bind[i] = f.near(bind[i])
			}
		}
		return proof.Step{Kind: proof.ByRule, Name: r.Name, From: form.FromForm.Build(s, bind...), To: form.ToForm.Build(s, bind...), Bind: bind}
	case 3:
		return proof.Step{Kind: proof.ByRing, From: x, To: f.near(x), Uses: f.uses()}
	case 4: // powers that are merged
		e := s.Num(rational.New(1, 1+f.rng.Int64N(3)))
		return proof.Step{Kind: proof.ByRing, From: s.Mul(s.Pow(x, e), s.Pow(y, e)), To: s.Pow(s.Mul(x, y), e), Uses: f.uses()}
	case 5:
		return proof.Step{Kind: proof.ByBranch, From: s.If(f.cond(), x, y), To: []symbolic.ID{x, y}[f.rng.IntN(2)]}
	case 6:
		cond := f.cond()
		return proof.Step{Kind: proof.ByCases, From: s.If(cond, x, y), To: x, Cases: []proof.Case{
			{Cond: cond, Steps: []proof.Step{{Kind: proof.ByBranch, From: s.If(cond, x, y), To: x}}},
			{Cond: s.Not(cond)},
		}}
	case 7:
		return proof.Step{Kind: proof.ByGiven, From: x, To: y, Bind: []symbolic.ID{s.Int(f.rng.Int64N(3) - 1), f.cond()}}
	case 8, 9: // the same wherever both have values, and one of them may have none
		g := f.functions(x)
		sum := s.Scale(s.Add(g, y), rational.Int(2))
		if f.rng.IntN(2) == 0 {
			return proof.Step{Kind: proof.ByRing, From: sum, To: s.Add(s.Scale(g, rational.Int(2)), s.Scale(y, rational.Int(2)))}
		}
		return proof.Step{Kind: proof.ByRing, From: y, To: s.Div(s.Add(s.Mul(y, g), y), s.Add(g, symbolic.One))}
	case 10, 11:
		if len(f.vars) > 0 {
			return f.slope()
		}
	case 16, 17:
		if st, ok := f.sum(); ok {
			return st
		}
	case 12: // a sum with its terms, or others
		for _, sum := range f.reals {
			if to, ok := s.WrittenOut(sum, proof.MaxTerms); ok {
				if f.rng.IntN(2) == 0 {
					to = f.near(to)
				}
				return proof.Step{Kind: proof.ByTerms, From: sum, To: to}
			}
		}
	}
	if len(f.steps) > 0 {
		i := f.rng.IntN(len(f.steps))
		st := f.steps[i]
		switch f.rng.IntN(5) {
		case 4:
			k := rational.Int(f.rng.Int64N(5) - 2)
			rest := f.functions(x)
			in := func(id symbolic.ID) symbolic.ID { return s.Add(s.Scale(id, k), rest) }
			if f.rng.IntN(2) == 0 {
				in = func(id symbolic.ID) symbolic.ID { return s.Mul(id, rest) }
			}
			return proof.Step{Kind: proof.ByContext, From: in(st.From), To: in(st.To), Bind: []symbolic.ID{s.Num(k), rest}, Uses: []int{i}}
		case 0:
			return proof.Step{Kind: proof.ByChain, From: st.From, To: f.steps[f.rng.IntN(len(f.steps))].To, Uses: f.uses()}
		case 1:
			k := rational.New(f.rng.Int64N(5)-2, 1+f.rng.Int64N(2))
			return proof.Step{Kind: proof.ByScale, From: s.Scale(st.From, k), To: s.Scale(st.To, k), Bind: []symbolic.ID{s.Num(k)}, Uses: []int{i}}
		case 2: // x^q = y^q, where x and y may have other signs
			q := 2 + f.rng.Int64N(2)
			root := func(id symbolic.ID) symbolic.ID {
				return s.Scale(s.Pow(id, s.Num(rational.New(1, q))), rational.Int(1-2*f.rng.Int64N(2)))
			}
			return proof.Step{Kind: proof.ByRoot, From: root(st.From), To: root(st.To), Bind: []symbolic.ID{s.Int(q)}, Uses: []int{i}}
		case 3:
			y = st.From
			z := f.functions(y)
			return proof.Step{Kind: proof.ByParts, From: z, To: s.Substitute(z, map[symbolic.ID]symbolic.ID{y: st.To}), Bind: []symbolic.ID{st.To}, Uses: []int{i}}
		}
	}
	return proof.Step{Kind: proof.ByConstant, From: x, To: f.near(x)}
}

// sum is a sum with another index, which may have the name of a variable, or one that is
// taken apart.
func (f *forger) sum() (st proof.Step, ok bool) {
	s := f.s
	for _, sum := range f.reals {
		if s.Kind(sum) != symbolic.SumOver || f.rng.IntN(2) == 0 {
			continue
		}
		ops := s.Operands(sum)
		body := f.near(ops[3])
		if f.rng.IntN(3) == 0 {
			body = s.Add(s.Mul(f.functions(f.real()), body), f.functions(f.real()))
		}
		sum = s.SumOver(ops[0], ops[1], ops[2], body)
		if s.Kind(sum) != symbolic.SumOver {
			continue
		}
		if f.rng.IntN(2) == 0 {
			to, _ := s.SumsOfTerms(sum)
			return proof.Step{Kind: proof.ByLinearity, From: sum, To: to}, true
		}
		ops = s.Operands(sum)
		index := s.Sym("q")
		if len(f.vars) > 0 && f.rng.IntN(2) == 0 {
			index = f.vars[f.rng.IntN(len(f.vars))]
		}
		body = s.Substitute(ops[3], map[symbolic.ID]symbolic.ID{ops[0]: index})
		return proof.Step{Kind: proof.ByIndex, From: sum, To: s.SumOver(index, ops[1], ops[2], body)}, true
	}
	return st, false
}

// functions is a function of something, often one that jumps or has gaps.
func (f *forger) functions(x symbolic.ID) symbolic.ID {
	s := f.s
	call := func(name string, x symbolic.ID) symbolic.ID {
		row, err := f.lib.Table().Lookup(name, 1)
		if err != nil {
			panic(err)
		}
		return s.Apply(s.Func(row), x)
	}
	inverse := s.Pow(x, symbolic.NegOne)
	switch f.rng.IntN(10) {
	case 0:
		return call("sign", x)
	case 1:
		return call("floor", x)
	case 2:
		return s.Mul(call("abs", x), inverse)
	case 3:
		return s.Add(call("atan", x), call("atan", inverse))
	case 4:
		return s.Add(call("asin", x), call("acos", x))
	case 5:
		return s.If(s.Relate(symbolic.Less, x, f.real()), symbolic.One, symbolic.Zero)
	case 6:
		return call("step", x)
	case 7:
		return s.Pow(x, s.Num(rational.Half))
	case 8:
		return call("acosh", x)
	}
	return call("log", call("abs", x))
}

// slope says that a function is constant, or like another one, since its
// derivative is.
func (f *forger) slope() proof.Step {
	s := f.s
	v := f.vars[f.rng.IntN(len(f.vars))]
	point := f.real()
	x := f.functions(v)
	y := s.Substitute(x, map[symbolic.ID]symbolic.ID{v: point})
	if f.rng.IntN(3) == 0 {
		x = f.real()
		y = f.near(x)
	}
	st := proof.Step{Kind: proof.BySlope, From: x, To: y, Bind: []symbolic.ID{v, point},
		Cases: []proof.Case{{Cond: symbolic.True}, {Cond: symbolic.True}}}
	if _, from, to, reason := f.checker.Slopes(x, y, v); reason == "" {
		st.Cases[0].Steps = []proof.Step{{Kind: proof.ByRing, From: from, To: to}}
	}
	if _, from, to, reason := f.checker.At(x, y, v, point); reason == "" {
		st.Cases[1].Steps = []proof.Step{{Kind: proof.ByRing, From: from, To: to}}
	}
	if k := f.rng.IntN(4); k < 2 { // without the proof of one of the two
		st.Cases[k].Steps = nil
	}
	return st
}

func (f *forger) uses() (list []int) {
	for i := range f.steps {
		if f.rng.IntN(2) == 0 {
			list = append(list, i)
		}
	}
	return list
}

// What a checker accepts has a value on both sides and is true at every point
// that is looked at, whoever made the step.
func TestForgedStepsThatAreAcceptedAreTrue(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	offered, accepted := 0, map[proof.Kind]int{}
	for _, line := range provable {
		p, ok := prove(t, statement(t, line))
		if !ok {
			continue
		}
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		file, err := proof.Decode(bytes.NewReader(p.file), scope)
		if err != nil {
			t.Fatal(err)
		}
		c, q := file.Claims[0], file.Proofs[0]
		points := sample(c, q.Except, 8)
		if len(points.points) == 0 {
			continue
		}
		checker := c.Checker(q.Except...)
		for _, st := range q.Steps {
			if _, err := checker.Accept(st); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
		}
		f := newForger(c, q, q.Steps, rng)
		f.checker = checker
		for range forgeries {
			st := f.step()
			offered++
			if _, err := checker.Accept(st); err != nil {
				continue
			}
			if st.From == st.To {
				continue
			}
			accepted[st.Kind]++
			if at, o := points.fails(st.From, symbolic.Equal, st.To); at != nil {
				t.Errorf("%s: step %s %s accepts %s = %s (%v), at %v it is %v", line, st.Kind, st.Name, texts(t, scope.Store.Exprs([]symbolic.ID{st.From})),
					texts(t, scope.Store.Exprs([]symbolic.ID{st.To})), texts(t, scope.Store.Exprs(st.Bind)), at, o)
				break
			}
		}
	}
	t.Logf("%d offered, accepted %v", offered, accepted)
	for _, k := range kinds {
		if accepted[k] == 0 {
			t.Errorf("no step of the kind %s was accepted", k)
		}
	}
}
