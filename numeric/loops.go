package numeric

import (
	"math"

	"github.com/symgrad/symgrad/symbolic"
)

// The loops below take slices of one length; that they are cut to it tells the
// compiler that no index is out of range.

func subLoop(z, x, y []float64) {
	x, y = x[:len(z)], y[:len(z)]
	for i := range z {
		z[i] = x[i] - y[i]
	}
}

func addLoop(z, x, y []float64) {
	x, y = x[:len(z)], y[:len(z)]
	for i := range z {
		z[i] = x[i] + y[i]
	}
}

func accumulateLoop(z, x []float64) {
	x = x[:len(z)]
	for i := range z {
		z[i] += x[i]
	}
}

func negBlock(z, x []float64) {
	x = x[:len(z)]
	for i := range z {
		z[i] = -x[i]
	}
}

func mulLoop(z, x, y []float64) {
	x, y = x[:len(z)], y[:len(z)]
	for i := range z {
		z[i] = x[i] * y[i]
	}
}

func scaleLoop(z, x []float64) {
	x = x[:len(z)]
	for i := range z {
		z[i] *= x[i]
	}
}

func firstPairLoop(z, c, x, y []float64) {
	c, x, y = c[:len(z)], x[:len(z)], y[:len(z)]
	for i := range z {
		z[i] = c[i] + float64(x[i]*y[i])
	}
}

func onePairLoop(z, x, y []float64) {
	x, y = x[:len(z)], y[:len(z)]
	for i := range z {
		z[i] += float64(x[i] * y[i])
	}
}

func fourPairsLoop(z, x0, y0, x1, y1, x2, y2, x3, y3 []float64) {
	n := len(z)
	x0, y0, x1, y1 = x0[:n], y0[:n], x1[:n], y1[:n]
	x2, y2, x3, y3 = x2[:n], y2[:n], x3[:n], y3[:n]
	for i := range z {
		t := z[i] + float64(x0[i]*y0[i])
		t += float64(x1[i] * y1[i])
		t += float64(x2[i] * y2[i])
		t += float64(x3[i] * y3[i])
		z[i] = t
	}
}

func divBlock(z, x, y []float64) {
	x, y = x[:len(z)], y[:len(z)]
	for i := range z {
		z[i] = quo(x[i], y[i])
	}
}

func powerBlock(z, x []float64, n int32) {
	x = x[:len(z)]
	switch n {
	case 2:
		for i, u := range x {
			z[i] = u * u
		}
	case 3:
		for i, u := range x {
			z[i] = u * (u * u)
		}
	default:
		for i, u := range x {
			z[i] = power(u, n)
		}
	}
}

func sqrtBlock(z, x []float64) {
	x = x[:len(z)]
	for i := range z {
		z[i] = math.Sqrt(x[i])
	}
}

func chooseBlock(z, c, x, y []float64) {
	c, x, y = c[:len(z)], x[:len(z)], y[:len(z)]
	for i := range z {
		z[i] = choose(c[i], x[i], y[i])
	}
}

func relateBlock(z []float64, r symbolic.Rel, x, y []float64) {
	x, y = x[:len(z)], y[:len(z)]
	for i := range z {
		z[i] = relate(r, x[i], y[i])
	}
}
