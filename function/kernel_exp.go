package function

import "math"

// The exponential functions share one reduction,
//
//	x = n·log(2) + r + c,  |r| <= log(2)/2, |c| < 2^-54,
//
// and one polynomial for exp(r)-1-r. The steps are functions small enough to be
// inlined, so that a kernel for one number and that for a column are made of
// the same operations. Products are converted before they are added: some
// processors would not round them, and bits would depend on the processor.

const (
	log2E = 1.4426950408889634
	ln2Hi = 6.93147180369123816490e-01 // 32 bits, so that its product with n is exact
	ln2Lo = 1.90821492927058770002e-10
	// Added to a number below 2^51 it leaves the nearest integer in the last bits.
	roundBits = 0x1.8p52
)

// reduceExp returns n, as the last bits of k, and r and c.
func reduceExp(x float64) (k, r, c float64) {
	k = float64(x*log2E) + roundBits
	n := k - roundBits
	hi := x - float64(n*ln2Hi)
	lo := float64(n * ln2Lo)
	r = hi - lo
	return k, r, (hi - r) - lo
}

// expEven and expOdd are the two halves of an approximation of least maximal
// error (testdata/kernels.py): with z = r²
//
//	exp(r)-1-r = z·(expEven(z) + r·expOdd(z))
//
// up to 2^-64. Apart they are short enough to be inlined.
func expEven(z float64) float64 {
	p := 2.0826630657892157e-09
	p = float64(p*z) + 2.7557581843516964e-07
	p = float64(p*z) + 2.4801586926624173e-05
	p = float64(p*z) + 0.0013888888889115648
	p = float64(p*z) + 0.041666666666666095
	return float64(p*z) + 0.5
}

func expOdd(z float64) float64 {
	p := 2.5112037245983316e-08
	p = float64(p*z) + 2.755723486089032e-06
	p = float64(p*z) + 0.00019841269896384679
	p = float64(p*z) + 0.008333333333317034
	return float64(p*z) + 0.16666666666666682
}

// twoTo is 2^n for k from reduceExp and -1022 <= n <= 1023.
func twoTo(k float64) float64 { return math.Float64frombits((math.Float64bits(k) + 1023) << 52) }

// expInside is where exp is neither subnormal nor beyond the largest float64.
const expInside = 708

// exp has an error below 0.9 ulp.
func exp(x float64) float64 {
	if !(math.Abs(x) < expInside) {
		return expOutside(x)
	}
	k, r, c := reduceExp(x)
	w := r * r
	tail := w * (expEven(w) + float64(expOdd(w)*r))
	return (1 + (r + (tail + c))) * twoTo(k)
}

func expOutside(x float64) float64 { return expScaled(x, 0, 0) }

// expScaled is exp(x+e)·2^n for small e and n, which neither overflows nor is
// subnormal before its time.
func expScaled(x, e float64, n int) float64 {
	switch {
	case x > 800:
		return math.Inf(1)
	case x < -800:
		return 0
	case x != x:
		return x
	}
	k, r, c := reduceExp(x)
	r, c = fastTwoSum(r, c+e)
	w := r * r
	tail := w * (expEven(w) + float64(expOdd(w)*r))
	return math.Ldexp(1+(r+(tail+c)), int(k-roundBits)+n)
}

func expLoop(z, u []float64) {
	u = u[:len(z)]
	for i, x := range u {
		if !(math.Abs(x) < expInside) {
			z[i] = expOutside(x)
			continue
		}
		k, r, c := reduceExp(x)
		w := r * r
		tail := w * (expEven(w) + float64(expOdd(w)*r))
		z[i] = (1 + (r + (tail + c))) * twoTo(k)
	}
}

// expPair is exp(x) as an unevaluated sum with an error below 2^-60 of it, for
// |x| < expInside.
func expPair(x float64) (hi, lo float64) {
	k, r, c := reduceExp(x)
	w := r * r
	tail := w*(expEven(w)+float64(expOdd(w)*r)) + c
	s := r + tail
	hi = 1 + s
	lo = ((1 - hi) + s) + ((r - s) + tail)
	t := twoTo(k)
	return hi * t, lo * t
}

// expm1Pair is exp(x)-1 as an unevaluated sum, for |x| < expInside. With t = 2^n
// it is (t-1) + t·r + t·(exp(r)-1-r), of which the first two are added exactly.
func expm1Pair(x float64) (hi, lo float64) {
	k, r, c := reduceExp(x)
	w := r * r
	tail := w * (expEven(w) + float64(expOdd(w)*r))
	t := twoTo(k)
	a, b := t-1, t*r
	s, e := twoSum(a, b)
	return fastTwoSum(s, e+t*(tail+c))
}

// expm1 has an error below 1.1 ulp.
func expm1(x float64) float64 {
	switch {
	case !(math.Abs(x) < expInside):
		return expOutside(x) - 1
	case math.Abs(x) < 0x1p-54:
		return x // 0 keeps its sign
	}
	z, _ := expm1Pair(x)
	return z
}

// sigmoid is 1/(1+exp(-x)) and below exp(x) where that overflows.
func sigmoid(x float64) float64 {
	if !(math.Abs(x) < expInside) {
		return sigmoidOutside(x)
	}
	k, r, c := reduceExp(-x)
	w := r * r
	tail := w * (expEven(w) + float64(expOdd(w)*r))
	return 1 / (1 + (1+(r+(tail+c)))*twoTo(k))
}

func sigmoidOutside(x float64) float64 {
	if x > 0 {
		return 1
	}
	return exp(x)
}

func sigmoidLoop(z, u []float64) {
	u = u[:len(z)]
	for i, x := range u {
		if !(math.Abs(x) < expInside) {
			z[i] = sigmoidOutside(x)
			continue
		}
		k, r, c := reduceExp(-x)
		w := r * r
		tail := w * (expEven(w) + float64(expOdd(w)*r))
		z[i] = 1 / (1 + (1+(r+(tail+c)))*twoTo(k))
	}
}

// tanhInside is where tanh is a quotient. Beyond, it is within some ulps of ±1.
const tanhInside = 17

// tanh is e/(e+2) with e = exp(2|x|)-1.
func tanh(x float64) float64 {
	if !(math.Abs(x) < tanhInside) {
		return tanhOutside(x)
	}
	k, r, c := reduceExp(2 * math.Abs(x))
	w := r * r
	tail := w * (expEven(w) + float64(expOdd(w)*r))
	t := twoTo(k)
	s, d := twoSum(t-1, t*r)
	return math.Copysign(tanhOf(s, d+t*(tail+c)), x)
}

// tanhOf is e/(e+2) for e = s+d. The quotient of the rounded numbers is corrected
// by what they lost; its derivative 1/(e+2) is (1-y)/2.
func tanhOf(s, d float64) float64 {
	e := s + d
	lost := (s - e) + d
	sum, rest := twoSum(e, 2)
	y := e / sum
	return y + float64((lost-float64(y*rest))*(0.5-0.5*y))
}

func tanhOutside(x float64) float64 {
	if x != x {
		return x
	}
	return math.Copysign(1-2*exp(-2*math.Abs(x)), x)
}

func tanhLoop(z, u []float64) {
	u = u[:len(z)]
	for i, x := range u {
		if !(math.Abs(x) < tanhInside) {
			z[i] = tanhOutside(x)
			continue
		}
		k, r, c := reduceExp(2 * math.Abs(x))
		w := r * r
		tail := w * (expEven(w) + float64(expOdd(w)*r))
		t := twoTo(k)
		s, d := twoSum(t-1, t*r)
		z[i] = math.Copysign(tanhOf(s, d+t*(tail+c)), x)
	}
}

// tanhSlopeBlock is 1-y², and sech(u)² where y is near ±1.
func tanhSlopeBlock(z, u, y []float64) {
	u, y = u[:len(z)], y[:len(z)]
	for i, t := range y {
		if !(math.Abs(t) < tanhSteep) {
			z[i] = square(sech(u[i]))
			continue
		}
		z[i] = (1 - t) * (1 + t)
	}
}
