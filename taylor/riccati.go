package taylor

import (
	"math"
	"math/bits"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Functions such as tanh and sigmoid, whose derivative is a polynomial of degree 2 in
// the function itself, obey an equation of Riccati when their argument is linear:
//
//	y = y_0 + v,  v' = g_0 + g_1·v + g_2·v²
//
// Up to the order maxBinomial the derivatives at 0 come from the derivative polynomials
// P_n, where the n-th derivative of v is P_n(v): in integers, for v = g_0·w and a scale m
// such that a = m·g_1 and b = m²·g_0·g_2 are integers,
//
//	R_(n+1),j = (j+1)·R_n,(j+1) + a·j·R_n,j + b·(j-1)·R_n,(j-1),  y⁽ⁿ⁾(0) = g_0·R_n,0/m^(n-1)
//
// which are products with numbers of one word, half of them where a is 0 (M. Hoffman,
// Derivative polynomials for tangent and secant, Amer. Math. Monthly 102, 1995).

// autonomous makes a call with one derivative an equation of Riccati if it is one.
func (p *program) autonomous(r int32) {
	in := &p.code[r]
	if in.op != opCall || len(in.slopes) != 1 || in.offset != symbolic.Zero {
		return
	}
	x, m, _ := p.affine(in.terms[0])
	f, ok := p.quadratic(in.slopes[0], r, 0)
	if p.code[x].op != opVariable || !ok {
		return
	}
	p.riccati(r, m, f)
}

// riccati makes y' = m·(f[0] + f[1]·y + f[2]·y²) of a register whose value is known.
func (p *program) riccati(r int32, m rational.Rat, f [3]rational.Rat) {
	y := p.code[r].value
	g1 := f[1].Add(f[2].Mul(y).Mul(rational.Int(2)))
	g0 := f[0].Add(y.Mul(f[1].Add(f[2].Mul(y))))
	if f[2].IsZero() || g0.IsZero() {
		return
	}
	p.code[r] = instruction{op: opRiccati, value: y, k: []rational.Rat{g0.Mul(m), g1.Mul(m), f[2].Mul(m)}}
}

// affine returns a register x and k, c such that the given one is k·x + c.
func (p *program) affine(r int32) (x int32, k, c rational.Rat) {
	if in := &p.code[r]; in.op == opSum && len(in.terms) == 1 {
		return in.terms[0], in.k[0], in.constant
	}
	return r, rational.One, rational.Rat{}
}

// deepest bounds the recursion of quadratic: derivatives in the table are small.
const deepest = 4

// quadratic returns a register as a polynomial in another one.
func (p *program) quadratic(r, of int32, depth int) (f [3]rational.Rat, ok bool) {
	in := &p.code[r]
	switch {
	case r == of:
		f[1] = rational.One
		return f, true
	case depth > deepest || in.offset != symbolic.Zero:
		return f, false
	case in.op == opConstant:
		f[0] = in.value
		return f, true
	case in.op == opSum:
		f[0] = in.constant
		for j, t := range in.terms {
			g, ok := p.quadratic(t, of, depth+1)
			if !ok {
				return f, false
			}
			for i := range f {
				f[i] = f[i].Add(g[i].Mul(in.k[j]))
			}
		}
		return f, true
	case in.op == opProduct:
		a, ok1 := p.quadratic(in.terms[0], of, depth+1)
		b, ok2 := p.quadratic(in.terms[1], of, depth+1)
		f[0], f[1] = a[0].Mul(b[0]), a[0].Mul(b[1]).Add(a[1].Mul(b[0]))
		f[2] = a[0].Mul(b[2]).Add(a[1].Mul(b[1])).Add(a[2].Mul(b[0]))
		high := a[1].Mul(b[2]).Add(a[2].Mul(b[1]))
		return f, ok1 && ok2 && high.IsZero() && a[2].Mul(b[2]).IsZero()
	}
	return f, false
}

// reciprocal compiles 1/b for b = c + k·u, where u is its own derivative, as exp is, at a
// linear argument x: b' = (b-c)·x', so that y' = -b'·y² = (c·y² - y)·x'. Since b has a
// number for its value but is a sum, it depends on the variable.
func (p *program) reciprocal(base symbolic.ID, value rational.Rat) (r int32, ok bool) {
	s := p.s
	if s.Kind(base) != symbolic.Sum || len(s.Operands(base)) != 3 {
		return 0, false
	}
	ops := s.Operands(base)
	u := ops[1]
	if s.Kind(u) != symbolic.Apply || s.Function(u) == nil || len(s.Operands(u)) != 1 {
		return 0, false
	}
	arg := s.Operands(u)[0]
	x, m, _ := p.affine(p.place[arg])
	if d := p.lib.Forms(s.Function(u)).Deriv[0]; p.code[x].op != opVariable || d == nil || d.Build(s, arg, u) != u {
		return 0, false
	}
	r = p.emit(instruction{value: value})
	p.riccati(r, m, [3]rational.Rat{{}, rational.NegOne, s.Number(ops[0])})
	return r, true
}

// riccatiScale returns the scale of a register, of which s is m.
func (in *instruction) riccatiScale() (z scale, ok bool) {
	b := in.k[0].Mul(in.k[2])
	den, ok := small(b.Denom())
	if root := uint64(math.Sqrt(float64(den))); root*root == den {
		den = root
	}
	z = scale{den, 1}
	d1, ok1 := small(in.k[1].Denom())
	ok2 := z.join(scale{d1, 1})
	d0, ok3 := small(in.value.Denom())
	d2, ok4 := small(in.k[0].Mul(rational.Int(int64(z.s))).Denom())
	return z, ok && ok1 && ok2 && ok3 && ok4 && z.join(scale{1, d0}) && z.join(scale{1, d2})
}

// prepareRiccati puts a, b and g_0·e·m in the plan.
func (y *integers) prepareRiccati(in *instruction, plan *integerPlan, e uint64) bool {
	own, ok := in.riccatiScale()
	m := rational.Int(int64(own.s))
	for _, k := range []rational.Rat{m.Mul(in.k[1]), m.Mul(m).Mul(in.k[0]).Mul(in.k[2]), in.k[0].Mul(m).Mul(rational.Int(int64(e)))} {
		n, fits := k.Int64()
		ok = ok && fits && magnitudeOf(n) <= maxScale
		plan.parts = append(plan.parts, n)
	}
	plan.div = int64(own.s)
	return ok
}

// derivatives computes the integers of an equation of Riccati up to order n. Numbers are
// in two's complement, modulo 2^64 to the power of so many words as the results need:
// where those before are longer, what is beyond does not matter. It returns false if the
// results are too long.
func (y *integers) derivatives(r, n int) bool {
	plan := &y.plans[r]
	a, b, c := plan.parts[0], plan.parts[1], plan.parts[2]
	// As |1+a·w+b·w²| <= (1+κ·w)² for w >= 0, R_n,j is at most n!·κ^(n-1+j)·C(n+1,j).
	kappa := max(0, math.Log2(float64(magnitudeOf(b)))/2, math.Log2(float64(magnitudeOf(a))/2))
	wordsFor := func(bits float64) int { return int(bits+4)/64 + 1 } // with a sign
	most := wordsFor(factorialBits[n] + float64(n-1)*kappa)
	if most > maxWords {
		return false
	}
	y.table = reused(y.table, 2*(n+2)*most)
	row, next := y.table[:(n+2)*most], y.table[(n+2)*most:]
	row[most] = 1
	step := 1
	if a == 0 {
		step = 2 // every other number is 0
	}
	ratio := uint64(y.s / plan.div)
	twos := bits.TrailingZeros64(ratio)
	width := 1
	for i := 1; i <= n; i++ {
		last := min(i+1, n-i) // numbers beyond do not reach the results
		if w := min(most, wordsFor(factorialBits[i]+float64(i+1)+float64(i-1+max(0, last))*kappa)); w > width {
			for j := range i + 1 {
				extend(row[j*most:], width, w)
			}
			width = w
		}
		for j := (i + 1) % step; j <= last; j += step {
			z := next[j*most:][:width]
			above, below := row[(j+1)*most:], row[max(0, j-1)*most:] // times 0 for j = 0
			combine(z, above, below, uint64(j+1), b*int64(max(0, j-1)))
			if a != 0 {
				combine(z, z, row[j*most:], 1, a*int64(j))
			}
		}
		if row, next = next, row; step == 2 && i%2 == 0 {
			continue
		}
		x, ok := y.derivative(row[:width], c, ratio>>twos, i, i*twos)
		if !ok {
			return false
		}
		y.rows[r].set(i, x)
	}
	return true
}

// factorialBits has the logarithms of n! to base 2.
var factorialBits = func() (z [maxBinomial + 1]float64) {
	for n := 1; n < len(z); n++ {
		z[n] = z[n-1] + math.Log2(float64(n))
	}
	return z
}()

// derivative keeps z·c·odd^n·2^twos for a number z in two's complement.
func (y *integers) derivative(z []uint64, c int64, odd uint64, n, twos int) (x integer, ok bool) {
	buf := append(y.scratch[:0], z...)
	x.sign = int8(c >> 63)
	if int64(z[len(z)-1]) < 0 {
		x.sign = ^x.sign
		combine(buf, z, z, 0, -1)
	}
	if !slices.ContainsFunc(buf, func(w uint64) bool { return w != 0 }) {
		return integer{}, true
	}
	buf = scaledWords(buf, magnitudeOf(c))
	if odd != 1 {
		for range n {
			buf = scaledWords(buf, odd)
		}
	}
	y.scratch = buf
	ok = y.sum.keep(&x, buf, trailingZeros(buf)+twos)
	return x, ok
}

// extend writes the sign of a number in two's complement into more words.
func extend(x []uint64, from, to int) {
	sign := uint64(int64(x[from-1]) >> 63)
	for i := from; i < to; i++ {
		x[i] = sign
	}
}

// combine sets z to k·x + l·y, modulo 2^64 to the power of the words of z.
func combine(z, x, y []uint64, k uint64, l int64) {
	x, y = x[:len(z)], y[:len(z)]
	var carryX, carryY, over uint64
	sign := uint64(l >> 63)
	m, c := magnitudeOf(l), sign&1
	for i := range z {
		high, low := bits.Mul64(x[i], k)
		low, over = bits.Add64(low, carryX, 0)
		carryX = high + over
		high, other := bits.Mul64(y[i], m)
		other, over = bits.Add64(other, carryY, 0)
		carryY = high + over
		z[i], c = bits.Add64(low, other^sign, c)
	}
}
