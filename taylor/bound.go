package taylor

import (
	"math"

	"github.com/symgrad/symgrad/rational"
)

// floorBound is the least bound: what is rounded to 0 in a sum or a product, less
// than 2^-1060, is nothing in comparison.
const floorBound = 0x1p-900

// bounds returns the logarithms to base 2 of numbers that are not less than the
// coefficients of a register up to order n, without its offset. They come from the
// same program in which all signs are positive, so that nothing cancels.
//
// An operation rounds by a factor of 1+2^-53 at most. On the way to coefficient k
// there are less than 1000·(k+2)^2 of them, as the errors of the factors of a
// product, whose orders add up to k, are added; in the end a factor of 2 covers
// all.
func (p *program) bounds(root int32, n int) []float64 {
	for shrink := 0; ; shrink += 4 {
		z := p.majorant(root, n, math.Ldexp(1, -shrink))
		fits := true
		for k, x := range z {
			z[k] = math.Log2(x) + 1 + float64(k*shrink)
			fits = fits && !math.IsInf(x, 0) && !math.IsNaN(x)
		}
		if fits || shrink > maxShrink {
			return z
		}
	}
}

// maxShrink bounds the scale of the variable with which bounds are computed: the
// coefficients of more would need too many primes.
const maxShrink = 64

// majorant returns bounds for the coefficients of powers of t/step.
func (p *program) majorant(root int32, n int, step float64) []float64 {
	size := n + 1
	all := make([]float64, len(p.code)*size)
	row := func(r int32) []float64 { return all[int(r)*size : (int(r)+1)*size] }
	for i := range size {
		for r := range p.code {
			in := &p.code[r]
			z := row(int32(r))
			switch {
			case i == 0:
				z[0] = magnitude(in.value)
			case in.op == opVariable && i == 1:
				z[1] = step
			case in.op == opGiven && !in.given.at(i).IsZero():
				z[i] = max(magnitude(in.given.at(i))*math.Pow(step, float64(i)), floorBound)
			case in.op == opSum:
				var sum float64
				for j, t := range in.terms {
					sum += magnitude(in.k[j]) * row(t)[i]
				}
				z[i] = max(sum, floorBound)
			case in.op == opProduct:
				var sum float64
				a, b := row(in.terms[0]), row(in.terms[1])
				for k := range i + 1 {
					sum += a[k] * b[i-k]
				}
				z[i] = max(sum, floorBound)
			case in.op == opCall:
				var sum float64
				for j, d := range in.slopes {
					d, u := row(d), row(in.terms[j])
					for k := range i {
						sum += d[k] * (float64(i-k) * u[i-k])
					}
				}
				z[i] = max(sum/float64(i), floorBound)
			case in.op == opRiccati && i == 1:
				z[i] = max(magnitude(in.k[0])*step, floorBound)
			case in.op == opRiccati:
				sum := magnitude(in.k[1]) * z[i-1]
				for k := 1; k < i-1; k++ {
					sum += magnitude(in.k[2]) * z[k] * z[i-1-k]
				}
				z[i] = max(sum*step/float64(i), floorBound)
			case in.op == opPower:
				var sum float64
				a, b := in.exponent.Float64(), row(in.terms[0])
				if b[0] <= floorBound {
					sum = math.NaN()
				}
				for k := 1; k <= i; k++ {
					sum += math.Abs(a*float64(k)-float64(i-k)) * b[k] * z[i-k]
				}
				z[i] = max(sum/b[0]/float64(i), floorBound)
			}
		}
	}
	return row(root)
}

// magnitude returns a bound of |x|, which is 0 for 0 only.
func magnitude(x rational.Rat) float64 {
	if x.IsZero() {
		return 0
	}
	return max(math.Abs(x.Float64()), floorBound)
}
