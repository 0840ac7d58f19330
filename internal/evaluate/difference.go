package evaluate

import "math"

// Derivative returns f'(x) by central differences extrapolated to step 0, with
// an estimate of its error. The table of Ridders (Numerical Recipes 5.7)
// starts from a step of scale and stops where rounding errors take over; it
// gives ten to twelve digits of a smooth function. The error is infinite where
// f has no value near x.
func Derivative(f func(float64) float64, x, scale float64) (z, err float64) {
	return extrapolate(func(h float64) float64 { return (f(x+h) - f(x-h)) / (2 * h) }, scale, 2)
}

// OneSided is Derivative with differences to the side of the sign of scale,
// of which four to eight digits are right.
func OneSided(f func(float64) float64, x, scale float64) (z, err float64) {
	f0 := f(x)
	return extrapolate(func(h float64) float64 { return (f(x+h) - f0) / h }, scale, 1)
}

const ridders = 10 // rows of the table, each with a step shorter by 1.6

// extrapolate takes a quotient to step 0 whose error is a series in h^power.
func extrapolate(quotient func(h float64) float64, h float64, power int) (best, err float64) {
	const shrink = 1.6
	ratio := math.Pow(shrink, float64(power))
	var a [ridders][ridders]float64
	best, err = quotient(h), math.Inf(1)
	a[0][0] = best
	for i := 1; i < ridders; i++ {
		h /= shrink
		a[0][i] = quotient(h)
		factor := ratio
		for j := 1; j <= i; j++ {
			a[j][i] = (a[j-1][i]*factor - a[j-1][i-1]) / (factor - 1)
			factor *= ratio
			if e := max(math.Abs(a[j][i]-a[j-1][i]), math.Abs(a[j][i]-a[j-1][i-1])); e <= err {
				err, best = e, a[j][i]
			}
		}
		if math.Abs(a[i][i]-a[i-1][i-1]) >= 2*err {
			break
		}
	}
	return best, err
}
