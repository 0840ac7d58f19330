//go:build goexperiment.simd && amd64

package numeric

import "simd/archsimd"

// The operations of blocks that most programs consist of, four points at a time,
// where the processor has AVX. Each point takes the same operations in the same
// order as in the loops, and products are rounded before they are added, so the
// results have the same bits. Build with GOEXPERIMENT=simd.

var hasVectors = archsimd.X86.AVX()

type vector = archsimd.Float64x4

func load(x []float64, i int) vector { return archsimd.LoadFloat64x4Slice(x[i : i+4 : len(x)]) }

func subBlock(z, x, y []float64) {
	n := len(z)
	x, y = x[:n], y[:n]
	i := 0
	if hasVectors {
		for ; i+4 <= n; i += 4 {
			load(x, i).Sub(load(y, i)).StoreSlice(z[i:])
		}
	}
	subLoop(z[i:], x[i:], y[i:])
}

func addBlock(z, x, y []float64) {
	n := len(z)
	x, y = x[:n], y[:n]
	i := 0
	if hasVectors {
		for ; i+4 <= n; i += 4 {
			load(x, i).Add(load(y, i)).StoreSlice(z[i:])
		}
	}
	addLoop(z[i:], x[i:], y[i:])
}

func accumulate(z, x []float64) { addBlock(z, z, x) }

func mulBlock(z, x, y []float64) {
	n := len(z)
	x, y = x[:n], y[:n]
	i := 0
	if hasVectors {
		for ; i+4 <= n; i += 4 {
			load(x, i).Mul(load(y, i)).StoreSlice(z[i:])
		}
	}
	mulLoop(z[i:], x[i:], y[i:])
}

func scale(z, x []float64) { mulBlock(z, z, x) }

func firstPairBlock(z, c, x, y []float64) {
	n := len(z)
	c, x, y = c[:n], x[:n], y[:n]
	i := 0
	if hasVectors {
		for ; i+4 <= n; i += 4 {
			load(c, i).Add(load(x, i).Mul(load(y, i))).StoreSlice(z[i:])
		}
	}
	firstPairLoop(z[i:], c[i:], x[i:], y[i:])
}

func onePair(z, x, y []float64) { firstPairBlock(z, z, x, y) }

func fourPairs(z, x0, y0, x1, y1, x2, y2, x3, y3 []float64) {
	n := len(z)
	x0, y0, x1, y1 = x0[:n], y0[:n], x1[:n], y1[:n]
	x2, y2, x3, y3 = x2[:n], y2[:n], x3[:n], y3[:n]
	i := 0
	if hasVectors {
		for ; i+4 <= n; i += 4 {
			t := load(z, i).Add(load(x0, i).Mul(load(y0, i)))
			t = t.Add(load(x1, i).Mul(load(y1, i)))
			t = t.Add(load(x2, i).Mul(load(y2, i)))
			t.Add(load(x3, i).Mul(load(y3, i))).StoreSlice(z[i:])
		}
	}
	fourPairsLoop(z[i:], x0[i:], y0[i:], x1[i:], y1[i:], x2[i:], y2[i:], x3[i:], y3[i:])
}
