package symbolic

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
)

// show writes a node as an s-expression, for tests only.
func show(s *Store, root ID) string {
	text := map[ID]string{}
	for _, id := range s.Postorder(root) {
		switch s.Kind(id) {
		case Number:
			text[id] = s.Number(id).String()
		case Symbol, Constant:
			text[id] = s.Name(id)
		case Boolean:
			text[id] = fmt.Sprint(id == True)
		default:
			var parts []string
			for _, o := range s.Operands(id) {
				parts = append(parts, text[o])
			}
			head := s.Kind(id).String()
			if n := s.Name(id); n != "" {
				head = n
			}
			text[id] = head + "(" + strings.Join(parts, " ") + ")"
		}
	}
	return text[root]
}

var (
	testSin  = &function.Row{Name: "sin", Params: []function.Param{{Name: "u"}}, Parity: function.Odd, Values: []function.Value{{Args: "0", Result: "0"}, {Args: "pi/6", Result: "1/2"}, {Args: "pi", Result: "0"}}}
	testCos  = &function.Row{Name: "cos", Params: []function.Param{{Name: "u"}}, Parity: function.Even, Values: []function.Value{{Args: "0", Result: "1"}}}
	testMax  = &function.Row{Name: "max", Params: []function.Param{{Name: "u"}, {Name: "v"}}, Variadic: true, Exact: exactMax}
	testDist = &function.Row{Name: "delta", Params: []function.Param{{Name: "u"}, {Name: "v"}}, Symmetric: true}
)

func exactMax(a []rational.Rat) (rational.Rat, bool) {
	if len(a) == 0 {
		return rational.Rat{}, false
	}
	m := a[0]
	for _, x := range a {
		if x.Cmp(m) > 0 {
			m = x
		}
	}
	return m, true
}

func TestCanonicalForm(t *testing.T) {
	s := NewStore()
	x, y, n := s.Sym("x"), s.Sym("y"), s.Sym("n")
	two, half := s.Int(2), s.Num(rational.Half)
	third := s.Num(rational.New(1, 3))
	sq := func(a ID) ID { return s.Pow(a, two) }
	root := func(a ID) ID { return s.Pow(a, half) }
	sin := func(a ID) ID { return s.Apply(s.Func(testSin), a) }
	cos := func(a ID) ID { return s.Apply(s.Func(testCos), a) }
	maximum := func(a ...ID) ID { return s.Apply(s.Func(testMax), a...) }
	for _, c := range []struct {
		name      string
		got, want ID
	}{
		{"x/x", s.Div(x, x), One},
		{"x-x", s.Sub(x, x), Zero},
		{"x+x", s.Add(x, x), s.Mul(two, x)},
		{"x+y", s.Add(x, y), s.Add(y, x)},
		{"x+(y+x)", s.Add(x, s.Add(y, x)), s.Add(s.Mul(two, x), y)},
		{"x-(x+y)", s.Sub(x, s.Add(x, y)), s.Neg(y)},
		{"x+2(x+y)", s.Add(x, s.Mul(two, s.Add(x, y))), s.Add(s.Mul(s.Int(3), x), s.Mul(two, y))},
		{"--x", s.Neg(s.Neg(x)), x},
		{"x*y*x", s.Mul(x, y, x), s.Mul(sq(x), y)},
		{"(x*y)^2", sq(s.Mul(x, y)), s.Mul(sq(x), sq(y))},
		{"(x^n)^2", sq(s.Pow(x, n)), s.Pow(x, s.Mul(two, n))},
		{"x^n*x^-n", s.Mul(s.Pow(x, n), s.Pow(x, s.Neg(n))), One},
		{"x^0", s.Pow(x, Zero), One},
		{"0^0", s.Pow(Zero, Zero), One},
		{"(x^(1/2))^2", sq(root(x)), x},
		{"(x^3)^(1/3)", s.Pow(s.Pow(x, s.Int(3)), third), x},
		{"(4x)^(1/2)", root(s.Mul(s.Int(4), x)), s.Mul(two, root(x))},
		{"sqrt(xy)^2", sq(root(s.Mul(x, y))), s.Mul(x, y)},
		{"sqrt(xy)*sqrt(xy)", s.Mul(root(s.Mul(x, y)), root(s.Mul(x, y))), s.Mul(x, y)},
		{"z*sqrt(xy)*sqrt(xy)", s.Mul(n, root(s.Mul(x, y)), root(s.Mul(x, y))), s.Mul(n, x, y)},
		{"x*2^(1/2)*2^(1/2)", s.Mul(x, root(two), root(two)), s.Mul(two, x)},
		{"sqrt(4)", root(s.Int(4)), two},
		{"sqrt(12)", root(s.Int(12)), s.Mul(two, root(s.Int(3)))},
		{"sqrt(1/2)", root(half), s.Mul(half, root(two))},
		{"sqrt2*sqrt3", s.Mul(root(two), root(s.Int(3))), root(s.Int(6))},
		{"sqrt2*sqrt6", s.Mul(root(two), root(s.Int(6))), s.Mul(two, root(s.Int(3)))},
		{"sqrt2*sqrt2", s.Mul(root(two), root(two)), two},
		{"8^(1/3)", s.Pow(s.Int(8), third), two},
		{"4^(1/3)", s.Pow(s.Int(4), third), s.Pow(two, s.Num(rational.New(2, 3)))},
		{"1/sqrt2*x", s.Div(x, root(two)), s.Mul(half, root(two), x)},
		{"2^(x+1)", s.Pow(two, s.Add(x, One)), s.Mul(two, s.Pow(two, x))},
		{"2^x*2^y", s.Mul(s.Pow(two, x), s.Pow(two, y)), s.Pow(two, s.Add(x, y))},
		{"0*x", s.Mul(Zero, x), Zero},
		{"sin(-x)", sin(s.Neg(x)), s.Neg(sin(x))},
		{"cos(-2x)", cos(s.Mul(s.Int(-2), x)), cos(s.Mul(two, x))},
		{"sin(pi/6)", sin(s.Div(s.Pi(), s.Int(6))), half},
		{"max", maximum(x, two, maximum(y, s.Int(3), x)), maximum(y, x, s.Int(3))},
		{"max of one", maximum(x, x), x},
		{"1 < 2", s.Relate(Less, One, two), True},
		{"x <= x", s.Relate(LessEqual, x, x), True},
		{"not x < y", s.Not(s.Relate(Less, x, y)), s.Relate(LessEqual, y, x)},
		{"de Morgan", s.Not(s.And(s.Relate(Less, x, y), s.Relate(Equal, x, n))), s.Or(s.Relate(LessEqual, y, x), s.Relate(NotEqual, x, n))},
		{"and true", s.And(True, s.Relate(Less, x, y)), s.Relate(Less, x, y)},
		{"or true", s.Or(s.Relate(Less, x, y), True), True},
		{"if true", s.If(True, x, y), x},
		{"if same", s.If(s.Relate(Less, x, y), x, x), x},
		{"delta", s.Apply(s.Func(testDist), x, y), s.Apply(s.Func(testDist), y, x)},
		{"empty sum", s.SumOver(n, two, One, x), Zero},
	} {
		if c.got != c.want {
			t.Errorf("%s = %s, want %s", c.name, show(s, c.got), show(s, c.want))
		}
	}
}

// Forms that must not be merged, since the value would change somewhere.
func TestConstructorsKeepValues(t *testing.T) {
	s := NewStore()
	x, n, two, half := s.Sym("x"), s.Sym("n"), s.Int(2), s.Num(rational.Half)
	for _, c := range []struct {
		name string
		id   ID
		kind Kind
	}{
		{"sqrt(x^2)", s.Pow(s.Pow(x, two), half), Power},
		{"(x^n)^(1/2)", s.Pow(s.Pow(x, n), half), Power},
		{"(-8)^(1/3)", s.Pow(s.Int(-8), s.Num(rational.New(1, 3))), Power},
		{"1/0", s.Pow(Zero, NegOne), Power},
		{"0^n", s.Pow(Zero, n), Power},
		{"3*0^n", s.Mul(s.Int(3), s.Pow(Zero, n)), Product},
		{"0*(1/0)", s.Mul(Zero, s.Pow(Zero, NegOne)), Power},
		{"9^9^9^9", s.Pow(s.Int(9), s.Pow(s.Int(9), s.Pow(s.Int(9), s.Int(9)))), Power},
		{"(-x)^(1/2)", s.Pow(s.Neg(x), half), Power},
		{"2*(x+n)", s.Mul(two, s.Add(x, n)), Product},
	} {
		if s.Kind(c.id) != c.kind {
			t.Errorf("%s = %s, want a %v", c.name, show(s, c.id), c.kind)
		}
	}
}

func TestSumsAndProductsDoNotDependOnOrder(t *testing.T) {
	s := NewStore()
	rng := rand.New(rand.NewPCG(1, 1))
	var parts []ID
	for i := range 40 {
		parts = append(parts, s.Pow(s.Sym(fmt.Sprint("x", i%13)), s.Num(rational.New(int64(i%5)-2, 1+int64(i%2)))))
	}
	sum, product := s.Add(parts...), s.Mul(parts...)
	for range 100 {
		rng.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		k := rng.IntN(len(parts))
		if z := s.Add(s.Add(parts[:k]...), s.Add(parts[k:]...)); z != sum {
			t.Fatalf("sum depends on order:\n%s\n%s", show(s, z), show(s, sum))
		}
		if z := s.Mul(s.Mul(parts[:k]...), s.Mul(parts[k:]...)); z != product {
			t.Fatalf("product depends on order:\n%s\n%s", show(s, z), show(s, product))
		}
	}
}

// The order of operands is the same in a store in which everything was
// created in another order.
func TestOrderDoesNotDependOnCreation(t *testing.T) {
	build := func(names ...string) string {
		s := NewStore()
		for _, n := range names {
			s.Sym(n)
		}
		return show(s, s.Add(s.Mul(s.Sym("a"), s.Sym("b")), s.Sym("c"), s.Pow(s.Sym("d"), s.Int(3))))
	}
	if a, b := build("a", "b", "c", "d"), build("d", "c", "b", "a"); a != b {
		t.Errorf("%s and %s", a, b)
	}
	call := func(names ...string) string {
		s := NewStore()
		for _, n := range names {
			s.Unspecified(n)
		}
		var terms []ID
		for _, n := range []string{"f", "g", "h", "p"} {
			terms = append(terms, s.Apply(s.Unspecified(n), s.Sym("x")))
		}
		return show(s, s.Add(append(terms, s.Mul(terms...))...))
	}
	if a, b := call("f", "g", "h", "p"), call("p", "h", "g", "f"); a != b {
		t.Errorf("%s and %s", a, b)
	}
}

func TestLargeSumAndDeepNesting(t *testing.T) {
	s := NewStore()
	b := s.NewSum()
	for i := range 1_000_000 {
		b.AddScaled(s.Sym(fmt.Sprint("x", i)), rational.Int(int64(i+1)))
	}
	sum := b.Sum()
	if n := s.Expr(sum).Len(); n != 1_000_000 {
		t.Fatalf("%d terms", n)
	}
	deep := s.Sym("x")
	f := s.Func(testSin)
	for range 100_000 {
		deep = s.Apply(f, s.Add(deep, One))
	}
	if n := len(s.FreeSymbols(deep, sum)); n != 1_000_001 {
		t.Errorf("%d free symbols", n)
	}
	moved := s.Substitute(deep, map[ID]ID{s.Sym("x"): s.Sym("y")})
	if back := s.Substitute(moved, map[ID]ID{s.Sym("y"): s.Sym("x")}); back != deep || moved == deep {
		t.Error("substitution there and back")
	}
	other := NewStore()
	if c := s.Import(other, other.Import(s, deep, nil), nil); c != deep {
		t.Error("copy there and back")
	}
}

// A dummy that is renamed gets a name that a binder inside may have as well.
func TestRenamedDummiesAreNotCaptured(t *testing.T) {
	s := NewStore()
	v, j := s.Sym("v"), s.Sym("j")
	fresh := s.FreshDummy("j", v, j)
	body := s.Add(s.Mul(j, fresh), v)
	e := s.SumOver(j, One, s.Int(2), s.SumOver(fresh, One, s.Int(2), body))
	for name, z := range map[string]ID{"substituted": s.Substitute(e, map[ID]ID{v: j}), "renamed": s.RenameDummies(e, []ID{j})} {
		outer := s.Operands(z)
		inner := s.Operands(outer[3])
		if outer[0] == inner[0] || !s.Depends(inner[3], outer[0]) || !s.Depends(inner[3], inner[0]) {
			t.Errorf("%s: the indices have become one", name)
		}
	}
}

func TestSubstitutionRespectsBinders(t *testing.T) {
	s := NewStore()
	i, j, n, x := s.Sym("i"), s.Sym("j"), s.Sym("n"), s.Sym("x")
	a := s.Sym("a")
	sum := s.SumOver(i, One, n, s.Mul(s.Index(a, i), x))
	if free := s.Exprs(s.FreeSymbols(sum)); len(free) != 3 || s.Depends(sum, i) {
		t.Errorf("free symbols %v", free)
	}
	if z := s.Substitute(sum, map[ID]ID{i: j}); z != sum {
		t.Errorf("a dummy was replaced: %s", show(s, z))
	}
	z := s.Substitute(sum, map[ID]ID{x: i}) // i must not be captured
	if s.Depends(z, i) == false || z == s.SumOver(i, One, n, s.Mul(s.Index(a, i), i)) {
		t.Errorf("capture: %s", show(s, z))
	}
	d := s.Derivative(s.Pow(x, n), x, One, x)
	if z := s.Substitute(d, map[ID]ID{x: j}); z != s.Derivative(s.Pow(x, n), x, One, j) {
		t.Errorf("substitution in a derivative acts on the point only: %s", show(s, z))
	}
	if z := s.Substitute(d, map[ID]ID{n: x}); s.Operands(z)[1] == x {
		t.Errorf("capture by the variable of a derivative: %s", show(s, z))
	}
}

func TestLimitsAreErrors(t *testing.T) {
	try := func(l Limits, f func(s *Store)) (err error) {
		defer Catch(&err)
		f(NewStoreLimits(l))
		return nil
	}
	for what, err := range map[string]error{
		"nodes": try(Limits{Nodes: 100}, func(s *Store) {
			for i := range 200 {
				s.Sym(fmt.Sprint(i))
			}
		}),
		"number bits": try(Limits{NumberBits: 100}, func(s *Store) {
			x := s.Int(1 << 40)
			s.Mul(x, x, x)
		}),
		"operands": try(Limits{Operands: 100}, func(s *Store) {
			for i := range int64(200) {
				s.Pow(s.Sym("x"), s.Int(i))
			}
		}),
	} {
		if l, ok := err.(*LimitError); !ok || l.Limit != what {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func BenchmarkNewNode(b *testing.B) {
	s := NewStore()
	x, y := s.Sym("x"), s.Sym("y")
	e := s.Add(x, y)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i&(1<<20-1) == 0 {
			s = NewStore()
			x, y = s.Sym("x"), s.Sym("y")
			e = s.Add(x, y)
		}
		e = s.Mul(s.Add(e, x), y)
		if i&15 == 0 {
			e = s.Add(x, y)
		}
	}
}

func BenchmarkSumOfProducts(b *testing.B) {
	s := NewStore()
	x, y, z := s.Sym("x"), s.Sym("y"), s.Sym("z")
	b.ReportAllocs()
	for i := int64(0); b.Loop(); i++ {
		if i&(1<<16-1) == 0 {
			s = NewStore()
			x, y, z = s.Sym("x"), s.Sym("y"), s.Sym("z")
		}
		s.Add(s.Mul(s.Int(i), x, y), s.Mul(s.Int(i+1), s.Pow(x, s.Int(i&31)), z))
	}
}

// Numbers that become large are added like with like; their sum is that of any
// order.
func TestSumsOfManyLargeNumbers(t *testing.T) {
	for _, n := range []int64{1, 2, 3, 20, 47, 48, 49, 100, 777} {
		s := NewStore()
		b := s.NewSum()
		want := new(big.Rat)
		for k := range n {
			x := rational.New(1-2*(k%2), k+1)
			b.AddNumber(x)
			want.Add(want, x.Big())
		}
		if got := s.Number(b.Sum()).Big(); got.Cmp(want) != 0 {
			t.Errorf("%d terms: %v, want %v", n, got, want)
		}
	}
}
