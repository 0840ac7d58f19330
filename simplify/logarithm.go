package simplify

import (
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// logarithm takes a logarithm apart: into those of the factors of its argument,
// in absolute values where their signs are not known.
func (p *Prover) logarithm(id symbolic.ID) bool {
	s := p.s
	arg := s.Operands(id)[0]
	if s.Kind(arg) == symbolic.Number {
		return p.logarithmOfNumber(id, s.Number(arg))
	}
	f, err := p.field(arg)
	if err != nil {
		return false
	}
	c, factors, err := f.Factors(arg)
	if err != nil || c.IsZero() || len(factors) == 0 {
		return false
	}
	first, rest := s.Num(c), s.NewProduct()
	if c.IsOne() {
		first = s.Pow(factors[0].Base, s.Int(factors[0].Exp))
		factors = factors[1:]
	}
	for _, x := range factors {
		rest.MulPow(x.Base, s.Int(x.Exp))
	}
	b := rest.Product()
	product := s.Mul(first, b)
	if product != arg {
		return p.rewriteArgument(id, product, p.uses(arg, product))
	}
	if b == symbolic.One {
		return false // its power has a rule
	}
	zero := symbolic.Zero
	switch {
	case p.c.Holds(s.Relate(symbolic.LessEqual, zero, first)):
		return p.instance(id, logarithmOfProduct, first, b)
	case p.c.Holds(s.Relate(symbolic.LessEqual, first, zero)):
		return p.instance(id, logarithmOfNegatives, first, b)
	}
	return p.instance(id, logarithmOfProductInAbs, first, b)
}

// logarithmOfNumber takes the logarithm of a rational apart: log(12) is that of
// 4 and 3.
func (p *Prover) logarithmOfNumber(id symbolic.ID, x rational.Rat) bool {
	s := p.s
	if x.Sign() <= 0 {
		return false
	}
	for n := rational.Int(2); n.Cmp(rational.Int(1000)) < 0; n = n.Add(rational.One) {
		k, power := int64(0), rational.One
		for rest := x; ; k++ {
			if rest = rest.Div(n); rest.Denom().Cmp(x.Denom()) != 0 {
				break
			}
			power = power.Mul(n)
		}
		switch {
		case k == 0:
			continue
		case power.Cmp(x) != 0:
			return p.instance(id, logarithmOfProduct, s.Num(power), s.Num(x.Div(power)))
		case k > 1:
			return p.instance(id, logarithmOfPower, s.Num(n), s.Int(k))
		}
		return false
	}
	if d := x.Denom(); !d.IsOne() && !x.Num().IsOne() {
		return p.instance(id, logarithmOfProduct, s.Num(x.Num()), s.Num(d.Inv()))
	} else if !d.IsOne() {
		return p.instance(id, logarithmOfPower, s.Num(d), symbolic.NegOne)
	}
	return false
}

// byExponentials proves x = y from exp(x) = exp(y), in which logarithms go away.
func (p *Prover) byExponentials(x, y symbolic.ID) (bool, error) {
	s := p.s
	log, err := p.lib.Table().Lookup("log", 1)
	if err != nil {
		panic(err)
	}
	exp, err := p.lib.Table().Lookup("exp", 1)
	if err != nil {
		panic(err)
	}
	logs := 0
	for _, id := range p.below(x, y) {
		if s.Kind(id) == symbolic.Apply && s.Function(id) == log {
			logs++
		}
	}
	if logs == 0 {
		return false, nil
	}
	e := s.Func(exp)
	ex, ey := s.Apply(e, x), s.Apply(e, y)
	if s.Kind(ex) != symbolic.Apply || s.Kind(ey) != symbolic.Apply {
		return false, nil
	}
	q := p.within(p.c)
	if err := q.prepare(ex, ey); err != nil {
		return false, err
	}
	equal, ok := p.accept(proof.Step{Kind: proof.ByRing, From: ex, To: ey, Uses: q.uses(ex, ey)})
	if !ok {
		return false, nil
	}
	left, ok1 := p.rule(logarithmOfExponential, x)
	right, ok2 := p.rule(logarithmOfExponential, y)
	if !ok1 || !ok2 {
		return false, nil
	}
	middle, ok := p.accept(proof.Step{Kind: proof.ByParts, From: p.c.Step(left).From, To: p.c.Step(right).From, Bind: []symbolic.ID{ey}, Uses: []int{equal}})
	if !ok {
		return false, nil
	}
	_, ok = p.accept(proof.Step{Kind: proof.ByChain, From: x, To: y, Uses: []int{left, middle, right}})
	return ok, nil
}
