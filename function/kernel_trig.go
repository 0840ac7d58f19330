package function

import (
	"math"
	"math/bits"
)

// twoOverPi has the bits of 2/π after the binary point.
var twoOverPi = [...]uint64{
	0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
	0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c,
	0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41,
	0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
	0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
	0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08,
	0x56033046fc7b6bab, 0xf0cfbc209af4361d, 0xa9e391615ee61b08,
}

const (
	// π/2 in parts, of which the first three have 33 bits.
	halfPi1 = 1.5707963267341256
	halfPi2 = 6.077100506303966e-11
	halfPi3 = 2.0222662487111665e-21
	halfPi4 = 8.4784276603689e-32

	halfPiHi, halfPiLo = 1.5707963267948966, 6.123233995736766e-17
	piHi, piLo         = 3.141592653589793, 1.2246467991473532e-16

	smallAngle = 0x1p20 // up to which the products of quarters and the parts are exact
)

// reduceAngle returns the quarter n (modulo 4) and r + c with
//
//	x = n·π/2 + r + c,  |r| <= π/4,
//
// for a finite x, with an error below 2^-100.
func reduceAngle(x float64) (n int, r, c float64) {
	if math.Abs(x) >= smallAngle {
		return reduceLargeAngle(x)
	}
	k := float64(x*(2/math.Pi)) + roundBits
	q := k - roundBits
	a := x - float64(q*halfPi1)
	b, e1 := twoSum(a, -q*halfPi2)
	d, e2 := twoSum(b, -q*halfPi3)
	r, c = twoSum(d, (e1+e2)-float64(q*halfPi4))
	return int(int64(q) & 3), r, c
}

// reduceLargeAngle multiplies the mantissa by 256 bits of 2/π: those before
// them give multiples of whole turns, those after them less than 2^-200
// (Payne and Hanek 1983).
func reduceLargeAngle(x float64) (n int, r, c float64) {
	b := math.Float64bits(math.Abs(x))
	mantissa := b&(1<<52-1) | 1<<52
	e := int(b>>52) - 1023 - 52
	start := max(e-2, 0)
	var w [4]uint64
	word, shift := start/64, uint(start%64)
	for i := range w {
		w[i] = twoOverPi[word+i] << shift
		if shift > 0 {
			w[i] |= twoOverPi[word+i+1] >> (64 - shift)
		}
	}
	// The product has 320 bits; the first 64+e-start of them are the integer
	// part, of which the last two are the quarter.
	var p [5]uint64
	for i := 3; i >= 0; i-- {
		hi, lo := bits.Mul64(mantissa, w[i])
		var carry uint64
		p[i+1], carry = bits.Add64(p[i+1], lo, 0)
		p[i] = hi + carry
	}
	left := uint(62 + e - start) // at most 64
	for i := range 4 {
		p[i] = p[i]<<left | p[i+1]>>(64-left)
	}
	n = int(p[0] >> 62)
	f := [3]uint64{p[0]<<2 | p[1]>>62, p[1]<<2 | p[2]>>62, p[2]<<2 | p[3]>>62}
	negative := f[0]>>63 == 1
	if negative { // the fraction is above a half
		n++
		var borrow uint64
		f[2], borrow = bits.Sub64(0, f[2], 0)
		f[1], borrow = bits.Sub64(0, f[1], borrow)
		f[0], _ = bits.Sub64(0, f[0], borrow)
	}
	hi, lo := fraction(f)
	r = hi * halfPiHi
	c = math.FMA(hi, halfPiHi, -r) + (hi*halfPiLo + lo*halfPiHi)
	r, c = twoSum(r, c)
	if negative != (x < 0) {
		r, c = -r, -c
	}
	if x < 0 {
		n = -n
	}
	return n & 3, r, c
}

// fraction is 0.f in two parts.
func fraction(f [3]uint64) (hi, lo float64) {
	scale := 0
	for f[0] == 0 && scale < 128 {
		f = [3]uint64{f[1], f[2], 0}
		scale += 64
	}
	if z := bits.LeadingZeros64(f[0]); z > 0 && z < 64 {
		f[0] = f[0]<<z | f[1]>>(64-z)
		f[1] = f[1]<<z | f[2]>>(64-z)
		scale += z
	}
	hi = math.Ldexp(float64(f[0]>>11), -53-scale)
	lo = math.Ldexp(float64(f[0]<<53|f[1]>>11), -117-scale)
	return hi, lo
}

// sinTail and cosTail are approximations of least maximal error to
// (sin(r)-r)/r³ and (cos(r)-1+r²/2)/r⁴ in z = r² for |r| <= π/4.
func sinTail(z float64) float64 {
	p := -7.578748085798795e-13
	p = float64(p*z) + 1.6058367621837026e-10
	p = float64(p*z) - 2.505210491923888e-08
	p = float64(p*z) + 2.7557319214219175e-06
	p = float64(p*z) - 0.0001984126984125512
	p = float64(p*z) + 0.008333333333333323
	return float64(p*z) - 0.16666666666666666
}

func cosTail(z float64) float64 {
	p := 4.7381224096131066e-14
	p = float64(p*z) - 1.1470293564591285e-11
	p = float64(p*z) + 2.087675436880644e-09
	p = float64(p*z) - 2.7557319215387683e-07
	p = float64(p*z) + 2.4801587301571523e-05
	p = float64(p*z) - 0.0013888888888888874
	return float64(p*z) + 0.041666666666666664
}

// sinNear and cosNear are sin(r+c) and cos(r+c) for |r| <= π/4 as unevaluated
// sums.
func sinNear(r, c float64) (hi, lo float64) {
	z := r * r
	t := float64(r*z*sinTail(z)) + float64(c*(1-0.5*z))
	hi = r + t
	return hi, (r - hi) + t
}

func cosNear(r, c float64) (hi, lo float64) {
	z := r * r
	h := 0.5 * z
	w := 1 - h
	t := ((1 - w) - h) + (float64(z*z*cosTail(z)) - float64(r*c))
	hi = w + t
	return hi, (w - hi) + t
}

// sinCosPairs returns sin(x) and cos(x) as unevaluated sums, NaN where x is
// not finite.
func sinCosPairs(x float64) (s, sLo, c, cLo float64) {
	if math.IsInf(x, 0) || x != x {
		return math.NaN(), 0, math.NaN(), 0
	}
	n, r, d := reduceAngle(x)
	s, sLo = sinNear(r, d)
	c, cLo = cosNear(r, d)
	if n&1 == 1 {
		s, sLo, c, cLo = c, cLo, -s, -sLo
	}
	if n&2 == 2 {
		s, sLo, c, cLo = -s, -sLo, -c, -cLo
	}
	return s, sLo, c, cLo
}

// sin and cos have an error below 0.8 ulp.
func sin(x float64) float64 {
	if math.IsInf(x, 0) || x != x {
		return math.NaN()
	}
	return quarter(0, x)
}

func cos(x float64) float64 {
	if math.IsInf(x, 0) || x != x {
		return math.NaN()
	}
	return quarter(1, x)
}

// quarter is sin(x + turns·π/2).
func quarter(turns int, x float64) (z float64) {
	n, r, c := reduceAngle(x)
	n += turns
	if n&1 == 0 {
		z, _ = sinNear(r, c)
	} else {
		z, _ = cosNear(r, c)
	}
	if n&2 == 2 {
		return -z
	}
	return z
}

func sinBlock(z []float64, a [][]float64) {
	u := a[0][:len(z)]
	for i, x := range u {
		z[i] = sin(x)
	}
}

func cosBlock(z []float64, a [][]float64) {
	u := a[0][:len(z)]
	for i, x := range u {
		z[i] = cos(x)
	}
}

func sinSlopeBlock(z, u, _ []float64) {
	u = u[:len(z)]
	for i, x := range u {
		z[i] = cos(x)
	}
}

func cosSlopeBlock(z, u, _ []float64) {
	u = u[:len(z)]
	for i, x := range u {
		z[i] = -sin(x)
	}
}

func tan(x float64) float64 {
	s, sLo, c, cLo := sinCosPairs(x)
	return quotientOfPairs(s, sLo, c, cLo)
}

func cot(x float64) float64 {
	switch {
	case x == 0:
		return math.NaN()
	case math.Abs(x) < 0x1p-1000: // the quotient may overflow
		return 1 / x
	}
	s, sLo, c, cLo := sinCosPairs(x)
	return quotientOfPairs(c, cLo, s, sLo)
}

func sec(x float64) float64 {
	_, _, c, cLo := sinCosPairs(x)
	return quotientOfPairs(1, 0, c, cLo)
}

func csc(x float64) float64 {
	switch {
	case x == 0:
		return math.NaN()
	case math.Abs(x) < 0x1p-1000: // the quotient may overflow
		return 1 / x
	}
	s, sLo, _, _ := sinCosPairs(x)
	return quotientOfPairs(1, 0, s, sLo)
}
