package plot

import (
	"math"
	"strconv"
	"strings"
)

// An axis is a range of numbers.
type axis struct{ low, high float64 }

var emptyAxis = axis{math.Inf(1), math.Inf(-1)}

// take widens the axis to have a number.
func (a *axis) take(x float64) {
	if finite(x) {
		a.low, a.high = min(a.low, x), max(a.high, x)
	}
}

// wide returns an axis of some length that is small enough to compute with.
func (a axis) wide() axis {
	const most = 1e300
	switch {
	case a.low > a.high:
		return axis{-1, 1}
	case a.high-a.low <= 1e-12*max(math.Abs(a.low), math.Abs(a.high), 1e-288):
		by := max(1, math.Abs(a.low)/4)
		a.low, a.high = a.low-by, a.high+by
	}
	return axis{max(a.low, -most), min(a.high, most)}
}

// at returns where a number is between 0 and 1 on the axis.
func (a axis) at(x float64) float64 { return (x - a.low) / (a.high - a.low) }

// A tick is a number on an axis with its label.
type tick struct {
	at    float64
	label string
}

// ticks returns numbers on the axis at a distance of 1, 2 or 5 times a power of 10,
// about as many as asked for.
func (a axis) ticks(count int) (list []tick) {
	raw := (a.high - a.low) / float64(count)
	exponent := math.Floor(math.Log10(raw))
	step, digits := 10.0, -int(exponent)
	for _, s := range []float64{1, 2, 5, 10} {
		if s*math.Pow10(int(exponent)) >= raw*0.99 {
			step = s
			break
		}
	}
	if step == 10 {
		digits--
	}
	step *= math.Pow10(int(exponent))
	slack := step * 1e-6
	for k := math.Ceil((a.low - slack) / step); k*step <= a.high+slack && len(list) < 4*count; k++ {
		list = append(list, tick{k * step, label(k*step, digits)})
	}
	return list
}

// label writes a number with so many digits behind the point, large and small ones
// by a power of 10.
func label(x float64, digits int) string {
	var s string
	switch {
	case math.Abs(x) < 1e-6*math.Pow10(-digits):
		return "0"
	case digits > 4 || digits < -4:
		s = strconv.FormatFloat(x, 'g', 4, 64)
	default:
		s = strconv.FormatFloat(x, 'f', max(0, digits), 64)
	}
	return strings.Replace(s, "-", "−", 1)
}
