package taylor

import (
	"math"
	"math/bits"
	"sync"

	"github.com/symgrad/symgrad/rational"
)

// Up to the order maxBinomial the coefficients of programs are computed as the integers
//
//	X_n = x_n·n!·s^n·e
//
// where s is one number for all registers and e is that of the scale. Neither primes
// nor bounds are needed. The recurrences of program become
//
//	sum      Z_n = Σ (k·e/e_term)·X_n
//	product  Z_n = Σ C(n,k)·A_k·B_(n-k)
//	call     Y_n = Σ e/(e_d·e_u)·C(n-1,k)·D_k·U_(n-k)
//	power    q·B_0·Y_n = Σ_(k>0) ((p+q)·C(n-1,k-1) - q·C(n,k))·B_k·Y_(n-k)
//	1/b      -B_0·Y_n = Σ_(k>0) C(n,k)·B_k·Y_(n-k)
//
// for the exponent p/q, as (p·k-q·(n-k))·C(n,k)/n is the factor in the sum. Where
// there is a division, it leaves no rest: both sides are equal as rational numbers, and
// Y_n is an integer, as what is said of scales holds for each multiple of s.
type integers struct {
	p       *program
	scales  []scale
	s       int64
	plans   []integerPlan
	rows    []integerRow
	sum     accumulator
	factors [64]int64 // of one sum
	table   []uint64  // of derivatives
	scratch []uint64
}

// An integerPlan says how the integers of a register follow from others.
type integerPlan struct {
	parts []int64 // factors of the terms, or of the derivatives by the arguments
	div   int64   // by which the sum is divided
}

// An integerRow has the integers of a register, and which of them are not 0.
type integerRow struct {
	x    [64]integer
	some [64]uint8
	n    int // so many of some
}

// maxBinomial bounds the order: binomials up to C(62,31) are less than 2^59, and there
// are less than 64 of them. maxExponentSize bounds |p|+q, so that the factors of powers,
// (p+q)·C(n-1,k-1) - q·C(n,k), are less than 15·2^59.
const maxBinomial, maxExponentSize = 62, 8

var binomials = func() (z [64][64]int64) {
	for n := range maxBinomial + 1 {
		z[n][0] = 1
		for k := 1; k <= n; k++ {
			z[n][k] = z[n-1][k-1] + z[n-1][k]
		}
	}
	return z
}()

// newIntegers prepares a program. It returns false if it is not for integers: numbers
// are too large, or series are given.
func (p *program) newIntegers(n int, scales []scale) (y *integers, ok bool) {
	if n > maxBinomial {
		return nil, false
	}
	y = memory.Get().(*integers)
	y.p, y.scales = p, scales
	y.plans, y.rows = reused(y.plans, len(p.code)), reused(y.rows, len(p.code))
	all := scale{1, 1}
	for _, z := range scales {
		if !all.join(scale{z.s, 1}) {
			return nil, false
		}
	}
	y.s = int64(all.s)
	y.sum.words = y.sum.words[:0]
	for r := range y.rows {
		if !y.prepare(int32(r)) {
			return nil, false
		}
	}
	return y, true
}

// memory has integers that are not in use: they are large against what short series
// take besides.
var memory = sync.Pool{New: func() any { return new(integers) }}

// release gives the memory back, after a run that came to its end.
func (y *integers) release() {
	y.p, y.scales = nil, nil
	memory.Put(y)
}

// reused returns n zeros, in the memory of a list that is not used any more if it is long
// enough.
func reused[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// prepare sets the first coefficient of a register, and the factors of its recurrence.
func (y *integers) prepare(r int32) bool {
	in, plan, e := &y.p.code[r], &y.plans[r], y.scales[r].e
	first, ok := in.value.Mul(rational.Int(int64(e))).Int64()
	if _, fits := multiply(e, uint64(y.s)); !ok || !fits {
		return false
	}
	y.rows[r].set(0, integerOf(first))
	plan.div = 1
	var factors []rational.Rat
	switch in.op {
	case opGiven:
		return false
	case opSum:
		for j, t := range in.terms {
			factors = append(factors, in.k[j].Mul(rational.New(int64(e), int64(y.scales[t].e))))
		}
	case opCall:
		for j, d := range in.slopes {
			by, ok := multiply(y.scales[d].e, y.scales[in.terms[j]].e)
			if !ok {
				return false
			}
			factors = append(factors, rational.New(int64(e), int64(by)))
		}
	case opRiccati:
		return y.prepareRiccati(in, plan, e)
	case opPower:
		b := in.terms[0]
		b0 := y.p.code[b].value.Mul(rational.Int(int64(y.scales[b].e)))
		p, ok := small(in.exponent.Num().Abs())
		q, fits := small(in.exponent.Denom())
		if _, fine := small(b0.Abs()); !ok || !fits || !fine || p+q > maxExponentSize {
			return false
		}
		n, _ := b0.Int64()
		if plan.div = int64(q) * n; in.exponent.Equal(rational.NegOne) {
			plan.div = -n
		}
	}
	return plan.weigh(factors)
}

// weigh turns factors into integers over a common denominator.
func (z *integerPlan) weigh(factors []rational.Rat) bool {
	common := scale{1, 1}
	for _, k := range factors {
		den, ok := small(k.Denom())
		if !ok || !common.join(scale{den, 1}) {
			return false
		}
	}
	z.div *= int64(common.s)
	for _, k := range factors {
		k = k.Mul(rational.Int(int64(common.s)))
		if _, ok := small(k.Abs()); !ok {
			return false
		}
		n, _ := k.Int64()
		z.parts = append(z.parts, n)
	}
	return true
}

func (row *integerRow) set(i int, x integer) {
	if x.size > 0 {
		row.x[i] = x
		row.some[row.n] = uint8(i)
		row.n++
	}
}

// run computes the integers of all registers up to order n, group by group. It returns
// false if they become too long.
func (y *integers) run(n int) bool {
	for r := range y.rows { // these depend on no others
		if y.p.code[r].op == opRiccati && !y.derivatives(r, n) {
			return false
		}
	}
	for from, to := 0, 0; from < len(y.rows); from = to {
		y.p.s.CheckStopped()
		to = y.p.groupEnd(from)
		for i := 1; i <= n; i++ {
			for r := from; r < to; r++ {
				if y.p.code[r].op == opRiccati {
					continue
				}
				x, ok := y.next(r, i)
				if !ok {
					return false
				}
				y.rows[r].set(i, x)
			}
		}
	}
	return true
}

// groupEnd returns the register behind the group of one: those up to the derivatives of
// the functions in the group, which have to be computed together.
func (p *program) groupEnd(r int) int {
	end := r + 1
	for ; r < end; r++ {
		for _, d := range p.code[r].slopes {
			end = max(end, int(d)+1)
		}
	}
	return end
}

// next returns X_i of a register.
func (y *integers) next(r, i int) (x integer, ok bool) {
	in, plan, row := &y.p.code[r], &y.plans[r], &y.rows[r]
	y.sum.base = math.MaxInt
	switch in.op {
	case opConstant:
		return x, true
	case opVariable:
		if i == 1 {
			x = integerOf(y.s * int64(y.scales[r].e))
		}
		return x, true
	case opSum:
		for _, t := range in.terms {
			if u := &y.rows[t].x[i]; u.size > 0 {
				y.sum.base = min(y.sum.base, int(u.twos))
			}
		}
		if y.sum.base == math.MaxInt {
			return x, true
		}
		if len(in.terms) == 1 && plan.parts[0] == 1 {
			return y.rows[in.terms[0]].x[i], true
		}
		for j, t := range in.terms {
			if u := &y.rows[t].x[i]; u.size > 0 {
				y.sum.add(plan.parts[j], &one, u)
			}
		}
	case opProduct:
		a, b := &y.rows[in.terms[0]], &y.rows[in.terms[1]]
		if a != b {
			y.lower(a, b, i, i)
			y.convolve(a, b, i, i, &binomials[i])
			break
		}
		half := i / 2 // the products for k and i-k are the same
		for k := range half + 1 {
			y.factors[k] = 2 * binomials[i][k]
		}
		if half+half == i {
			y.factors[half] = binomials[i][half]
		}
		y.lower(a, a, i, half)
		y.convolve(a, a, i, half, &y.factors)
	case opCall:
		for j, d := range in.slopes {
			y.lower(&y.rows[d], &y.rows[in.terms[j]], i, i)
		}
		for j, d := range in.slopes {
			factors := &binomials[i-1]
			if w := plan.parts[j]; w != 1 {
				factors = &y.factors
				for k := range i + 1 { // C(i-1,i) is 0
					if factors[k], ok = timesInt(binomials[i-1][k], w); !ok {
						return x, false
					}
				}
			}
			y.convolve(&y.rows[d], &y.rows[in.terms[j]], i, i, factors)
		}
	case opPower:
		factors := &binomials[i]
		if p, q, _ := in.exponent.Small(); p+q != 0 {
			factors = &y.factors
			for k := 1; k <= i; k++ {
				factors[k] = (p+q)*binomials[i-1][k-1] - q*binomials[i][k]
			}
		}
		b := &y.rows[in.terms[0]]
		y.lower(b, row, i, i)
		y.convolve(b, row, i, i, factors) // without Y_i, which is not there yet
	}
	return y.sum.take(plan.div)
}

var one = integerOf(1)

// lower makes the base of the sum so low that all A_k·B_(i-k) for k up to last are
// multiples.
func (y *integers) lower(a, b *integerRow, i, last int) {
	if b.n < a.n {
		a, b, last = b, a, i
	}
	base := y.sum.base
	for _, k := range a.some[:a.n] {
		if int(k) > last {
			break
		}
		if z := &b.x[(i-int(k))&63]; z.size > 0 {
			base = min(base, int(a.x[k&63].twos)+int(z.twos))
		}
	}
	y.sum.base = base
}

// convolve adds Σ factors[k]·A_k·B_(i-k) for k up to last. Indices are less than 64.
func (y *integers) convolve(a, b *integerRow, i, last int, factors *[64]int64) {
	few := a
	if b.n < a.n {
		few, last = b, i
	}
	var short column // the sum of most products, those of single words
	base := y.sum.base
	for _, j := range few.some[:few.n] {
		k := int(j)
		if k > last {
			break
		}
		if few != a {
			k = i - k
		}
		u, v, c := &a.x[k&63], &b.x[(i-k)&63], factors[k&63]
		if u.size == 0 || v.size == 0 || c == 0 {
			continue
		}
		if u.size > v.size {
			u, v = v, u
		}
		if v.size == 1 {
			high, low := bits.Mul64(magnitudeOf(c), u.low)
			shift := uint(int(u.twos) + int(v.twos) - base)
			if high == 0 && shift < 64 && low>>(64-shift) == 0 {
				short.add(low<<shift, v.low, uint64(c>>63^int64(u.sign)^int64(v.sign)))
				continue
			}
		}
		y.sum.add(c, u, v)
	}
	y.sum.addShort(short)
}

// timesInt returns a·b for a >= 0 if it fits.
func timesInt(a, b int64) (int64, bool) {
	high, low := bits.Mul64(uint64(a), uint64(max(b, -b)))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	if b < 0 {
		return -int64(low), true
	}
	return int64(low), true
}

// coefficients returns those of a register up to order n.
func (y *integers) coefficients(root int32, n int) []rational.Rat {
	list := &y.rows[root].x
	out := make([]rational.Rat, n+1)
	den := newDenominator(scale{uint64(y.s), y.scales[root].e}, n)
	for k := range out {
		if k > 0 {
			den.next()
		}
		var one [1]uint64
		if x := &list[k]; x.size > 0 {
			out[k] = den.under(y.sum.wordsOf(x, &one), int(x.twos), x.sign < 0)
		}
	}
	return out
}
