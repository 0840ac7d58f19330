package activation

import (
	"errors"
	"math"
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// FuzzActivation analyses formulas: no crash, and values at points are between the
// extremes.
func FuzzActivation(f *testing.F) {
	for _, text := range all() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 40 {
			t.Skip()
		}
		scope := read.NewScope(symbolic.NewStoreLimits(symbolic.Limits{Nodes: 100_000, NumberBits: 10_000}), read.Default())
		g, err := scope.Formula(text)
		if err != nil {
			t.Skip()
		}
		z, err := Analyze(scope, g, scope.Store.Symbol("x"), Options{Order: 2})
		var own *Error
		var series *taylor.Error
		var limit *symbolic.LimitError
		switch {
		case errors.As(err, &own), errors.As(err, &series), errors.As(err, &limit):
			t.Skip()
		case err != nil:
			t.Fatal(err)
		case z.Unknown != "":
			t.Skip()
		}
		value := evaluator(scope.Library, scope.Store, z.Expr.ID())
		low, _ := bounds(z.Range.Low)
		_, high := bounds(z.Range.High)
		for k := -30; k <= 30; k++ {
			x := math.Sinh(float64(k)/4) / 16
			if v := value(x); v.Upper() < low || v.Lower() > high {
				t.Errorf("%s at %v is %v, outside of [%v, %v]", text, x, v, low, high)
			}
		}
	})
}
