package taylor

import (
	"math/big"
	"math/bits"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// forms have rational coefficients at 0 for U and V that have some; Z stands for what is
// 0 there.
var forms = []string{
	"exp(Z)", "sin(Z)", "cos(Z)", "tanh(Z)", "tan(Z)", "sinh(Z)", "atan(Z)", "asinh(Z)", "sigmoid(Z)", "log(1+Z)", "mish(Z)", "silu(U)",
	"(1+Z)^(1/2)", "(4-Z)^(-3/2)", "(8+Z)^(2/3)", "(2+Z)^(-5)", "(1+Z)^(11/3)", "1/(1+exp(Z))", "1/(3-Z)", "1/(1/6+Z)", "1/(2+sin(Z))",
	"U*V", "U+V/7", "U*exp(Z)", "U/(5+Z)", "U^3-V^2", "U*V-1/1000003",
}

// randomFormula returns forms put into each other.
func randomFormula(rng *rand.Rand, depth int) string {
	if depth == 0 {
		return []string{"x", "2*x", "x/3", "-x", "5*x/2", "x^2", "1+7*x"}[rng.IntN(7)]
	}
	var b strings.Builder
	for _, c := range forms[rng.IntN(len(forms))] {
		switch c {
		case 'U', 'V':
			b.WriteString("(" + randomFormula(rng, rng.IntN(depth)) + ")")
		case 'Z':
			b.WriteString("x*(" + randomFormula(rng, rng.IntN(depth)) + ")")
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// programOf compiles a formula at a point.
func programOf(t *testing.T, text string, at rational.Rat) (p *program, root int32, scales []scale, ok bool) {
	t.Helper()
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	formula, err := scope.Formula(text)
	if err != nil {
		t.Fatal(err)
	}
	p = newProgram(newValues(scope.Store, scope.Library), scope.Store.Sym("x"), scope.Store.Num(at))
	if root, err = p.compile(formula.Expr.ID()); err != nil {
		return p, 0, nil, false
	}
	scales, err = p.scales()
	return p, root, scales, err == nil
}

// Integers and residues share the scales, but no arithmetic.
func TestIntegersAgreeWithResidues(t *testing.T) {
	compare := func(text string, at rational.Rat, order int) bool {
		p, root, scales, ok := programOf(t, text, at)
		if !ok {
			return false
		}
		y, ok := p.newIntegers(order, scales)
		if !ok || !y.run(order) {
			return false
		}
		for r := range p.code {
			want, err := p.fromResidues(int32(r), order, scales[r])
			if err != nil {
				continue
			}
			for n, x := range y.coefficients(int32(r), order) {
				if !x.Equal(want[n]) {
					t.Fatalf("%s at %v: coefficient %d of register %d of %d is %v by integers, %v by residues", text, at, n, r, root, x, want[n])
				}
			}
		}
		return true
	}
	done := 0
	for _, f := range smoothFormulas {
		for _, order := range []int{1, 7, 30, maxBinomial} {
			if compare(f.text, f.at, order) {
				done++
			}
		}
	}
	rng := rand.New(rand.NewPCG(7, 1))
	points := []rational.Rat{{}, {}, rational.Half, rational.New(-1, 3), rational.Int(2)}
	for range 300 {
		if compare(randomFormula(rng, 1+rng.IntN(3)), points[rng.IntN(len(points))], 1+rng.IntN(40)) {
			done++
		}
	}
	if done < 200 {
		t.Errorf("only %d programs were compared", done)
	}
}

// The bounds hold for all registers of random programs.
func TestBoundsOfRandomPrograms(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	done := 0
	for range 200 {
		text := randomFormula(rng, 1+rng.IntN(3))
		p, _, scales, ok := programOf(t, text, rational.Rat{})
		if !ok {
			continue
		}
		const order = 24
		y, ok := p.newIntegers(order, scales)
		if !ok || !y.run(order) {
			continue
		}
		done++
		for r := range p.code {
			bounds := p.bounds(int32(r), order)
			for n, x := range y.coefficients(int32(r), order) {
				if !x.IsZero() && float64(x.Num().BitLen()-1-x.Denom().BitLen()) > bounds[n] {
					t.Fatalf("%s: coefficient %d of register %d is %v, more than 2^%v", text, n, r, x, bounds[n])
				}
			}
		}
	}
	if done < 100 {
		t.Errorf("only %d programs were compared", done)
	}
}

func TestBinomials(t *testing.T) {
	for n := range maxBinomial + 1 {
		for k := range n + 1 {
			if z := new(big.Int).Binomial(int64(n), int64(k)); !z.IsInt64() || z.Int64() != binomials[n][k] || z.BitLen() > 59 {
				t.Errorf("C(%d,%d) is %d", n, k, binomials[n][k])
			}
		}
	}
}

func TestTimesIntOverflows(t *testing.T) {
	for _, c := range []struct {
		a, b int64
		ok   bool
	}{{1 << 58, 31, true}, {1 << 58, -31, true}, {1 << 58, 32, false}, {1 << 58, -32, false}, {1 << 58, 1 << 40, false}, {0, 5, true}, {3, -7, true}} {
		if z, ok := timesInt(c.a, c.b); ok != c.ok || ok && z != c.a*c.b {
			t.Errorf("%d·%d is %d, %v", c.a, c.b, z, ok)
		}
	}
}

// valueOf returns an integer of an accumulator.
func (z *accumulator) valueOf(x *integer) *big.Int {
	y := new(big.Int)
	if x.size == 0 {
		return y
	}
	var one [1]uint64
	words := z.wordsOf(x, &one)
	for i := len(words) - 1; i >= 0; i-- {
		y.Lsh(y, 64).Or(y, new(big.Int).SetUint64(words[i]))
	}
	if y.Lsh(y, uint(x.twos)); x.sign < 0 {
		y.Neg(y)
	}
	return y
}

// randomInteger returns a number of at most n bits, often with runs of equal ones.
func randomInteger(rng *rand.Rand, n int) *big.Int {
	z := new(big.Int)
	for m := 1 + rng.IntN(n); z.BitLen() < m; {
		k := uint(1 + rng.IntN(64))
		z.Lsh(z, k)
		if rng.IntN(2) == 0 {
			z.Add(z, new(big.Int).SetUint64(1<<k-1))
		} else {
			z.Add(z, new(big.Int).SetUint64(rng.Uint64()>>(64-k)|1))
		}
	}
	z.Rsh(z, uint(max(0, z.BitLen()-n)))
	if rng.IntN(2) == 0 {
		z.Neg(z)
	}
	return z
}

// keepValue keeps a number that is not 0.
func (z *accumulator) keepValue(t *testing.T, v *big.Int) (x integer) {
	t.Helper()
	words := make([]uint64, 0, maxWords)
	for m := new(big.Int).Abs(v); m.Sign() > 0; m.Rsh(m, 64) {
		words = append(words, new(big.Int).And(m, new(big.Int).SetUint64(1<<64-1)).Uint64())
	}
	x.sign = int8(min(0, v.Sign()))
	if !z.keep(&x, words, trailingZeros(words)) {
		t.Fatalf("%v is too long", v)
	}
	return x
}

// Sums of products of random integers are those of package math/big, up to the longest
// ones, in both ways of adding them.
func TestAccumulatorAgreesWithMathBig(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 1))
	z := &accumulator{}
	y := &integers{}
	for range 1500 {
		z.words, y.sum.words = z.words[:0], y.sum.words[:0]
		size := []int{60, 130, 300, 64 * maxWords / 2}[rng.IntN(4)]
		n := 1 + rng.IntN(30)
		a, b := &integerRow{}, &integerRow{}
		var factors [64]int64
		want := new(big.Int)
		for k := range n + 1 {
			u, v := randomInteger(rng, size), randomInteger(rng, size-8)
			factors[k] = int64(rng.Uint64()) >> (2 + rng.IntN(61))
			if rng.IntN(4) > 0 {
				a.set(k, y.sum.keepValue(t, u))
			}
			if rng.IntN(4) > 0 {
				b.set(k, y.sum.keepValue(t, v))
			}
		}
		y.sum.base, z.base = 1<<30, 0
		y.lower(a, b, n, n)
		y.convolve(a, b, n, n, &factors)
		for k := range n + 1 {
			u, v := y.sum.valueOf(&a.x[k]), y.sum.valueOf(&b.x[n-k])
			want.Add(want, u.Mul(u, v).Mul(u, big.NewInt(factors[k])))
			if u.Sign() != 0 {
				x, w := z.keepValue(t, y.sum.valueOf(&a.x[k])), z.keepValue(t, y.sum.valueOf(&b.x[n-k]))
				z.add(factors[k], &x, &w)
			}
		}
		if want.BitLen() > 64*maxWords {
			if _, ok := y.sum.take(1); ok {
				t.Fatalf("a sum of %d bits is kept", want.BitLen())
			}
			y, z = &integers{}, &accumulator{}
			continue
		}
		x, _ := y.sum.take(1)
		if got := y.sum.valueOf(&x); got.Cmp(want) != 0 {
			t.Fatalf("the sum is %v, want %v", got, want)
		}
		x, _ = z.take(-1)
		if got := z.valueOf(&x); got.Neg(got).Cmp(want) != 0 {
			t.Fatalf("the sum is %v, want %v", got, want)
		}
	}
}

// A sum that is no multiple of the divisor is not divided.
func TestAccumulatorPanicsWhereScalesAreWrong(t *testing.T) {
	for _, d := range []int64{2, 3, -6, 1 << 40} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("7 is divided by %d", d)
				}
			}()
			z := &accumulator{}
			z.add(7, &one, &one)
			z.take(d)
		}()
	}
}

// Fractions come out in lowest terms, whatever the factors of the denominator.
func TestDenominators(t *testing.T) {
	rng := rand.New(rand.NewPCG(10, 1))
	for _, z := range []scale{
		{1, 1}, {2, 2}, {6, 1}, {1, 1000003}, {1000003, 1}, {1000003 * 3, 1000003 * 1009}, {1013 * 1013, 1013 * 5}, {1 << 40, 1 << 20}, {997 * 997, 15}, {1009 * 1013, 1009},
	} {
		const order = 80
		d := newDenominator(z, order)
		den := new(big.Int).SetUint64(z.e)
		for k := range uint64(order + 1) {
			if k > 0 {
				d.next()
				den.Mul(den, new(big.Int).SetUint64(k)).Mul(den, new(big.Int).SetUint64(z.s))
			}
			for range 8 {
				num := randomInteger(rng, 300)
				for range rng.IntN(6) { // common factors
					num.Mul(num, new(big.Int).SetUint64([]uint64{k + 1, z.s, z.e, 1009, 3, 1013}[rng.IntN(6)]))
				}
				acc := &accumulator{}
				x := acc.keepValue(t, num)
				want := rational.FromBig(new(big.Rat).SetFrac(num, den))
				var one [1]uint64
				got := d.under(acc.wordsOf(&x, &one), int(x.twos), x.sign < 0)
				if !got.Equal(want) || got.Hash() != want.Hash() {
					t.Fatalf("%v/%v is %v, want %v", num, den, got, want)
				}
			}
		}
	}
}

func TestOddPrimes(t *testing.T) {
	last := uint64(1)
	for _, g := range oddPrimes() {
		product := uint64(1)
		for _, q := range g.primes {
			for p := last + 2; p < q.p; p += 2 {
				if big.NewInt(int64(p)).ProbablyPrime(0) {
					t.Errorf("%d is missing", p)
				}
			}
			if last = q.p; !big.NewInt(int64(q.p)).ProbablyPrime(0) {
				t.Errorf("%d is not prime", q.p)
			}
			high, low := bits.Mul64(product, q.p)
			if product = low; high != 0 {
				t.Errorf("the product with %d is too large", q.p)
			}
			for x := range 3 * q.p {
				if q.divides(x) != (x%q.p == 0) {
					t.Errorf("%d divides %d: %v", q.p, x, q.divides(x))
				}
			}
		}
		if product != g.product {
			t.Errorf("the product up to %d is %d", last, g.product)
		}
	}
	if last != 997 {
		t.Errorf("the last prime is %d", last)
	}
}
