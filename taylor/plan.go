package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A plan is what to expand, where.
type plan struct {
	scope     *read.Scope
	s         *symbolic.Store
	variable  symbolic.ID // as it is given
	x         symbolic.ID // the symbol that stands for it
	root      symbolic.ID
	domain    symbolic.ID
	at        Point
	values    *values
	logSymbol symbolic.ID
	facts     *assume.Facts
}

// newPlan puts in definitions, and a symbol for a variable that is an entry of an
// array.
func newPlan(scope *read.Scope, f read.Formula, x symbolic.Expr, at Point) (*plan, error) {
	s := scope.Store
	if at.Infinity == 0 && at.Value.Store() == nil {
		at.Value = s.Expr(symbolic.Zero)
	}
	p := &plan{scope: scope, s: s, variable: x.ID(), x: x.ID(), root: f.Expr.ID(), domain: f.Domain.ID(), at: at, values: newValues(s, scope.Library)}
	for i := len(scope.Definitions) - 1; i >= 0; i-- {
		d := scope.Definitions[i]
		if d.Name.ID() == p.x || !s.Depends(p.root, d.Name.ID()) && !s.Depends(p.domain, d.Name.ID()) {
			continue
		}
		put := map[symbolic.ID]symbolic.ID{d.Name.ID(): d.Expr.ID()}
		p.root = s.Substitute(p.root, put)
		p.domain = s.And(d.Domain.ID(), s.Substitute(p.domain, put))
	}
	for _, d := range slices.Backward(scope.Definitions) {
		if p.at.Infinity == 0 && d.Name.ID() != p.x {
			p.at.Value = p.at.Value.Subs(d.Name, d.Expr)
		}
	}
	p.facts = assume.New(scope)
	if s.Kind(p.x) == symbolic.Index {
		if err := p.separate(p.x); err != nil {
			return nil, err
		}
		t := s.FreshSym(s.Name(s.Operands(p.x)[0]))
		put := map[symbolic.ID]symbolic.ID{p.x: t}
		p.x, p.root, p.domain = t, s.Substitute(p.root, put), s.Substitute(p.domain, put)
		for _, r := range scope.Relations {
			p.facts = p.facts.With(s.Expr(s.Substitute(r.Domain.ID(), put)), s.Expr(s.Substitute(r.Expr.ID(), put)))
		}
	}
	if p.at.Infinity == 0 && (s.Depends(p.at.Value.ID(), p.x) || has(s, p.at.Value.ID(), x.ID())) {
		return nil, fail(Unsupported, "the point depends on the variable")
	}
	p.root = writtenOut(s, p.root, p.x)
	return p, nil
}

// separate writes out what may have a variable that is an entry of an array, and
// refuses other entries that may be it.
func (p *plan) separate(x symbolic.ID) error {
	s := p.s
	array := s.Operands(x)[0]
	p.root, p.domain = writtenOut(s, p.root, array), writtenOut(s, p.domain, array)
	for _, id := range s.Postorder(p.root, p.domain) {
		if s.MayBe(id, x) {
			return fail(Unsupported, "%s may be the variable %s or another entry", text(s, id), text(s, x))
		}
	}
	return nil
}

// has tells whether a node is part of another.
func has(s *symbolic.Store, root, id symbolic.ID) bool {
	return slices.Contains(s.Postorder(root), id)
}

// assumed returns the side from which the assumptions let the variable go to the point.
func (p *plan) assumed(side Side) Side {
	s := p.s
	_, typed := p.scope.Types[s.Name(p.x)]
	about := func(r read.Formula) bool { return s.Depends(r.Expr.ID(), p.x) }
	if side != Both || p.at.Infinity != 0 || !typed && !slices.ContainsFunc(p.scope.Relations, about) || p.facts.Contradictory() {
		return side
	}
	x, at := p.x, p.at.Value.ID()
	left := !p.facts.With(s.Expr(s.Relate(symbolic.Less, x, at))).Contradictory()
	right := !p.facts.With(s.Expr(s.Relate(symbolic.Less, at, x))).Contradictory()
	switch {
	case left && !right:
		return Left
	case right && !left:
		return Right
	}
	return Both
}
