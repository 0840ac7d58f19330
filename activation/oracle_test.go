package activation

import (
	"bufio"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/interval"
)

// oracle reads testdata/moments.txt, which moments.py wrote.
func oracle(t *testing.T, use func(fields []string)) {
	t.Helper()
	file, err := os.Open("testdata/moments.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n := 0
	for in := bufio.NewScanner(file); in.Scan(); n++ {
		use(strings.Fields(in.Text()))
	}
	if n != 4*len(names) {
		t.Errorf("%d lines", n)
	}
}

// holds tells whether a number of 25 digits is in an interval, but for the errors of
// its last digits.
func holds(x interval.Float, text string) bool {
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		return false
	}
	slack := new(big.Rat).Abs(v)
	slack.Mul(slack, big.NewRat(1, 1e18)).Quo(slack, big.NewRat(1e5, 1))
	slack.Add(slack, new(big.Rat).SetFrac64(1, 1e18))
	slack.Quo(slack, big.NewRat(1e6, 1))
	lo, hi := new(big.Rat).SetFloat64(x.Lower()), new(big.Rat).SetFloat64(x.Upper())
	return lo.Sub(lo, slack).Cmp(v) <= 0 && hi.Add(hi, slack).Cmp(v) >= 0
}

func TestMomentsContainThoseOfTheOracle(t *testing.T) {
	oracle(t, func(fields []string) {
		if fields[1] == "extremes" {
			return
		}
		z, _ := report(t, fields[0]+"(x)", fields[1])
		if z.NoNumber != "" {
			t.Errorf("%s: %s", fields[0], z.NoNumber)
			return
		}
		for i, m := range z.Moments {
			if !m.HasNumber || !m.Proved || !holds(m.Within, fields[2+i]) {
				t.Errorf("%s, sigma = %s: %s is %s and not in %s", fields[0], fields[1], m.Name, fields[2+i], Bracket(m.Within))
			}
			if width := m.Within.Upper() - m.Within.Lower(); width > 1e-12 && width > 1e-12*m.Within.Upper() {
				t.Errorf("%s, sigma = %s: %s is only known to be in %s", fields[0], fields[1], m.Name, Bracket(m.Within))
			}
		}
	})
}

func TestExtremesAreThoseOfTheOracle(t *testing.T) {
	oracle(t, func(fields []string) {
		if fields[1] != "extremes" {
			return
		}
		z, _ := report(t, fields[0]+"(x)", "1")
		if z.Unknown != "" {
			t.Errorf("%s: %s", fields[0], z.Unknown)
			return
		}
		for i, e := range []Extreme{z.Range.Low, z.Range.High, z.Slope.Low, z.Slope.High} {
			want := fields[2+i]
			switch {
			case want == "inf" && e.Infinity == 1 || want == "-inf" && e.Infinity == -1:
			case e.Infinity != 0 || strings.Contains(want, "inf"):
				t.Errorf("%s: extreme %d is %s", fields[0], i, want)
			case fields[0] == "softsign" && e.IsExact(): // reached as 1/x only
				if !holds(e.Within.Add(interval.NewFloat(-2e-6, 2e-6)), want) {
					t.Errorf("%s: extreme %d is %s and not in %s", fields[0], i, want, e.Within)
				}
			case !holds(e.Within, want):
				t.Errorf("%s: extreme %d is %s and not in %s", fields[0], i, want, e.Within)
			case e.Within.Upper()-e.Within.Lower() > 1e-12:
				t.Errorf("%s: extreme %d is only known to be in %s", fields[0], i, e.Within)
			}
		}
	})
}
