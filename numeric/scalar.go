//go:build !(goexperiment.simd && amd64)

package numeric

// The operations of blocks that most programs consist of, without vectors; see
// vector.go.

func subBlock(z, x, y []float64) { subLoop(z, x, y) }

func addBlock(z, x, y []float64) { addLoop(z, x, y) }

func accumulate(z, x []float64) { accumulateLoop(z, x) }

func mulBlock(z, x, y []float64) { mulLoop(z, x, y) }

func scale(z, x []float64) { scaleLoop(z, x) }

func firstPairBlock(z, c, x, y []float64) { firstPairLoop(z, c, x, y) }

func onePair(z, x, y []float64) { onePairLoop(z, x, y) }

func fourPairs(z, x0, y0, x1, y1, x2, y2, x3, y3 []float64) {
	fourPairsLoop(z, x0, y0, x1, y1, x2, y2, x3, y3)
}
