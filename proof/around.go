package proof

import (
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// around returns what else holds at interior points of the domain of a body, on
// the line of x: x >= 0 is x > 0 there.
func (r *region) around(body, x symbolic.ID) []symbolic.Expr {
	s := r.s
	var out []symbolic.Expr
	var seen symbolic.Set
	enter := func(id symbolic.ID) bool { k := s.Kind(id); return k != symbolic.If && !k.Binds() }
	for _, id := range s.PostorderWithin([]symbolic.ID{body}, enter) {
		var domains []symbolic.ID
		switch ops := s.Operands(id); s.Kind(id) {
		case symbolic.Product:
			for i := 1; i < len(ops); i += 2 {
				domains = append(domains, read.PowerDomain(s, r.lib, ops[i], ops[i+1]))
			}
		case symbolic.Power:
			domains = append(domains, read.PowerDomain(s, r.lib, ops[0], ops[1]))
		case symbolic.Apply:
			if d, ok := r.domain(id); ok {
				domains = append(domains, d)
			}
		}
		for _, d := range conjuncts(s, domains) {
			if !seen.Add(d) {
				continue
			}
			if z := r.open(d, x); z != d {
				out = append(out, s.Expr(z))
			}
		}
	}
	return out
}

// open returns what holds at the points of the region around which, on the line
// of x, a condition holds: one of several relations. Where u = v, and u <= v all
// around while the other relations fail, u-v has a maximum, and so the slope 0.
// If its slope is not 0 there, it is u < v.
func (r *region) open(cond, x symbolic.ID) symbolic.ID {
	s := r.s
	relations := []symbolic.ID{cond}
	if s.Kind(cond) == symbolic.Or {
		relations = s.Operands(cond)
	}
	depends := func(id symbolic.ID) bool { return s.Depends(id, x) }
	strict := make([]symbolic.ID, len(relations))
	for i, rel := range relations {
		if s.Kind(rel) != symbolic.Relation {
			return cond
		}
		ops := s.Operands(rel)
		strict[i] = rel
		if s.Rel(rel) != symbolic.LessEqual || !depends(rel) {
			continue
		}
		strict[i] = s.Relate(symbolic.Less, ops[0], ops[1])
		if r.holds(strict[i]) {
			continue
		}
		at := r.within(s.Relate(symbolic.Equal, ops[0], ops[1]))
		if at.empty() {
			continue
		}
		if !at.hasSlope(s.Sub(ops[0], ops[1]), x) {
			return cond
		}
		for j, other := range relations {
			if j != i && !(at.holds(opposite(s, other)) && continuous(r.lib, s, other, depends, at.holds)) {
				return cond
			}
		}
	}
	return s.Or(strict...)
}

// opposite is a condition under which a relation fails, and fails all around if its sides
// are continuous.
func opposite(s *symbolic.Store, rel symbolic.ID) symbolic.ID {
	ops := s.Operands(rel)
	switch s.Rel(rel) {
	case symbolic.Less, symbolic.LessEqual:
		return s.Relate(symbolic.Less, ops[1], ops[0])
	case symbolic.Equal:
		return s.Relate(symbolic.NotEqual, ops[0], ops[1])
	}
	return symbolic.False
}

// hasSlope tells whether u has a derivative by x that is not 0, at every point.
func (r *region) hasSlope(u, x symbolic.ID) bool {
	s := r.s
	d := newDeriver(r.lib, s, x, u)
	conds, err := d.area(u)
	if err != nil || !r.surely(s.And(conds...)) {
		return false
	}
	slope := d.of(u)
	return r.isDefined(slope) && r.nonZero(slope)
}
