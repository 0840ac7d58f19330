package proof

import (
	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A region is a set of points: where conditions hold. It knows facts that
// follow from them, and expressions that are defined at all its points.
type region struct {
	s     *symbolic.Store
	lib   *read.Library
	scope *read.Scope
	conds []symbolic.ID // what the region is, apart from the declared types
	facts *assume.Facts
	// defined has nodes that have a value at every point.
	defined symbolic.Set
}

// newRegion returns the region of the conditions, at whose points the given
// nodes have values.
func newRegion(scope *read.Scope, conds, nodes []symbolic.ID) *region {
	r := &region{s: scope.Store, lib: scope.Library, scope: scope, conds: conds}
	r.facts = assume.New(scope).With(scope.Store.Exprs(conds)...)
	for _, id := range nodes {
		r.define(id)
	}
	return r
}

// within returns the part of the region in which more conditions hold.
func (r *region) within(conds ...symbolic.ID) *region {
	z := *r
	z.conds = append(r.conds[:len(r.conds):len(r.conds)], conds...)
	z.facts = r.facts.With(r.s.Exprs(conds)...)
	z.defined = r.defined.Clone()
	return &z
}

// empty tells whether the region is known to have no points.
func (r *region) empty() bool { return r.facts.Contradictory() }

// holds tells whether a condition is known to hold at every point.
func (r *region) holds(cond symbolic.ID) bool {
	s := r.s
	if s.Kind(cond) == symbolic.And {
		for _, c := range s.Operands(cond) {
			if !r.holds1(c) {
				return false
			}
		}
		return true
	}
	return r.holds1(cond)
}

func (r *region) holds1(cond symbolic.ID) bool {
	return r.facts.Holds(r.s.Expr(cond)) == assume.Yes
}

// surely tells whether a condition is known to hold at every point, and to have a value
// there: what holds says is about points at which all parts have values.
func (r *region) surely(cond symbolic.ID) bool { return r.holds(cond) && r.evaluates(cond) }

// evaluates tells whether what is evaluated of a condition, from the left, has a value.
func (r *region) evaluates(cond symbolic.ID) bool {
	s := r.s
	and := s.Kind(cond) == symbolic.And
	if !and && s.Kind(cond) != symbolic.Or || r.isDefined(cond) {
		return r.isDefined(cond)
	}
	here := r
	for _, o := range s.Operands(cond) {
		if here.empty() {
			break
		}
		if !here.evaluates(o) {
			return false
		}
		if !and {
			o = s.Not(o)
		}
		here = here.within(o)
	}
	return true
}

func (r *region) nonZero(id symbolic.ID) bool {
	return r.holds(r.s.Relate(symbolic.NotEqual, id, symbolic.Zero))
}

// define notes that a node has a value at every point of the region, and so
// do the parts that are evaluated with it, and adds what follows from it to the
// conditions: the argument of log is positive. All facts come from conditions,
// so that a point at which they hold is one of the region.
func (r *region) define(root symbolic.ID) {
	s := r.s
	var domains []symbolic.Expr
	var open []symbolic.ID // derivatives by their own variable
	stack := []symbolic.ID{root}
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !r.defined.Add(id) {
			continue
		}
		ops := s.Operands(id)
		switch s.Kind(id) {
		case symbolic.Sum:
			for i := 1; i < len(ops); i += 2 {
				stack = append(stack, ops[i])
			}
		case symbolic.Product:
			for i := 1; i < len(ops); i += 2 {
				stack = append(stack, s.Pow(ops[i], ops[i+1]))
			}
		case symbolic.Power:
			stack = append(stack, ops...)
			domains = append(domains, s.Expr(read.PowerDomain(s, r.lib, ops[0], ops[1])))
		case symbolic.Apply:
			stack = append(stack, ops...)
			if d, ok := r.domain(id); ok {
				domains = append(domains, s.Expr(d))
			}
		case symbolic.If: // the condition is evaluated first, and in it the left side
			stack = append(stack, firstRelation(s, ops[0]))
		case symbolic.Relation:
			stack = append(stack, ops...)
		case symbolic.Derivative:
			if ops[1] == ops[3] { // differentiable, and so defined all around
				stack = append(stack, ops[0])
				open = append(open, id)
			}
		}
	}
	r.add(domains)
	for _, id := range open {
		r.add(r.around(s.Operands(id)[0], s.Operands(id)[1]))
	}
}

// add makes conditions that hold at every point facts.
func (r *region) add(domains []symbolic.Expr) {
	kept := domains[:0]
	conds := r.conds[:len(r.conds):len(r.conds)]
	for _, d := range domains {
		if !r.holds(d.ID()) {
			kept = append(kept, d)
			conds = append(conds, d.ID())
		}
	}
	if len(kept) > 0 {
		r.conds, r.facts = conds, r.facts.With(kept...)
	}
}

// domain returns the condition of the table under which an application has a
// value, and false where it always has.
func (r *region) domain(id symbolic.ID) (symbolic.ID, bool) {
	row := r.s.Function(id)
	if row == nil || row.Domain == "" {
		return 0, false
	}
	return r.lib.Forms(row).Domain.Build(r.s, append(r.s.Operands(id)[:len(r.s.Operands(id)):len(r.s.Operands(id))], id)...), true
}

// firstRelation returns the part of a condition that is always evaluated.
func firstRelation(s *symbolic.Store, cond symbolic.ID) symbolic.ID {
	for s.Kind(cond) == symbolic.And || s.Kind(cond) == symbolic.Or {
		cond = s.Operands(cond)[0]
	}
	return cond
}

// isDefined tells whether a node is known to have a value at every point of
// the region: it is a part of what has, or all its parts are and its own
// domain follows from the facts. It notes what it finds.
func (r *region) isDefined(root symbolic.ID) bool {
	s := r.s
	enter := func(id symbolic.ID) bool {
		k := s.Kind(id)
		return !r.defined.Has(id) && k != symbolic.Derivative && k != symbolic.SumOver && k != symbolic.ProductOver
	}
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, enter) {
		if r.defined.Has(id) {
			continue
		}
		if !r.partDefined(id) {
			return false
		}
		r.defined.Add(id)
	}
	return true
}

// partDefined tells whether a node is defined whose operands are.
func (r *region) partDefined(id symbolic.ID) bool {
	s := r.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number, symbolic.Symbol, symbolic.Constant, symbolic.Boolean, symbolic.Sum,
		symbolic.If, symbolic.Relation, symbolic.And, symbolic.Or:
		return true
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			if ops[i+1] != symbolic.One && !r.powerDefined(ops[i], ops[i+1]) {
				return false
			}
		}
		return true
	case symbolic.Power:
		return r.powerDefined(ops[0], ops[1])
	case symbolic.Apply:
		d, partial := r.domain(id)
		return !partial || r.holds(d)
	case symbolic.Index:
		return r.isEntry(ops[0], ops[1:])
	}
	return false
}

// isEntry tells whether subscripts are integers from 1 to the sizes of an array.
func (r *region) isEntry(array symbolic.ID, subscripts []symbolic.ID) bool {
	s := r.s
	for i, x := range subscripts {
		if !r.isInteger(x) || !r.holds(s.Relate(symbolic.LessEqual, symbolic.One, x)) {
			return false
		}
		if size, known := r.scope.Size(s.Name(array), i); known && !r.holds(s.Relate(symbolic.LessEqual, x, size)) {
			return false
		}
	}
	return true
}

func (r *region) isInteger(id symbolic.ID) bool {
	s := r.s
	if s.Kind(id) == symbolic.Number {
		return s.Number(id).IsInt()
	}
	floor, err := r.lib.Table().Lookup("floor", 1)
	return err == nil && r.holds(s.Relate(symbolic.Equal, s.Apply(s.Func(floor), id), id))
}

// powerDefined tells whether a power of defined nodes is defined.
func (r *region) powerDefined(a, e symbolic.ID) bool {
	if s := r.s; s.Kind(e) == symbolic.Number {
		if x := s.Number(e); x.IsInt() && x.Sign() > 0 {
			return true
		}
	}
	return r.defined.Has(r.s.Pow(a, e)) || r.holds(read.PowerDomain(r.s, r.lib, a, e))
}
