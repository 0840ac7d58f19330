package claim

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// A search decides one claim.
type search struct {
	c           proof.Claim
	s           *symbolic.Store
	left, right symbolic.ID // the sides with derivatives carried out
	conds       []symbolic.ID
	program     *certify.Program // left, right, point conditions
	m           *sampler
	scratch     certify.Scratch
	base        *proof.Checker // of the region
	boxes       []interval.Float

	inside []certify.Point // points of the region
	agree  []certify.Point // where the sides may be equal
	differ []certify.Point // where the relation fails certainly
	limit  string

	repaired bool // an assumption was added
}

const (
	// firstPoints are looked at before a proof is looked for, morePoints
	// after one was not found. Of a claim with ten parameters one point in
	// fifty is in the region.
	firstPoints = 120
	morePoints  = 900
	// enough points of the region that agree make a proof likely.
	enough = 6
)

func newSearch(c proof.Claim) *search {
	return &search{c: c, s: c.Scope.Store}
}

func undecided(remark string) proof.Verdict {
	return proof.Verdict{Kind: proof.Undecided, Remark: remark}
}

// run decides the claim.
func (x *search) run() (proof.Verdict, error) {
	if x.c.Lost() {
		return undecided("a derivative cancelled when the formulas were read, and where it exists was not looked at"), nil
	}
	if v, err := x.compile(); err != nil || v.Kind != "" {
		return v, err
	}
	x.base = x.c.Checker()
	if x.base.Empty() {
		return undecided("the assumptions contradict each other, or no point has values on both sides"), nil
	}
	if x.probe(firstPoints) {
		return x.refuted(), nil
	}
	if len(x.inside) == 0 && x.climb() {
		return x.refuted(), nil
	}
	// An assumption that was added is a guess, which points show to be wrong at less
	// cost than a proof that is not found.
	if x.repaired && x.lookFurther() {
		return x.refuted(), nil
	}
	var v proof.Verdict
	var err error
	if v, err = x.prove(); err != nil || v.Kind != "" {
		return v, err
	}
	if len(x.differ) > 0 {
		return x.refuted(), nil
	}
	tried := len(x.inside) > 0
	if !x.repaired && x.lookFurther() {
		return x.refuted(), nil
	}
	if len(x.inside) == 0 {
		return undecided("no point was found at which both sides have values"), nil
	}
	if !tried {
		if v, err = x.prove(); err != nil || v.Kind != "" {
			return v, err
		}
	}
	v = undecided("neither a proof nor a point at which it fails was found")
	v.Limit = x.limit
	return v, nil
}

// compile carries out derivatives and makes the program of both sides.
func (x *search) compile() (v proof.Verdict, err error) {
	lib := x.c.Scope.Library
	carryOut := func(root symbolic.ID) (symbolic.ID, error) {
		put := map[symbolic.ID]symbolic.ID{}
		for _, id := range x.s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool { return x.s.Kind(id) != symbolic.Derivative }) {
			if x.s.Kind(id) == symbolic.Derivative {
				value, _, err := proof.Conditions(lib, x.s, id)
				if err != nil {
					return 0, err
				}
				put[id] = value
			}
		}
		return x.s.Substitute(root, put), nil
	}
	if x.left, err = carryOut(x.c.Left.Expr.ID()); err == nil {
		x.right, err = carryOut(x.c.Right.Expr.ID())
	}
	if err == nil {
		x.conds, err = x.c.PointConditions(nil)
	}
	var limit *symbolic.LimitError
	if errors.As(err, &limit) {
		return v, err
	}
	if err != nil {
		return undecided("a derivative could not be carried out"), nil
	}
	x.program = certify.Compile(lib, x.s, x.left, x.right, x.s.And(x.conds...))
	vars := x.program.Inputs()
	x.m = newSampler(x.c.Scope, vars, hintsOf(x.s, x.left, x.right, x.s.And(x.conds...)))
	return v, nil
}

// probe looks at so many points. It tells whether the relation fails at one
// of them, for certain.
func (x *search) probe(n int) bool {
	for range n {
		if len(x.agree) >= enough && n == firstPoints {
			return false
		}
		values := x.m.next()
		if x.look(values) {
			return true
		}
		if len(x.m.vars) == 0 {
			break
		}
	}
	return false
}

// lookFurther looks at more points, and at some with more precision.
func (x *search) lookFurther() bool { return x.probe(morePoints) || x.closer(4, thorough) }

// look evaluates both sides at a point, first in float64.
func (x *search) look(values []rational.Rat) bool {
	x.boxes = boxes(values, x.boxes)
	z := x.program.Float(x.boxes, &x.scratch)
	region := z[2].Truth
	if region == certify.No || region == certify.Undefined {
		return false
	}
	l, r := z[0].Real, z[1].Real
	certain := region == certify.Yes && l.Decoration() >= interval.Defined && r.Decoration() >= interval.Defined
	if certain && len(x.differ) > 0 && fails(x.c.Rel, order(l, r)) {
		x.differ = append(x.differ, x.m.point(values))
		return true
	}
	if certain && !fails(x.c.Rel, order(l, r)) {
		x.inside = append(x.inside, x.m.point(values))
		x.agree = append(x.agree, x.inside[len(x.inside)-1])
		return false
	}
	if !certain && len(x.inside) > enough {
		return false
	}
	return x.lookExactly(x.m.point(values))
}

// order compares intervals: what is certain of l and r.
func order(l, r interval.Float) certify.Order {
	switch {
	case l.Upper() < r.Lower():
		return certify.Less
	case l.Lower() > r.Upper():
		return certify.Greater
	}
	return certify.Undecided
}

// fails tells whether a relation fails where the sides compare so.
func fails(rel symbolic.Rel, o certify.Order) bool {
	switch rel {
	case symbolic.Equal:
		return o == certify.Less || o == certify.Greater
	case symbolic.NotEqual:
		return o == certify.Equal
	case symbolic.Less:
		return o == certify.Greater || o == certify.Equal
	}
	return o == certify.Greater
}

// quick bounds the effort at points of which there are many.
var quick = certify.Options{MaxPrec: 512, Budget: 1 << 16}

// lookExactly compares the sides at an exact point.
func (x *search) lookExactly(at certify.Point) bool {
	if t, _ := x.program.Holds(2, at, quick); t != certify.Yes {
		return false
	}
	return x.compare(at, quick)
}

// compare compares the sides at a point of the region.
func (x *search) compare(at certify.Point, o certify.Options) bool {
	z := x.program.Compare(0, 1, at, o)
	if z.Order == certify.NoValue {
		return false
	}
	x.inside = append(x.inside, at)
	if fails(x.c.Rel, z.Order) {
		x.differ = append(x.differ, at)
		return true
	}
	x.agree = append(x.agree, at)
	return false
}

// smallProgram is the number of instructions up to which sides are compared
// with more precision before a proof is looked for.
const smallProgram = 60

// thorough bounds the effort at the last few points.
var thorough = certify.Options{MaxPrec: 2048, Budget: 1 << 19}

// closer compares the sides with more precision at up to n points of the
// region.
func (x *search) closer(n int, o certify.Options) bool {
	for i, at := range x.inside {
		if i == n {
			break
		}
		z := x.program.Compare(0, 1, at, o)
		if fails(x.c.Rel, z.Order) {
			x.differ = append(x.differ, at)
			return true
		}
	}
	return false
}

// refuted is the verdict with a point at which the claim fails.
func (x *search) refuted() proof.Verdict {
	x.gather()
	at := x.simplest()
	v := proof.Verdict{Kind: proof.Refuted}
	z := x.program.Compare(0, 1, at, certify.Options{})
	v.Left, v.Right = z.Sides()
	for _, id := range x.m.vars {
		v.Witness = append(v.Witness, proof.Coordinate{Variable: x.s.Expr(id), Value: x.s.Expr(at[id])})
	}
	v.HoldsIf = x.holdsIf()
	return v
}

// prove looks for a proof. The verdict has no kind if there is none.
func (x *search) prove() (proof.Verdict, error) {
	if len(x.inside) == 0 {
		return proof.Verdict{}, nil
	}
	if x.c.Rel != symbolic.Equal {
		return x.proveRelation()
	}
	p, err := x.proofOf(x.c, x.base, 0)
	if p == nil || err != nil {
		return proof.Verdict{}, err
	}
	return x.replayed(p)
}

// maxZeros bounds the nesting of proofs for where symbols are 0.
const maxZeros = 4

// proofOf looks for a proof of an equation, with a checker for its region; nil
// is none.
func (x *search) proofOf(c proof.Claim, checker *proof.Checker, depth int) (*proof.Proof, error) {
	if depth > maxZeros {
		return nil, nil
	}
	p := &proof.Proof{}
	if checker.Empty() && depth > 0 {
		return p, nil
	}
	var ok bool
	if p.Except, checker, ok = x.exceptions(c, checker); !ok {
		return nil, nil
	}
	var zeros [][]symbolic.ID
	if len(p.Except) > 0 {
		if zeros, ok = c.Zeros(p.Except); !ok {
			return nil, nil
		}
	}
	l, r := c.Left.Expr.ID(), c.Right.Expr.ID()
	prover := simplify.NewProver(checker, c.Scope.Library)
	found, err := prover.Quickly(l, r)
	if !found && !isStop(err) {
		if depth == 0 && x.program.Len() <= smallProgram && x.closer(1, quick) {
			return nil, nil
		}
		found, err = prover.Equal(l, r)
	}
	var limit *poly.LimitError
	if errors.As(err, &limit) {
		x.limit, err = limit.Limit, nil
	}
	if err != nil || !found {
		return nil, err
	}
	p.Steps = checker.Steps()
	for _, symbols := range zeros {
		z := c.Zero(symbols)
		q, err := x.proofOf(z, z.Checker(), depth+1)
		if q == nil || err != nil {
			return nil, err
		}
		p.Zeros = append(p.Zeros, proof.Zero{Symbols: symbols, Proof: q})
	}
	return p, nil
}

// replayed is the verdict of a proof, without the steps that are not needed.
// Now and then a condition follows from a part that only such a step brought
// in; then they stay.
func (x *search) replayed(p *proof.Proof) (proof.Verdict, error) {
	v, err := x.replay(proof.Pruned(x.c, p))
	if err == nil && v.Kind == "" {
		v, err = x.replay(p)
	}
	return v, err
}

func (x *search) replay(p *proof.Proof) (proof.Verdict, error) {
	for _, at := range x.inside {
		p.Point = at
		v, err := proof.Check(x.c, p)
		var limit *symbolic.LimitError
		if errors.As(err, &limit) {
			return v, err
		}
		if err == nil {
			v.Proof = p
			return v, nil
		}
		if !proof.IsPoint(err) {
			break
		}
	}
	return proof.Verdict{}, nil
}

// isStop tells whether an error ends the search.
func isStop(err error) bool {
	var limit *symbolic.LimitError
	return errors.As(err, &limit)
}

// exceptions returns the conditions of derivatives that do not follow from the
// region, and a checker for the rest of it. Where some are left out, others may not be
// seen to follow any more.
func (x *search) exceptions(c proof.Claim, checker *proof.Checker) (except []symbolic.ID, rest *proof.Checker, ok bool) {
	var conds []symbolic.ID
	for _, side := range []symbolic.ID{c.Left.Expr.ID(), c.Right.Expr.ID()} {
		if x.s.Kind(side) != symbolic.Derivative {
			continue
		}
		_, more, err := proof.Conditions(x.c.Scope.Library, x.s, side)
		if err != nil {
			return nil, nil, false
		}
		conds = append(conds, more...)
	}
	known := assume.New(c.Scope)
	for {
		n := len(except)
		conds = slices.DeleteFunc(conds, func(cond symbolic.ID) bool {
			if checker.Holds(cond) {
				return false
			}
			except = append(except, x.exception(known, cond))
			return true
		})
		if len(except) == n {
			return except, checker, true
		}
		checker = c.Checker(except...)
	}
}

// exception returns a condition that implies another one, and that proofs can be made
// with: of alternatives the one without functions in pieces, if there is one.
func (x *search) exception(known *assume.Facts, cond symbolic.ID) symbolic.ID {
	s := x.s
	if s.Kind(cond) != symbolic.Or {
		return cond
	}
	cond = known.Reduce(s.Expr(cond)).ID()
	if s.Kind(cond) != symbolic.Or {
		return cond
	}
	inPieces := func(id symbolic.ID) bool {
		return slices.ContainsFunc(s.Postorder(id), func(id symbolic.ID) bool {
			return s.Kind(id) == symbolic.If || s.Kind(id) == symbolic.Apply && s.Function(id).IsPiecewise()
		})
	}
	if ops := s.Operands(cond); inPieces(cond) {
		if i := slices.IndexFunc(ops, func(id symbolic.ID) bool { return !inPieces(id) }); i >= 0 {
			return ops[i]
		}
	}
	return cond
}
