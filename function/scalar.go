//go:build !(goexperiment.simd && amd64)

package function

// Columns of the functions that have vector kernels, without them; see vector.go.

func expBlock(z []float64, a [][]float64)     { expLoop(z, a[0]) }
func sigmoidBlock(z []float64, a [][]float64) { sigmoidLoop(z, a[0]) }
func tanhBlock(z []float64, a [][]float64)    { tanhLoop(z, a[0]) }
