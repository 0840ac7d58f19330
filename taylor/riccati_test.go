package taylor

import (
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Random equations give the same by integers, by residues and term by term.
func TestRiccati(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 1))
	number := func() rational.Rat {
		return rational.New(rng.Int64N(21)-10, 1+rng.Int64N(12))
	}
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	byIntegers := 0
	for range 400 {
		in := instruction{op: opRiccati, value: number(), k: []rational.Rat{number(), number(), number()}}
		if rng.IntN(2) == 0 {
			in.k[1] = rational.Rat{}
		}
		if in.k[0].IsZero() || in.k[2].IsZero() {
			continue
		}
		p := newProgram(newValues(scope.Store, scope.Library), scope.Store.Sym("x"), symbolic.Zero)
		p.emit(instruction{op: opVariable}) // makes the scale that all share larger
		p.emit(instruction{op: opSum, terms: []int32{0}, k: []rational.Rat{number()}, constant: number()})
		p.emit(in)
		p.emit(instruction{op: opPower, terms: []int32{1}, exponent: rational.NegOne, value: rational.One})
		if p.code[1].value = p.code[1].constant; p.code[1].value.IsZero() {
			p.code = p.code[:3]
		} else {
			p.code[3].value = p.code[1].value.Inv()
		}
		n := 1 + rng.IntN(maxBinomial)
		want := []rational.Rat{in.value}
		for i := 1; i <= n; i++ {
			var sum rational.Rat
			if i == 1 {
				sum = in.k[0]
			} else {
				sum = in.k[1].Mul(want[i-1])
			}
			for k := 1; k < i-1; k++ {
				sum = sum.Add(in.k[2].Mul(want[k]).Mul(want[i-1-k]))
			}
			want = append(want, sum.Mul(rational.New(1, int64(i))))
		}
		compare := func(by string, got []rational.Rat) {
			for i, x := range got {
				if !x.Equal(want[i]) {
					t.Fatalf("coefficient %d of %v with %v is %v by %s, want %v", i, in.value, in.k, x, by, want[i])
				}
			}
		}
		scales, err := p.scales()
		if err != nil {
			continue
		}
		if y, ok := p.newIntegers(n, scales); ok && y.run(n) {
			byIntegers++
			compare("integers", y.coefficients(2, n))
		}
		if got, err := p.fromResidues(2, n, scales[2]); err == nil {
			compare("residues", got)
		}
		for i, bound := range p.bounds(2, n) {
			if x := want[i]; !x.IsZero() && float64(x.Num().BitLen()-1-x.Denom().BitLen()) > bound {
				t.Fatalf("coefficient %d of %v with %v is %v, more than 2^%v", i, in.value, in.k, x, bound)
			}
		}
	}
	if byIntegers < 100 {
		t.Errorf("only %d by integers", byIntegers)
	}
}

// What is no polynomial of degree 2 in a register is not taken for one.
func TestQuadratic(t *testing.T) {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, c := range []struct {
		text string
		want string
	}{
		{"1-tanh(x)^2", "1 + 0y + -1y²"}, {"tanh(x)*(3-2*tanh(x))", "0 + 3y + -2y²"}, {"(tanh(x)-1)*(tanh(x)+1/2)/3", "-1/6 + -1/6y + 1/3y²"}, {"tanh(x)", "0 + 1y + 0y²"},
		{"tanh(x)^3", ""}, {"tanh(x)^4", ""}, {"(1+tanh(x)^2)*tanh(x)", ""}, {"tanh(x)*x", ""}, {"1/tanh(x+1)", ""}, {"tanh(x)+exp(x)", ""},
	} {
		p := newProgram(newValues(scope.Store, scope.Library), scope.Store.Sym("x"), symbolic.Zero)
		y, err := scope.Formula("tanh(x)")
		if err != nil {
			t.Fatal(err)
		}
		of, err := p.node(y.Expr.ID())
		if err != nil {
			t.Fatal(err)
		}
		f, err := scope.Formula(c.text)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if r, err := p.node(f.Expr.ID()); err == nil {
			if k, ok := p.quadratic(r, of, 0); ok {
				got = k[0].String() + " + " + k[1].String() + "y + " + k[2].String() + "y²"
			}
		}
		if got != c.want {
			t.Errorf("%s is %q in tanh(x), want %q", c.text, got, c.want)
		}
	}
}
