package simplify

import (
	"cmp"
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A combination is an argument as a sum of integer multiples of units.
type combination []multiple

type multiple struct {
	n    int64
	unit symbolic.ID
}

// maxMultiple bounds the multiples of angles that are expanded; beyond it the
// polynomials are larger than the identities of people.
const maxMultiple = 64

// node returns the sum.
func (v combination) node(s *symbolic.Store) symbolic.ID {
	b := s.NewSum()
	for _, m := range v {
		b.AddScaled(m.unit, rational.Int(m.n))
	}
	return b.Sum()
}

// A vector is an argument as a linear combination of terms.
type vector []algebra.Term

func (v vector) coef(node symbolic.ID) rational.Rat {
	for _, t := range v {
		if t.Node == node {
			return t.Coef
		}
	}
	return rational.Rat{}
}

// minus returns v - k·w.
func (v vector) minus(k rational.Rat, w vector) vector {
	out := vector{}
	for _, t := range v {
		if c := t.Coef.Sub(k.Mul(w.coef(t.Node))); !c.IsZero() {
			out = append(out, algebra.Term{Coef: c, Node: t.Node})
		}
	}
	for _, t := range w {
		if v.coef(t.Node).IsZero() {
			out = append(out, algebra.Term{Coef: k.Mul(t.Coef).Neg(), Node: t.Node})
		}
	}
	return out
}

func (v vector) node(s *symbolic.Store, k rational.Rat) symbolic.ID {
	b := s.NewSum()
	for _, t := range v {
		b.AddScaled(t.Node, t.Coef.Mul(k))
	}
	return b.Sum()
}

// angles makes equations for sines, cosines and exponentials whose arguments
// depend on each other linearly: all are expressed by those of few units.
func (p *Prover) angles(roots ...symbolic.ID) error {
	var circular, exponential []symbolic.ID
	for _, id := range p.inside(roots...) {
		if p.s.Kind(id) != symbolic.Apply || p.s.Function(id) == nil {
			continue
		}
		if _, ok := p.equation[id]; ok {
			continue
		}
		switch p.s.Function(id).Name {
		case "sin", "cos":
			circular = append(circular, id)
		case "exp":
			exponential = append(exponential, id)
		}
	}
	for _, list := range [][]symbolic.ID{circular, exponential} {
		if err := p.family(list); err != nil {
			return err
		}
	}
	return nil
}

// family expresses the arguments of a list of nodes by units, and the nodes by
// functions of the units.
func (p *Prover) family(nodes []symbolic.ID) error {
	s := p.s
	args, list := map[symbolic.ID]bool{}, []symbolic.ID(nil)
	for _, id := range nodes {
		if a := s.Operands(id)[0]; !args[a] {
			args[a] = true
			list = append(list, a)
		}
	}
	if len(list) < 2 { // one argument depends on nothing
		return nil
	}
	vectors, err := p.linearForms(list)
	if err != nil {
		return skip(err)
	}
	units := p.units(list, vectors)
	for _, id := range nodes {
		p.expand(id, units[s.Operands(id)[0]])
	}
	return nil
}

// linearForms returns the arguments, multiplied out.
func (p *Prover) linearForms(args []symbolic.ID) (map[symbolic.ID]vector, error) {
	f, err := p.field(args...)
	if err != nil {
		return nil, err
	}
	out := map[symbolic.ID]vector{}
	for _, a := range args {
		terms, err := f.ProperTerms(a)
		if err != nil {
			return nil, err
		}
		out[a] = terms
	}
	return out, nil
}

// units chooses units for the arguments, by elimination, short ones first, and
// returns each argument as a combination of units.
func (p *Prover) units(args []symbolic.ID, vectors map[symbolic.ID]vector) map[symbolic.ID]combination {
	type base struct {
		v     vector
		pivot symbolic.ID
		den   int64
	}
	var bases []base
	order := slices.Clone(args)
	slices.SortStableFunc(order, func(a, b symbolic.ID) int { return cmp.Compare(len(vectors[a]), len(vectors[b])) })
	ratios := map[symbolic.ID][]rational.Rat{}
	for _, a := range order {
		v := vectors[a]
		var ks []rational.Rat
		for _, b := range bases {
			k := v.coef(b.pivot).Div(b.v.coef(b.pivot))
			if !k.IsZero() {
				v = v.minus(k, b.v)
			}
			ks = append(ks, k)
		}
		if len(v) > 0 {
			bases = append(bases, base{v, v[0].Node, 1})
			ks = append(ks, rational.One)
		}
		ratios[a] = ks
	}
	for _, a := range order {
		for j, k := range ratios[a] {
			if d, ok := k.Denom().Int64(); ok && d <= maxMultiple && bases[j].den <= maxMultiple {
				bases[j].den = lcm(bases[j].den, d)
			} else {
				bases[j].den = maxMultiple + 1
			}
		}
	}
	out := map[symbolic.ID]combination{}
	for _, a := range order {
		var z combination
		ok := true
		for j, k := range ratios[a] {
			n, small := k.Mul(rational.Int(bases[j].den)).Int64()
			ok = ok && small && -maxMultiple <= n && n <= maxMultiple && bases[j].den <= maxMultiple
			if n != 0 {
				z = append(z, multiple{n, bases[j].v.node(p.s, rational.New(1, bases[j].den))})
			}
		}
		if ok {
			out[a] = z
		}
	}
	return out
}

func lcm(a, b int64) int64 {
	g, h := a, b
	for h != 0 {
		g, h = h, g%h
	}
	return a / g * b
}

// expand makes equations for f of a combination, and for what comes of it,
// until only functions of units are left.
func (p *Prover) expand(id symbolic.ID, v combination) {
	s := p.s
	for todo := []call{{id, v}}; len(todo) > 0; {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if _, ok := p.equation[x.id]; ok || len(x.v) == 0 || s.Kind(x.id) != symbolic.Apply {
			continue
		}
		if len(x.v) == 1 && (x.v[0].n == 1 || x.v[0].n == -1 && s.Function(x.id).Parity != function.NoParity) {
			// The unit itself, as it is written where it stands first.
			if arg := s.Operands(x.id)[0]; arg != x.v[0].unit && s.Neg(arg) != x.v[0].unit {
				p.rewriteArgument(x.id, x.v.node(s), nil)
			}
			continue
		}
		name, bind, rest := p.takeApart(x)
		i, ok := p.rule(name, bind...)
		if !ok {
			continue
		}
		from := p.c.Step(i).From
		sign := rational.One
		if s.Kind(from) == symbolic.Product { // sin(-u) is -sin(u)
			sign = s.Number(s.Operands(from)[0])
			from = s.Scale(from, sign.Inv())
		}
		if s.Kind(from) != symbolic.Apply { // of a number, which is another one
			continue
		}
		if !sign.IsOne() {
			if i, ok = p.accept(proof.Step{Kind: proof.ByScale, From: from, To: s.Scale(p.c.Step(i).To, sign.Inv()), Uses: []int{i}, Bind: []symbolic.ID{s.Num(sign.Inv())}}); !ok {
				continue
			}
		}
		if _, ok := p.equation[from]; !ok {
			p.equation[from] = i
		}
		if from != x.id && !p.rewriteArgument(x.id, s.Operands(from)[0], nil) {
			continue
		}
		todo = append(todo, rest...)
	}
}

// A call is a function of a combination.
type call struct {
	id symbolic.ID
	v  combination
}

// takeApart chooses the rule that takes a combination apart, the values of its
// variables, and the calls that come of it.
func (p *Prover) takeApart(x call) (name string, bind []symbolic.ID, rest []call) {
	s := p.s
	row := s.Function(x.id)
	f := s.FuncOf(x.id)
	if row.Name == "exp" && len(x.v) == 1 {
		return exponentialOfMultiple, []symbolic.ID{s.Int(x.v[0].n), x.v[0].unit}, nil
	}
	a, b := x.v[:1], x.v[1:]
	if len(x.v) == 1 { // n·u is (n/2)·u + (n-n/2)·u
		half := x.v[0].n / 2
		a, b = combination{{half, x.v[0].unit}}, combination{{x.v[0].n - half, x.v[0].unit}}
	}
	bind = []symbolic.ID{a.node(s), b.node(s)}
	functions := []symbolic.FuncID{f}
	name = exponentialOfSum
	if row.Name != "exp" {
		name = sineOfSum
		if row.Name == "cos" {
			name = cosineOfSum
		}
		functions = p.circular()
	}
	for _, g := range functions {
		for i, v := range []combination{a, b} {
			id := s.Apply(g, bind[i])
			if s.Kind(id) == symbolic.Product {
				id = s.Scale(id, s.Number(s.Operands(id)[0]).Inv())
			}
			rest = append(rest, call{id, v})
		}
	}
	return name, bind, rest
}

// circular returns sine and cosine.
func (p *Prover) circular() []symbolic.FuncID {
	var out []symbolic.FuncID
	for _, name := range []string{"sin", "cos"} {
		row, err := p.lib.Table().Lookup(name, 1)
		if err != nil {
			panic(err)
		}
		out = append(out, p.s.Func(row))
	}
	return out
}
