package proof_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A sampled is a claim with points that are certainly in its region. It looks
// at equations with intervals, and at derivatives with package diff, so that
// it shares nothing with the checker but the kernels.
type sampled struct {
	proof.Claim
	s      *symbolic.Store
	points []certify.Point
}

// quick bounds the effort at a point.
var quick = certify.Options{MaxPrec: 256, Budget: 1 << 14}

// sample looks for points of a region, the same ones on every run.
func sample(c proof.Claim, except []symbolic.ID, wanted int) sampled {
	z := sampled{Claim: c, s: c.Scope.Store}
	conds, err := c.PointConditions(except)
	if err != nil {
		return z
	}
	roots := append(slices.Clone(conds), c.Left.Expr.ID(), c.Right.Expr.ID())
	free := slices.DeleteFunc(z.s.FreeSymbols(roots...), func(x symbolic.ID) bool { return isArray(z.s, x, roots) })
	program := certify.Compile(c.Scope.Library, z.s, z.s.And(conds...), z.withoutDerivatives(c.Left), z.withoutDerivatives(c.Right))
	rng := rand.New(rand.NewPCG(3, 4))
	for range 40 * wanted {
		at := certify.Point{}
		for _, x := range free {
			at[x] = z.s.Num(draw(rng, c.Scope.Types[z.s.Name(x)]))
		}
		t, _ := program.Holds(0, at, quick)
		if t == certify.Yes && program.Compare(1, 2, at, quick).Order != certify.NoValue { // a sum to 1/2 has none
			z.points = append(z.points, at)
		}
		if len(z.points) == wanted {
			break
		}
	}
	return z
}

// withoutDerivatives is 0 where a side has derivatives that package diff does
// not carry out.
func (z *sampled) withoutDerivatives(side read.Formula) symbolic.ID {
	if id, ok := z.carriedOut(side.Expr.ID()); ok {
		return id
	}
	return symbolic.Zero
}

// isArray tells whether a symbol is an array: it has no value, but its entries
// have.
func isArray(s *symbolic.Store, x symbolic.ID, roots []symbolic.ID) bool {
	return slices.ContainsFunc(s.Postorder(roots...), func(id symbolic.ID) bool {
		return s.Kind(id) == symbolic.Index && s.Operands(id)[0] == x
	})
}

// draw returns a number, often a special or a large one.
func draw(rng *rand.Rand, t read.Type) rational.Rat {
	if t == read.Integer {
		return rational.Int(rng.Int64N(9) - 4)
	}
	switch rng.IntN(4) {
	case 0:
		return rational.New(rng.Int64N(7)-3, 1+rng.Int64N(2))
	case 1:
		return rational.New(rng.Int64N(2001)-1000, 1+rng.Int64N(60))
	}
	return rational.New(rng.Int64N(257)-128, 64)
}

// fails returns a point at which a relation certainly fails, or at which a
// side certainly has no value.
func (z *sampled) fails(x symbolic.ID, rel symbolic.Rel, y symbolic.ID, where ...symbolic.ID) (certify.Point, certify.Order) {
	roots := []symbolic.ID{z.s.And(where...), x, y}
	for i, r := range roots {
		var ok bool
		if roots[i], ok = z.carriedOut(r); !ok {
			return nil, certify.Undecided
		}
	}
	program := certify.Compile(z.Scope.Library, z.s, roots...)
	for _, at := range z.points {
		if t, _ := program.Holds(0, at, quick); t != certify.Yes {
			continue
		}
		o := program.Compare(1, 2, at, quick).Order
		bad := o == certify.NoValue
		switch rel {
		case symbolic.Equal:
			bad = bad || o == certify.Less || o == certify.Greater
		case symbolic.NotEqual:
			bad = bad || o == certify.Equal
		case symbolic.Less:
			bad = bad || o == certify.Greater || o == certify.Equal
		case symbolic.LessEqual:
			bad = bad || o == certify.Greater
		}
		if bad {
			return at, o
		}
	}
	return nil, certify.Undecided
}

// carriedOut carries out derivatives by package diff.
func (z *sampled) carriedOut(root symbolic.ID) (symbolic.ID, bool) {
	put := map[symbolic.ID]symbolic.ID{}
	for _, id := range z.s.Postorder(root) { // inner ones come first
		if z.s.Kind(id) != symbolic.Derivative {
			continue
		}
		ops := z.s.Operands(id)
		n, ok := int64(0), z.s.Kind(ops[2]) == symbolic.Number && ops[1] == ops[3]
		if ok {
			n, ok = z.s.Number(ops[2]).Int64()
		}
		if !ok || n > 4 {
			return root, false
		}
		body := read.Formula{Expr: z.s.Expr(z.s.Substitute(ops[0], put)), Domain: z.s.Expr(symbolic.True)}
		d, err := diff.Derivative(body, z.s.Expr(ops[1]), int(n), diff.Options{})
		if err != nil {
			return root, false
		}
		put[id] = d.Partials[0].ID()
	}
	return z.s.Substitute(root, put), true
}

// A false equation is seen, and one without values.
func TestSamplesSeeWhatIsFalse(t *testing.T) {
	for _, c := range []struct {
		line  string
		right bool
	}{
		{"diff(x^2*sin(x), x) = 2*x*sin(x)+x^2*cos(x)", true},
		{"diff(x^2*sin(x), x) = 2*x*sin(x)", false},
		{"x < x+1", true},
		{"abs(x) > x", false},
		{"x = x | x < 0", true},
		{"abs(x) = x | x > 0", true},
		{"abs(x) = x", false},
	} {
		claims, err := statement(t, c.line).Claims(read.NewScope(symbolic.NewStore(), read.Default()))
		if err != nil {
			t.Fatal(err)
		}
		z := sample(claims[0], nil, 12)
		if len(z.points) < 12 {
			t.Errorf("%s: %d points", c.line, len(z.points))
		}
		if at, _ := z.fails(z.Left.Expr.ID(), z.Rel, z.Right.Expr.ID()); (at == nil) != c.right {
			t.Errorf("%s: fails at %v", c.line, at)
		}
	}
	claims, err := statement(t, "x = x").Claims(read.NewScope(symbolic.NewStore(), read.Default()))
	if err != nil {
		t.Fatal(err)
	}
	z := sample(claims[0], nil, 12)
	x := z.Left.Expr.ID()
	root := z.s.Pow(x, z.s.Num(rational.Half))
	if at, o := z.fails(z.s.Mul(root, root), symbolic.Equal, x); at != nil {
		t.Errorf("the constructors make %v at %v", o, at) // sqrt(x)^2 is x
	}
	if at, o := z.fails(root, symbolic.Equal, root); at == nil || o != certify.NoValue {
		t.Errorf("sqrt(x) has a value everywhere")
	}
}
