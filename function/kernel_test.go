package function

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A sample is one line of testdata/oracle.txt: exact arguments and the value
// that mpmath gives (see oracle.py).
type sample struct {
	row  *Row
	args []float64
	want float64
}

func samples(t testing.TB) []sample {
	t.Helper()
	file, err := os.Open("testdata/oracle.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var list []sample
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		fields := strings.Fields(scanner.Text())
		s := sample{}
		for i, field := range fields[1:] {
			x, err := strconv.ParseFloat(field, 64)
			switch {
			case err != nil && !math.IsInf(x, 0):
				t.Fatal(err)
			case i == len(fields)-2:
				s.want = x
			default:
				s.args = append(s.args, x)
			}
		}
		if s.row, err = Default().Lookup(fields[0], len(s.args)); err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

// Relative errors that the package comment states.
const (
	elementaryTolerance = 1e-14
	gammaTolerance      = 1e-12
)

func TestKernelsAgreeWithOracle(t *testing.T) {
	const leastNormal = 0x1p-1022
	count := map[*Row]int{}
	worst := map[string]float64{}
	for _, s := range samples(t) {
		count[s.row]++
		got := s.row.Float(s.args)
		if math.IsNaN(s.want) || math.IsInf(s.want, 0) {
			if got != s.want && !(math.IsNaN(got) && math.IsNaN(s.want)) {
				t.Errorf("%s%v = %v, want %v", s.row.Name, s.args, got, s.want)
			}
			continue
		}
		tolerance, scale := elementaryTolerance, max(math.Abs(s.want), leastNormal)
		if s.row.Family == "gamma" {
			tolerance = gammaTolerance
		}
		switch s.row.Name {
		case "digamma", "lgamma", "polygamma": // have zeros, where the error is absolute
			scale = max(scale, 1)
		}
		miss := math.Abs(got - s.want)
		if !(miss <= tolerance*scale) {
			t.Errorf("%s%v = %.17g, want %.17g, relative error %.2g", s.row.Name, s.args, got, s.want, miss/scale)
		}
		worst[s.row.Name] = max(worst[s.row.Name], miss/scale)
	}
	for _, r := range Default().All() {
		if count[r] < 10 {
			t.Errorf("%s: only %d points in the oracle", r.Signature(), count[r])
		}
		t.Logf("%-12s %4d points, largest error %.1e", r.Name, count[r], worst[r.Name])
	}
}

func BenchmarkKernels(b *testing.B) {
	for _, r := range Default().All() {
		args := withDefaults(r, []float64{1.25, 0.75}[:min(2, firstDefault(r))])
		b.Run(r.Signature(), func(b *testing.B) {
			for b.Loop() {
				r.Float(args)
			}
		})
	}
}

func firstDefault(r *Row) int {
	n := 1
	for n < len(r.Params) && r.Params[n].Default == "" {
		n++
	}
	return n
}

// Near its limits tanh does not go beyond them, and rises but for rounding errors.
func TestTanhNearItsLimits(t *testing.T) {
	before := 0.0
	for x := 14.0; x < 25; x += 0x1p-14 {
		y := tanh(x)
		if y > 1 || y < before-4*0x1p-53 || tanh(-x) != -y {
			t.Fatalf("tanh(%v) = %v after %v", x, y, before)
		}
		before = y
	}
}
