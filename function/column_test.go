package function_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/function"
)

// TestColumnsHaveTheSameBits compares kernels for columns, vector ones if they are
// built, with those for one number, in every place of a column and at numbers that
// take the rare ways.
func TestColumnsHaveTheSameBits(t *testing.T) {
	special := []float64{0, math.Copysign(0, -1), 1, -1, 20, -20, 19.99, 708, -708, 709.8, -745.2, 1e300, -1e300, 5e-324, math.Inf(1), math.Inf(-1), math.NaN()}
	compared := 0
	for _, r := range function.Default().All() {
		if r.Block == nil || len(r.Params) != 1 {
			continue
		}
		rng := rand.New(rand.NewPCG(1, 2))
		for n := range 40 {
			u, z := make([]float64, n), make([]float64, n)
			for i := range u {
				if u[i] = math.Ldexp(rng.NormFloat64(), rng.IntN(14)-4); rng.IntN(8) == 0 {
					u[i] = special[rng.IntN(len(special))]
				}
			}
			r.Block(z, [][]float64{u})
			for i, x := range u {
				want := r.Float([]float64{x})
				if compared++; math.Float64bits(z[i]) != math.Float64bits(want) && (z[i] == z[i] || want == want) {
					t.Errorf("%s(%v) is %v in a column of %d, else %v", r.Name, x, z[i], n, want)
				}
			}
		}
	}
	if compared < 4000 {
		t.Errorf("only %d numbers compared", compared)
	}
}
