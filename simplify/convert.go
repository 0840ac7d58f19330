package simplify

import (
	"strings"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// managed are the rules whose instances this package chooses itself, by the
// angles and exponents that occur together.
var managed = map[string]bool{
	sineOfSum: true, cosineOfSum: true,
	"sine-of-double-angle": true, "cosine-of-double-angle": true,
	"sine-of-triple-angle": true, "cosine-of-triple-angle": true,
	"sine-of-quadruple-angle": true, "cosine-of-quadruple-angle": true,
}

// The rules that this package calls by name.
const (
	sineOfSum               = "sine-of-sum"
	cosineOfSum             = "cosine-of-sum"
	sineSquared             = "sine-squared"
	exponentialOfSum        = "exponential-of-sum"
	exponentialOfMultiple   = "exponential-of-multiple"
	evenPowerOfAbsolute     = "even-power-of-absolute"
	logarithmOfProduct      = "logarithm-of-product"
	logarithmOfNegatives    = "logarithm-of-product-of-negatives"
	logarithmOfProductInAbs = "logarithm-of-product-in-absolute-values"
	logarithmOfPower        = "logarithm-of-power"
	logarithmOfExponential  = "logarithm-of-exponential"
	powerAsExponential      = "power-as-exponential"
)

// isPlain tells whether a pattern is a function of variables only.
func isPlain(from symbolic.Expr) bool {
	for i := range from.Len() {
		if from.Operand(i).Kind() != symbolic.Symbol {
			return false
		}
	}
	return true
}

// isInverse tells whether a function is an inverse function, which is taken as
// it is at first: derivatives of most formulas have it on both sides or not
// at all.
func isInverse(row *function.Row) bool {
	return strings.HasPrefix(row.Family, "inverse") || row.Family == "gamma"
}

// maxPasses bounds the rounds of prepare. Each brings new equations; what is
// nested deeper than this stays as it is.
const maxPasses = 12

// prepare looks for equations about all that is below the roots.
func (p *Prover) prepare(roots ...symbolic.ID) error {
	for range maxPasses {
		steps := len(p.c.Steps())
		for again := true; again; {
			again = false
			for _, id := range p.inside(roots...) {
				if p.visited.Add(id) && p.convert(id) {
					again = true
				}
			}
		}
		if err := p.angles(roots...); err != nil {
			return err
		}
		if err := p.unify(roots...); err != nil {
			return err
		}
		if len(p.c.Steps()) == steps {
			break
		}
	}
	return p.radicals(roots...)
}

// convert looks for an equation about one node. It tells whether there is one.
func (p *Prover) convert(id symbolic.ID) bool {
	if _, ok := p.equation[id]; ok {
		return false
	}
	s := p.s
	switch s.Kind(id) {
	case symbolic.Power:
		e := s.Operands(id)[1]
		if s.Kind(e) == symbolic.Number && s.Number(e).IsInt() {
			return false
		}
		if p.fractions && p.asFraction(id) || p.byRules(id, conversionsOf(nil).first) {
			return true
		}
		return p.deep && s.Kind(e) != symbolic.Number && p.instance(id, powerAsExponential, s.Operands(id)[0], e)
	case symbolic.Apply:
		return p.convertCall(id)
	case symbolic.If:
		return p.branch(id)
	case symbolic.Derivative:
		return p.derivative(id)
	case symbolic.SumOver, symbolic.ProductOver:
		return p.terms(id) || p.over(id)
	}
	return false
}

// terms writes out a sum or product over an index.
func (p *Prover) terms(id symbolic.ID) bool {
	to, ok := p.s.WrittenOut(id, proof.MaxTerms)
	if !ok || p.refers(id, to) {
		return false
	}
	i, ok := p.accept(proof.Step{Kind: proof.ByTerms, From: id, To: to})
	if ok {
		p.equation[id] = i
	}
	return ok
}

// derivative carries out a derivative.
func (p *Prover) derivative(id symbolic.ID) bool {
	value, _, err := proof.Conditions(p.lib, p.s, id)
	if err != nil {
		return false
	}
	i, ok := p.accept(proof.Step{Kind: proof.ByDerivative, From: id, To: value})
	if ok {
		p.equation[id] = i
	}
	return ok
}

func (p *Prover) convertCall(id symbolic.ID) bool {
	row := p.s.Function(id)
	if row == nil {
		return false
	}
	if row.Name == "exp" && p.expose(id) {
		return true
	}
	if row.Name == "log" && !p.deep {
		return p.byRules(id, conversionsOf(row).first, isSimplify)
	}
	if p.byRules(id, conversionsOf(row).first) {
		return true
	}
	if row.Name == "log" && len(p.s.Operands(id)) == 1 {
		return p.logarithm(id)
	}
	switch row.Name {
	case "sin":
		p.relation(id, sineSquared, p.s.Operands(id)[0])
	case "abs":
		if i, ok := p.equation[p.s.Operands(id)[0]]; ok && p.rewriteArgument(id, p.c.Step(i).To, []int{i}) {
			return true
		}
		p.relation(id, evenPowerOfAbsolute, p.s.Operands(id)[0], p.s.Int(2))
	}
	if isInverse(row) && !p.deep {
		return false
	}
	return p.byRules(id, conversionsOf(row).plain)
}

func isSimplify(r *rules.Rule) bool { return r.Use == rules.Simplify }

// matchWork bounds the choices of a match at one node.
const matchWork = 2000

// byRules makes an equation for a node by the first rule that is accepted.
func (p *Prover) byRules(id symbolic.ID, list []*rewrite.Pattern, only ...func(*rules.Rule) bool) (done bool) {
	for _, pattern := range list {
		if len(only) > 0 && !only[0](pattern.Rule()) {
			continue
		}
		err := pattern.Each(p.s, id, matchWork, func(st rewrite.Step) bool {
			if st.Before != id || st.After == id || p.refers(st.After, id) {
				return true
			}
			i, ok := p.accept(proof.Step{Kind: proof.ByRule, From: id, To: st.After, Name: st.Rule.Name, Bind: st.Bindings})
			if ok {
				p.equation[id] = i
				done = true
			}
			return !ok
		})
		if done || err != nil && err != rewrite.ErrBudget {
			return done
		}
	}
	return false
}

// refers tells whether the normal form of a node would contain another one,
// which must not become equal to it.
func (p *Prover) refers(id, to symbolic.ID) bool {
	for _, x := range p.below(id) {
		if x == to {
			return true
		}
	}
	return false
}

// rule makes a step by a rule, with the values of its variables.
func (p *Prover) rule(name string, bind ...symbolic.ID) (int, bool) {
	r, ok := rules.Lookup(name)
	if !ok {
		panic("simplify: there is no rule " + name)
	}
	f := r.Forms()
	return p.accept(proof.Step{Kind: proof.ByRule, Name: name, Bind: bind, From: f.FromForm.Build(p.s, bind...), To: f.ToForm.Build(p.s, bind...)})
}

// instance makes an equation for a node by a rule, with the values of its
// variables.
func (p *Prover) instance(id symbolic.ID, name string, bind ...symbolic.ID) bool {
	i, ok := p.rule(name, bind...)
	if !ok || p.c.Step(i).From != id || p.c.Step(i).To == id || p.refers(p.c.Step(i).To, id) {
		return false
	}
	p.equation[id] = i
	return true
}

// relation makes an equation for the square of a node.
func (p *Prover) relation(id symbolic.ID, name string, bind ...symbolic.ID) {
	square := p.s.Pow(id, p.s.Int(2))
	if _, ok := p.equation[square]; ok {
		return
	}
	if i, ok := p.rule(name, bind...); ok && p.c.Step(i).From == square {
		p.equation[square] = i
	}
}

// branch takes the branch of a condition that is decided.
func (p *Prover) branch(id symbolic.ID) bool {
	ops := p.s.Operands(id)
	for _, to := range ops[1:] {
		if i, ok := p.accept(proof.Step{Kind: proof.ByBranch, From: id, To: to}); ok {
			p.equation[id] = i
			return true
		}
	}
	return false
}

// unify makes equations between functions of one argument whose arguments
// have the same normal form, so that they are one generator.
func (p *Prover) unify(roots ...symbolic.ID) error {
	s := p.s
	var heads []symbolic.FuncID
	calls := map[symbolic.FuncID][]symbolic.ID{}
	for _, id := range p.inside(roots...) {
		if _, ok := p.equation[id]; ok || s.Kind(id) != symbolic.Apply || len(s.Operands(id)) != 1 {
			continue
		}
		f := s.FuncOf(id)
		if calls[f] == nil {
			heads = append(heads, f)
		}
		calls[f] = append(calls[f], id)
	}
	for _, f := range heads {
		list := calls[f]
		if len(list) < 2 {
			continue
		}
		args, roots := make([]symbolic.ID, len(list)), []symbolic.ID(nil)
		for i, id := range list {
			args[i] = s.Operands(id)[0]
			roots = append(roots, args[i], s.Neg(args[i]))
		}
		field, err := p.field(roots...)
		if err != nil {
			if isStop(err) {
				return err
			}
			continue
		}
		for i := range list {
			for j := range i {
				if _, done := p.equation[list[i]]; done {
					break
				}
				to := args[j]
				same, err := field.Equal(args[i], to)
				if row := s.FuncRow(f); err == nil && !same && row != nil && row.Parity != function.NoParity {
					to = s.Neg(to)
					same, err = field.Equal(args[i], to)
				}
				if err == nil && same {
					p.rewriteArgument(list[i], to, p.uses(args[i], to))
				}
			}
		}
	}
	return nil
}

// expose writes inverse hyperbolic functions in an exponent as logarithms,
// which then meet the exponential function.
func (p *Prover) expose(id symbolic.ID) bool {
	s := p.s
	arg := s.Operands(id)[0]
	put := map[symbolic.ID]symbolic.ID{}
	var uses []int
	for _, x := range p.below(arg) {
		if s.Kind(x) != symbolic.Apply || s.Function(x) == nil || s.Function(x).Family != "inverse hyperbolic" {
			continue
		}
		i, ok := p.accept(proof.Step{Kind: proof.ByDefinition, From: x, To: p.definition(x)})
		if !ok {
			continue
		}
		put[x] = p.c.Step(i).To
		uses = append(uses, i)
	}
	if len(put) == 0 {
		return false
	}
	return p.rewriteArgument(id, s.Substitute(arg, put), uses)
}

// definition returns the Definition of a function applied to its arguments,
// or the node itself if there is none.
func (p *Prover) definition(id symbolic.ID) symbolic.ID {
	form := p.lib.Forms(p.s.Function(id)).Definition
	if form == nil {
		return id
	}
	ops := p.s.Operands(id)
	return form.Build(p.s, append(ops[:len(ops):len(ops)], id)...)
}

// rewriteArgument makes f(u) = f(v) for a function of one argument where u = v
// by normal forms.
func (p *Prover) rewriteArgument(id, to symbolic.ID, uses []int) bool {
	s := p.s
	from := s.Operands(id)[0]
	if from == to {
		return false
	}
	i, ok := p.accept(proof.Step{Kind: proof.ByRing, From: from, To: to, Uses: uses})
	if !ok {
		return false
	}
	z := s.Rebuild(id, []symbolic.ID{to})
	if z == id || p.refers(z, id) {
		return false
	}
	j, ok := p.accept(proof.Step{Kind: proof.ByParts, From: id, To: z, Bind: []symbolic.ID{to}, Uses: []int{i}})
	if ok {
		p.equation[id] = j
	}
	return ok
}
