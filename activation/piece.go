package activation

import (
	"math"
	"math/big"
	"slices"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// An end of a piece is an exact constant or infinite.
type end struct {
	at       symbolic.ID
	infinity int
	value    interval.Float // of at
}

// A piece is an open interval on which the function is a smooth expression: one
// without branches, absolute values and the like.
type piece struct {
	left, right end
	expr        symbolic.ID
}

// maxPieces bounds the pieces of a function.
const maxPieces = 40

// pieces divides the line where conditions in an expression change, and puts in
// what they are between.
func (l *line) pieces(root symbolic.ID) ([]piece, error) {
	root, err := l.unfold(root)
	if err != nil {
		return nil, err
	}
	todo := []piece{{left: end{infinity: -1}, right: end{infinity: 1}, expr: root}}
	var done []piece
	for len(todo) > 0 {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		rel, ok := l.condition(p.expr)
		if !ok {
			done = append(done, p)
			continue
		}
		roots, err := l.changes(p, rel)
		if err != nil {
			return nil, err
		}
		parts := []piece{p}
		for _, r := range roots {
			last := parts[len(parts)-1]
			cut := last
			last.right, cut.left = r, r
			parts = append(parts[:len(parts)-1], last, cut)
		}
		if len(todo)+len(done)+len(parts) > maxPieces {
			return nil, unsupported("it has more than %d pieces", maxPieces)
		}
		for i := len(parts) - 1; i >= 0; i-- { // the leftmost comes next
			if parts[i].expr, err = l.settle(parts[i], rel); err != nil {
				return nil, err
			}
			todo = append(todo, parts[i])
		}
	}
	return l.merged(root, done)
}

// unfold replaces functions that are not smooth everywhere, and those of which
// there is no enclosure, by their definitions.
func (l *line) unfold(root symbolic.ID) (symbolic.ID, error) {
	s := l.s
	for range maxPieces {
		replace := map[symbolic.ID]symbolic.ID{}
		for _, id := range s.Postorder(root) {
			if s.Kind(id) != symbolic.Apply || !s.Depends(id, l.x) {
				continue
			}
			row := s.Function(id)
			if row == nil {
				return 0, unsupported("nothing is known of the function %s", s.Name(id))
			}
			forms := l.lib.Forms(row)
			_, kernel := interval.LookupFloat(row.Name, len(s.Operands(id)))
			switch {
			case forms.Definition != nil && (forms.Smooth != nil || forms.Continuous != nil || !kernel):
				replace[id], _ = l.lib.Definition(s, id)
			case forms.Continuous != nil:
				return 0, unsupported("%s may jump infinitely often", row.Name)
			case !kernel:
				return 0, unsupported("there is no enclosure of %s", row.Name)
			}
		}
		if len(replace) == 0 {
			return root, nil
		}
		root = s.Substitute(root, replace)
	}
	return 0, unsupported("definitions in definitions nest too deep")
}

// condition returns a relation on which a branch depends and which itself has
// no branches.
func (l *line) condition(root symbolic.ID) (symbolic.ID, bool) {
	s := l.s
	for _, id := range s.Postorder(root) {
		if s.Kind(id) == symbolic.Relation {
			return id, true // in this order those in it come first
		}
	}
	return 0, false
}

// changes returns the places inside a piece at which a relation may change.
func (l *line) changes(p piece, rel symbolic.ID) ([]end, error) {
	s := l.s
	ops := s.Operands(rel)
	d := s.Sub(ops[0], ops[1])
	if !s.Depends(d, l.x) {
		return nil, nil
	}
	roots, ok, err := l.roots(d)
	if err != nil {
		return nil, err
	}
	if !ok {
		if l.isContinuous(p, d) {
			if list, ok, err := l.zeros(p, d); err != nil || ok {
				return l.sorted(list, err)
			}
		}
		for _, r := range []symbolic.Rel{symbolic.Less, symbolic.Equal} {
			if l.facts.Holds(s.Expr(s.Relate(r, d, symbolic.Zero))) == assume.Yes || l.facts.Holds(s.Expr(s.Relate(r, symbolic.Zero, d))) == assume.Yes {
				return nil, nil
			}
		}
		return nil, unsupported("where a condition in it changes was not found")
	}
	var inside []end
	for _, r := range roots {
		e, err := l.end(r)
		if err != nil {
			return nil, err
		}
		in, err := l.within(p, e)
		if err != nil {
			return nil, err
		}
		if in {
			inside = append(inside, e)
		}
	}
	return inside, nil
}

// sorted returns ends in increasing order, each once.
func (l *line) sorted(list []end, err error) ([]end, error) {
	decided := true
	slices.SortFunc(list, func(a, b end) int {
		order, ok := l.compare(a.at, b.at)
		decided = decided && ok
		return order
	})
	list = slices.CompactFunc(list, func(a, b end) bool {
		order, _ := l.compare(a.at, b.at)
		return order == 0
	})
	if err == nil && !decided {
		err = unsupported("the order of two places at which it changes could not be decided")
	}
	return list, err
}

// isContinuous tells whether an expression is known to have values and to be
// continuous on a piece.
func (l *line) isContinuous(p piece, id symbolic.ID) bool {
	low, high := -inf, inf
	if p.left.infinity == 0 {
		low = p.left.value.Lower()
	}
	if p.right.infinity == 0 {
		high = p.right.value.Upper()
	}
	q := certify.Compile(l.lib, l.s, id)
	if in := q.Inputs(); len(in) != 1 || in[0] != l.x {
		return false
	}
	return q.Float([]interval.Float{interval.NewFloat(low, high)}, new(certify.Scratch))[0].Real.Decoration() == interval.Continuous
}

func (l *line) end(at symbolic.ID) (end, error) {
	v, err := l.constant(at)
	if err == nil && !v.IsBounded() {
		err = unsupported("a place at which it changes is too large")
	}
	return end{at: at, value: v}, err
}

// within tells whether an end is inside a piece.
func (l *line) within(p piece, e end) (bool, error) {
	left, ok := -1, true
	if p.left.infinity == 0 {
		left, ok = l.compare(p.left.at, e.at)
	}
	right, also := -1, true
	if p.right.infinity == 0 {
		right, also = l.compare(e.at, p.right.at)
	}
	if !ok || !also {
		return false, unsupported("the order of two places at which it changes could not be decided")
	}
	return left < 0 && right < 0, nil
}

// settle puts in whether a relation holds inside a piece, in which it does not
// change.
func (l *line) settle(p piece, rel symbolic.ID) (symbolic.ID, error) {
	s := l.s
	at := certify.Point{l.x: s.Num(p.sample())}
	truth, _ := certify.Compile(l.lib, s, rel).Holds(0, at, certify.Options{MaxPrec: 2048})
	if truth != certify.Yes && truth != certify.No {
		if free := s.FreeSymbols(rel); len(free) > 1 || len(free) == 1 && free[0] != l.x {
			return 0, unsupported("it needs numbers for what its branches depend on")
		}
		return 0, unsupported("a condition in it could not be decided")
	}
	return s.Substitute(p.expr, map[symbolic.ID]symbolic.ID{rel: s.Bool(truth == certify.Yes)}), nil
}

// sample returns a rational inside a piece.
func (p piece) sample() rational.Rat {
	var at float64
	switch {
	case p.left.infinity != 0 && p.right.infinity != 0:
		at = 0.25
	case p.left.infinity != 0:
		at = math.Floor(p.right.value.Lower()) - 1
	case p.right.infinity != 0:
		at = math.Ceil(p.left.value.Upper()) + 1
	default:
		at = p.left.value.Upper()/2 + p.right.value.Lower()/2
	}
	return rational.FromBig(new(big.Rat).SetFloat64(at))
}

// merged joins neighbours that are the same expression if the function has its
// value between them.
func (l *line) merged(root symbolic.ID, list []piece) ([]piece, error) {
	out := list[:1]
	for _, p := range list[1:] {
		last := &out[len(out)-1]
		// The expression may have no value in between, as x·exp(1/x) at 0, though one
		// can be computed.
		between := piece{left: p.left, right: p.left}
		if p.expr == last.expr && (!l.s.Depends(p.expr, l.x) || l.isContinuous(between, p.expr)) {
			if order, ok := l.compare(l.put(root, p.left.at), l.put(p.expr, p.left.at)); ok && order == 0 {
				last.right = p.right
				continue
			}
		}
		out = append(out, p)
	}
	return slices.Clip(out), nil
}
