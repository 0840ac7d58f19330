package taylor

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// smoothFormulas have rational coefficients at the points.
var smoothFormulas = []struct {
	text string
	at   rational.Rat
}{
	{"sin(tanh(x))*exp(x)", rational.Rat{}},
	{"log(1+exp(x))", rational.Rat{}},
	{"1/(1+exp(-x))", rational.Rat{}},
	{"sigmoid(3*x)*x^2-x/7", rational.Rat{}},
	{"1/(2+sin(3*x))", rational.Rat{}},
	{"1/(2+tanh(3*x))+1/(1+exp(x^2))", rational.Rat{}},
	{"3/(2/5-3*exp(x/7-1/7))+tan(x-1)", rational.Int(1)},
	{"(1+x)^(1/2)/(2-x)^3", rational.Int(3)},
	{"(4+x/3)^(3/2)", rational.Rat{}},
	{"(x^2+x+1)^(-5)*(1-x/5)^(2/3)", rational.Rat{}},
	{"exp(sin(x)+x^2)*cos(x/2)", rational.Rat{}},
	{"atan(x)/(1+x^2)", rational.Int(2)},
	{"sec(x)+tan(2*x)^2", rational.Rat{}},
	{"gelu_tanh(x)*0", rational.Rat{}},
	{"mish(x)*silu(x)", rational.Rat{}},
	{"abs(x)*relu(x-3)+floor(x)", rational.New(9, 2)},
	{"x^40+x^3", rational.Rat{}},
	{"(x-1)^7", rational.New(2, 3)},
	{"log(x)/x", rational.One},
	{"asinh(x)+atanh(x/3)", rational.Rat{}},
	{"1/(1-30*x)", rational.Rat{}},
	{"exp(x/1000)/(7+x)", rational.Rat{}},
	{"cosh(x)/sinh(x)", rational.Rat{}},
	{"softplus(x,3)", rational.Rat{}},
	{"sigmoid(sigmoid(x)-1/2)", rational.Rat{}},
}

// A program and the general way share no arithmetic.
func TestProgramsAgreeWithGeneralExpansion(t *testing.T) {
	used := 0
	for _, f := range smoothFormulas {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		formula, err := scope.Formula(f.text)
		if err != nil {
			t.Fatal(err)
		}
		const order = 24
		p, err := newPlan(scope, formula, scope.Store.Symbol("x"), Point{Value: scope.Store.Rational(f.at)})
		if err != nil {
			t.Fatal(err)
		}
		fast, err := p.run(order)
		if errors.Is(err, errNoProgram) {
			continue
		}
		used++
		var slow *series
		err = p.near(Both, order, func(g *germ) error {
			slow, err = g.whole(p.root, p.domain)
			return err
		})
		if err != nil {
			t.Errorf("%s: %v", f.text, err)
			continue
		}
		g := p.germ(Both, 1, order+1)
		for n := range order + 1 {
			if d := g.sub(fast.at(n), slow.at(n)); len(d) > 0 {
				t.Errorf("%s: coefficient %d is %v by the program, %v else", f.text, n, fast.at(n), slow.at(n))
				break
			}
		}
		if (fast.prec == exact) != (slow.prec == exact) {
			t.Errorf("%s: exact is %v by the program, %v else", f.text, fast.prec == exact, slow.prec == exact)
		}
	}
	if used < 18 {
		t.Errorf("only %d formulas have programs", used)
	}
}

// The bounds hold, and what they are bounds of has the denominators of the scale.
func TestBoundsAndScales(t *testing.T) {
	for _, f := range smoothFormulas {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		formula, err := scope.Formula(f.text)
		if err != nil {
			t.Fatal(err)
		}
		const order = 60
		p := newProgram(newValues(scope.Store, scope.Library), scope.Store.Sym("x"), scope.Store.Num(f.at))
		root, err := p.compile(formula.Expr.ID())
		if err != nil {
			continue
		}
		scales, err := p.scales()
		if err != nil {
			t.Errorf("%s: %v", f.text, err)
			continue
		}
		list, err := p.coefficients(root, order)
		if err != nil {
			t.Errorf("%s: %v", f.text, err)
			continue
		}
		den := rational.Int(int64(scales[root].e))
		for n, bound := range p.bounds(root, order) {
			if n > 0 {
				den = den.Mul(rational.Int(int64(n))).Mul(rational.Int(int64(scales[root].s)))
			}
			if !list[n].Mul(den).IsInt() {
				t.Errorf("%s: coefficient %d is %v, which times %v is no integer", f.text, n, list[n], den)
				break
			}
			if x := math.Log2(math.Abs(list[n].Float64())); x > bound {
				t.Errorf("%s: coefficient %d is 2^%v, the bound 2^%v", f.text, n, x, bound)
				break
			}
		}
	}
}

func TestResidues(t *testing.T) {
	for i := range primeSteps {
		p := prime(i)
		if i > 0 && p >= prime(i-1) {
			t.Errorf("prime %d is not less than the one before", i)
		}
		if math.Log2(float64(p)) < primeBits {
			t.Errorf("prime %d is too small", i)
		}
		if !new(big.Int).SetUint64(p).ProbablyPrime(0) { // certain below 2^64
			t.Errorf("%d is not prime", p)
		}
		for _, a := range []uint64{1, 2, p - 1, p / 3, 1 << 40} {
			if mulMod(a, inverseMod(a, p), p) != 1 {
				t.Errorf("1/%d mod %d is wrong", a, p)
			}
		}
	}
	// Numbers come back from their residues.
	for _, text := range []string{"0", "1", "-1", "123456789012345678901234567890", "-98765432109876543210987654321098765432109876543210"} {
		x, _ := new(big.Int).SetString(text, 10)
		need := (x.BitLen()+3)/58 + 1
		residues := make([]uint64, need)
		for j := range residues {
			residues[j] = new(big.Int).Mod(x, new(big.Int).SetUint64(prime(j))).Uint64()
		}
		digits := make([]uint64, need)
		negative := mixedRadix(residues, digits)
		z := new(big.Int)
		for i, w := range joinDigits(nil, digits, negative) {
			z.Add(z, new(big.Int).Lsh(new(big.Int).SetUint64(w), uint(64*i)))
		}
		if negative {
			z.Neg(z)
		}
		if z.Cmp(x) != 0 {
			t.Errorf("%v comes back as %v", x, z)
		}
	}
}
