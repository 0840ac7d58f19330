package interval

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"math/big"
	"os"
	"slices"
	"sort"
	"strings"
	"sync/atomic"
	"testing"
)

// An oracleCase is a line of testdata/oracle.txt.gz, made by oracle.py with
// mpmath: exact arguments and the value to 62 or 32 digits.
type oracleCase struct {
	name         string
	args         []*big.Float
	lo, hi       *big.Float // around the value, 58 or 28 digits wide; nil where undefined
	bits         uint       // precision up to which the value is known
	below, above float64    // float64 numbers around the value
}

// An oracleKey names a function with its number of arguments.
type oracleKey struct {
	name string
	args int
}

func readOracle(t testing.TB) map[oracleKey][]oracleCase {
	t.Helper()
	f, err := os.Open("testdata/oracle.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	all := map[oracleKey][]oracleCase{}
	for in := bufio.NewScanner(r); in.Scan(); {
		w := strings.Fields(in.Text())
		c := oracleCase{name: w[0]}
		for _, s := range w[1 : len(w)-1] {
			x, _, err := big.ParseFloat(s, 10, 256, big.ToNearestEven)
			if err != nil {
				t.Fatal(err)
			}
			c.args = append(c.args, x)
		}
		if s := w[len(w)-1]; s != "undefined" {
			v, _, err := big.ParseFloat(s, 10, 400, big.ToNearestEven)
			if err != nil {
				t.Fatal(err)
			}
			c.bits = 195
			if len(s) < 62 && strings.ContainsAny(s, ".e") {
				c.bits = 95
			}
			e := new(big.Float).SetPrec(400).SetMantExp(new(big.Float).Abs(v), -int(c.bits))
			c.lo, c.hi = new(big.Float).Sub(v, e), new(big.Float).Add(v, e)
			f, _ := v.Float64()
			c.below, c.above = prev(f), next(f)
		}
		k := oracleKey{c.name, len(c.args)}
		all[k] = append(all[k], c)
	}
	if len(all) < 40 {
		t.Fatalf("only %d functions", len(all))
	}
	return all
}

// holds tells whether the value of c may be in z, given that it is only known
// to c.bits bits.
func (c oracleCase) holds(z Interval) bool {
	return !z.IsEmpty() && z.lo.Cmp(c.hi) <= 0 && z.hi.Cmp(c.lo) >= 0
}

func points(args []*big.Float) []Interval {
	var p []Interval
	for _, x := range args {
		p = append(p, Point(x))
	}
	return p
}

// eachFunction runs a parallel subtest for every function of the oracle.
func eachFunction(t *testing.T, f func(t *testing.T, key oracleKey, cases []oracleCase) (checks int)) {
	var total atomic.Int64
	t.Run("function", func(t *testing.T) {
		for key, cases := range readOracle(t) {
			t.Run(fmt.Sprint(key.name, key.args), func(t *testing.T) {
				t.Parallel()
				total.Add(int64(f(t, key, cases)))
			})
		}
	})
	t.Log(total.Load(), "checks")
}

// At points: the value is enclosed, the decoration is right, and the width is
// a few units in the last place.
func TestOraclePoints(t *testing.T) {
	eachFunction(t, func(t *testing.T, key oracleKey, cases []oracleCase) (checks int) {
		k, ok := Lookup(key.name, key.args)
		if !ok {
			t.Fatal("no kernel")
		}
		for _, c := range cases {
			precs := []uint{11, 53, 64, 120, 180}
			if c.bits < 180 {
				precs = []uint{53, 90}
			}
			for _, prec := range precs {
				checks++
				z := k(prec, points(c.args))
				if c.lo == nil {
					if z.Decoration() != Nowhere && !inexactArgument(key) {
						t.Errorf("%v at %d bits: %v %v, want undefined", c.args, prec, z, z.dec)
					}
					continue
				}
				if z.Decoration() < Defined && !inexactArgument(key) {
					t.Errorf("%v at %d bits: decoration %v, want defined", c.args, prec, z.dec)
				}
				if !c.holds(z) {
					t.Errorf("%v at %d bits: %v does not contain %.30g", c.args, prec, z, c.lo)
					continue
				}
				if got := z.accuracy(); got < int(prec)-4 && !loose(key) {
					t.Errorf("%v at %d bits: only %d bits: %v", c.args, prec, got, z)
				}
			}
		}
		return checks
	})
}

// inexactArgument marks the functions of two arguments whose domain depends on
// a difference that is rounded.
func inexactArgument(key oracleKey) bool { return key.name == "binomial" }

// loose marks functions that are 0 at a curve, near which only the absolute
// error is small.
func loose(key oracleKey) bool {
	return key.args == 2 && key.name == "log" || inexactArgument(key)
}

// On intervals: for sorted points of one function, the enclosure on the hull of
// some of them contains the values at all that lie between.
func TestOracleIntervals(t *testing.T) {
	eachFunction(t, func(t *testing.T, key oracleKey, cases []oracleCase) (checks int) {
		if key.args != 1 {
			return 0
		}
		k, _ := Lookup(key.name, 1)
		inside := func(x Interval, part []oracleCase) {
			checks += len(part)
			z := k(53, []Interval{x})
			for _, c := range part {
				switch {
				case c.lo == nil && z.Decoration() >= Defined:
					t.Errorf("%v: %v, but undefined at %v", x, z.dec, c.args[0])
				case c.lo != nil && !c.holds(z):
					t.Errorf("%v: %v does not contain %.25g at %v", x, z, c.lo, c.args[0])
				}
			}
		}
		cases = fewer(key, cases)
		sortCases(cases)
		for _, size := range []int{2, 8, 30} {
			for i := 0; i+size <= len(cases); i += 1 + size/5 {
				part := cases[i : i+size]
				inside(New(part[0].args[0], part[size-1].args[0]), part)
			}
		}
		// Narrow intervals around each point, with it inside and at an end.
		for i, c := range cases {
			v := c.args[0]
			shifts := []int{-200, -60, -40, -20, -4}
			if c.bits < 180 {
				shifts = []int{-30}
			}
			for _, shift := range shifts {
				w := new(big.Float).SetPrec(400).SetMantExp(new(big.Float).Abs(v), shift)
				lo, hi := new(big.Float).SetPrec(400).Sub(v, w), new(big.Float).SetPrec(400).Add(v, w)
				for _, x := range []Interval{New(lo, hi), New(lo, v), New(v, hi)} {
					inside(x, cases[i:i+1])
				}
			}
		}
		return checks
	})
}

// fewer returns a third of the cases of functions that take long.
func fewer(key oracleKey, cases []oracleCase) (some []oracleCase) {
	if !slices.Contains(slowNames, key.name) {
		return cases
	}
	for i := 0; i < len(cases); i += 3 {
		some = append(some, cases[i])
	}
	return some
}

func sortCases(cases []oracleCase) {
	sort.SliceStable(cases, func(i, j int) bool { return cases[i].args[0].Cmp(cases[j].args[0]) < 0 })
}
