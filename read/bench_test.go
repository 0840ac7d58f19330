package read_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// longFormula writes a sum of ordinary terms in 300 variables.
func longFormula(bytes int) string {
	rng := rand.New(rand.NewPCG(1, 2))
	x := func() string { return fmt.Sprint("x", rng.IntN(300)) }
	var b strings.Builder
	for b.Len() < bytes {
		if b.Len() > 0 {
			b.WriteByte('+')
		}
		switch c := 2 + rng.IntN(97); rng.IntN(5) {
		case 0:
			fmt.Fprintf(&b, "%d*%s^%d*%s", c, x(), 2+rng.IntN(4), x())
		case 1:
			fmt.Fprintf(&b, "sin(%s+%d*%s)", x(), c, x())
		case 2:
			fmt.Fprintf(&b, "%s*%s/(%d+%s^2)", x(), x(), c, x())
		case 3:
			fmt.Fprintf(&b, "exp(-%s^2/%d)*%s", x(), c, x())
		default:
			fmt.Fprintf(&b, "sigmoid(%s*%s-%d/7)", x(), x(), c)
		}
	}
	return b.String()
}

// BenchmarkFormula reads text to expression and domain.
func BenchmarkFormula(b *testing.B) {
	for _, size := range []int{1 << 10, 1 << 20} {
		text := longFormula(size)
		b.Run(fmt.Sprint(size>>10, "kB"), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				c := read.NewScope(symbolic.NewStore(), read.Default())
				if _, err := c.Formula(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
