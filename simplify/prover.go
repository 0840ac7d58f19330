package simplify

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Prover looks for proofs of equations on the region of a checker. Whatever
// it finds are steps that the checker has accepted: it cannot be wrong, only
// without success.
type Prover struct {
	c   *proof.Checker
	s   *symbolic.Store
	lib *read.Library

	equation  map[symbolic.ID]int // node -> step that says what it is
	visited   symbolic.Set        // nodes for which that was looked for
	fractions bool                // sums below roots are written as fractions
	deep      bool                // logarithms and inverse functions are taken apart, too
	depth     int                 // nesting of parts of the region
	slopes    int                 // nesting of proofs by derivatives
	parts     *int                // parts of regions made so far

	indices func(height int) symbolic.ID // names of indices
}

// NewProver returns a prover that makes steps with a checker.
func NewProver(c *proof.Checker, lib *read.Library) *Prover {
	return &Prover{c: c, s: c.Store(), lib: lib, equation: map[symbolic.ID]int{}, parts: new(int)}
}

// Equal looks for a proof that two nodes, which must have values on the whole
// region, are equal there. It tells whether the checker now has one. The
// error is a *symbolic.LimitError or that of another budget: then there may be
// a proof.
func (p *Prover) Equal(x, y symbolic.ID) (bool, error) {
	if ok, err := p.Quickly(x, y); ok || err != nil {
		return ok, err
	}
	return p.first(x, y, p.byPowers, p.byFractions, p.byDeepForm, p.byExponentials, p.byCases, p.bySlope, p.bySaturation)
}

// Quickly is Equal by the means that cost least and succeed most: normal forms
// and bounds of constants. Equal goes on from there.
func (p *Prover) Quickly(x, y symbolic.ID) (bool, error) {
	if p.c.Concludes(x, y) {
		return true, nil
	}
	p.useEquations()
	return p.first(x, y, p.byNormalForm, p.byConstants)
}

// Normalize makes a step that says what the normal form of a node is, as a
// product, and returns it; where there is none it is the node.
func (p *Prover) Normalize(id symbolic.ID) (symbolic.ID, error) {
	p.useEquations()
	if err := p.prepare(id); err != nil {
		return id, skip(err)
	}
	f, err := p.field(id)
	if err != nil {
		return id, skip(err)
	}
	z, err := f.Factored(id)
	if err != nil || z == id {
		return id, skip(err)
	}
	if _, ok := p.accept(proof.Step{Kind: proof.ByRing, From: id, To: z, Uses: p.uses(id)}); !ok {
		return id, nil
	}
	return z, nil
}

// first tries one after the other.
func (p *Prover) first(x, y symbolic.ID, list ...func(x, y symbolic.ID) (bool, error)) (bool, error) {
	for _, try := range list {
		ok, err := try(x, y)
		if ok || isStop(err) {
			return ok, err
		}
	}
	return false, nil
}

// accept makes a step. It returns false where the checker rejects it.
func (p *Prover) accept(st proof.Step) (int, bool) {
	i, err := p.c.Accept(st)
	return i, err == nil
}

// byNormalForm compares normal forms.
func (p *Prover) byNormalForm(x, y symbolic.ID) (bool, error) {
	if err := p.prepare(x, y); err != nil {
		return false, err
	}
	return p.ring(x, y)
}

// byFractions is byNormalForm with sums below roots written as fractions.
func (p *Prover) byFractions(x, y symbolic.ID) (bool, error) {
	return p.again(x, y, &p.fractions)
}

// again is byNormalForm with more conversions, from now on.
func (p *Prover) again(x, y symbolic.ID, more *bool) (bool, error) {
	if *more {
		return false, nil
	}
	before := len(p.c.Steps())
	*more = true
	p.visited = symbolic.Set{}
	if err := p.prepare(x, y); err != nil || len(p.c.Steps()) == before {
		return false, err
	}
	return p.ring(x, y)
}

// byDeepForm is byNormalForm with logarithms and inverse functions taken apart.
func (p *Prover) byDeepForm(x, y symbolic.ID) (bool, error) {
	return p.again(x, y, &p.deep)
}

// ring makes a step that compares normal forms with all equations about what
// is below the two nodes.
func (p *Prover) ring(x, y symbolic.ID) (bool, error) {
	_, err := p.c.Accept(proof.Step{Kind: proof.ByRing, From: x, To: y, Uses: p.uses(x, y)})
	return err == nil, err
}

func (p *Prover) byConstants(x, y symbolic.ID) (bool, error) {
	if len(p.s.FreeSymbols(x, y)) > 0 {
		return false, nil
	}
	_, ok := p.accept(proof.Step{Kind: proof.ByConstant, From: x, To: y})
	return ok, nil
}

// below returns the nodes that the normal forms of the roots are made of,
// parts first: operands and what equations say, but nothing inside of
// functions, branches and binders.
func (p *Prover) below(roots ...symbolic.ID) []symbolic.ID { return p.walk(p.partsOf, roots) }

// inside is below with the arguments of functions.
func (p *Prover) inside(roots ...symbolic.ID) []symbolic.ID {
	return p.walk(func(id symbolic.ID) []symbolic.ID {
		parts := p.partsOf(id)
		if _, ok := p.equation[id]; !ok && p.s.Kind(id) == symbolic.Apply {
			parts = append(parts, p.s.Operands(id)...)
		}
		return parts
	}, roots)
}

// walk returns what is reached from the roots by parts, parts first.
func (p *Prover) walk(partsOf func(symbolic.ID) []symbolic.ID, roots []symbolic.ID) []symbolic.ID {
	type frame struct {
		id    symbolic.ID
		parts []symbolic.ID
		next  int
	}
	var seen symbolic.Set
	var out []symbolic.ID
	var stack []frame
	push := func(id symbolic.ID) {
		if seen.Add(id) {
			stack = append(stack, frame{id: id, parts: partsOf(id)})
		}
	}
	for _, r := range roots {
		push(r)
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.next == len(top.parts) {
				out = append(out, top.id)
				stack = stack[:len(stack)-1]
				continue
			}
			top.next++
			push(top.parts[top.next-1])
		}
	}
	return out
}

// partsOf returns what the normal form of a node is made of.
func (p *Prover) partsOf(id symbolic.ID) (parts []symbolic.ID) {
	s := p.s
	if i, ok := p.equation[id]; ok {
		return []symbolic.ID{p.c.Step(i).To}
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			parts = append(parts, ops[i])
		}
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			parts = append(parts, s.Pow(ops[i], ops[i+1]))
		}
	case symbolic.Power:
		parts = append(parts, ops[0])
		if e := ops[1]; s.Kind(e) == symbolic.Number && !s.Number(e).IsInt() {
			if r := s.Pow(ops[0], s.Num(s.Number(e).Denom().Inv())); r != id {
				parts = append(parts, r)
			}
		}
	case symbolic.Apply:
		if i, ok := p.equation[s.Pow(id, s.Int(2))]; ok { // its relation
			parts = append(parts, p.c.Step(i).To)
		}
	}
	return parts
}

// field returns normal forms of nodes with all equations about what is below
// them.
func (p *Prover) field(roots ...symbolic.ID) (*algebra.Field, error) {
	equations := map[symbolic.ID]symbolic.ID{}
	for _, i := range p.uses(roots...) {
		equations[p.c.Step(i).From] = p.c.Step(i).To
	}
	return algebra.New(p.s, algebra.Options{Equations: equations, Holds: p.c.Holds, Budget: &poly.Budget{Steps: partSteps, Terms: partTerms}}, roots...)
}

// partSteps and partTerms bound normal forms of arguments and radicands, of
// which those of people have some dozen terms.
const (
	partSteps = 2_000_000
	partTerms = 2_000
)

// skip passes over the errors of partial work: what a search does not see
// does no harm. Limits of the store go on.
func skip(err error) error {
	if isStop(err) {
		return err
	}
	return nil
}

// isStop tells whether an error ends a search.
func isStop(err error) bool {
	var l *symbolic.LimitError
	return errors.As(err, &l)
}

// uses returns the steps with equations about what is below the roots.
func (p *Prover) uses(roots ...symbolic.ID) []int {
	var list []int
	add := func(id symbolic.ID) {
		if i, ok := p.equation[id]; ok {
			list = append(list, i)
		}
	}
	for _, id := range p.below(roots...) {
		add(id)
		if p.s.Kind(id) == symbolic.Apply {
			add(p.s.Pow(id, p.s.Int(2)))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
