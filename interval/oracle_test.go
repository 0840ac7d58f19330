package interval

import (
	"bufio"
	"compress/gzip"
	"math/big"
	"os"
	"sort"
	"strings"
	"testing"
)

// An oracleCase is a line of testdata/oracle.txt.gz, made by oracle.py with
// mpmath: exact arguments and the value to 62 digits.
type oracleCase struct {
	name   string
	args   []*big.Float
	lo, hi *big.Float // around the value, 58 digits wide; nil where undefined
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
			e := new(big.Float).SetPrec(400).SetMantExp(new(big.Float).Abs(v), -195)
			c.lo, c.hi = new(big.Float).Sub(v, e), new(big.Float).Add(v, e)
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
// to 58 digits.
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

// At points: the value is enclosed, the decoration is right, and the width is
// a few units in the last place.
func TestOraclePoints(t *testing.T) {
	checks := 0
	for key, cases := range readOracle(t) {
		k, ok := Lookup(key.name, key.args)
		if !ok {
			t.Errorf("no kernel %v", key)
			continue
		}
		for _, c := range cases {
			for _, prec := range []uint{11, 53, 64, 120, 180} {
				z := k(prec, points(c.args))
				checks++
				if c.lo == nil {
					if z.Decoration() != Nowhere && !inexactArgument(key, prec, c) {
						t.Errorf("%v %v at %d bits: %v %v, want undefined", key, c.args, prec, z, z.dec)
					}
					continue
				}
				if z.Decoration() < Defined && !inexactArgument(key, prec, c) {
					t.Errorf("%v %v at %d bits: decoration %v, want defined", key, c.args, prec, z.dec)
				}
				if !c.holds(z) {
					t.Errorf("%v %v at %d bits: %v does not contain %.30g", key, c.args, prec, z, c.lo)
					continue
				}
				if got := z.accuracy(); got < int(prec)-4 && !loose(key, prec) {
					t.Errorf("%v %v at %d bits: only %d bits: %v", key, c.args, prec, got, z)
				}
			}
		}
	}
	t.Log(checks, "checks")
}

// inexactArgument marks the functions of two arguments whose domain depends on
// a difference that is rounded.
func inexactArgument(key oracleKey, _ uint, _ oracleCase) bool { return key.name == "binomial" }

// loose marks functions that are 0 at a curve, near which only the absolute
// error is small.
func loose(key oracleKey, _ uint) bool { return key.args == 2 && key.name == "log" }

// On intervals: for sorted points of one function, the enclosure on the hull of
// some of them contains the values at all that lie between.
func TestOracleIntervals(t *testing.T) {
	checks := 0
	for key, cases := range readOracle(t) {
		if key.args != 1 {
			continue
		}
		k, ok := Lookup(key.name, 1)
		if !ok {
			continue
		}
		sort.Slice(cases, func(i, j int) bool { return cases[i].args[0].Cmp(cases[j].args[0]) < 0 })
		for _, size := range []int{2, 3, 8, 30} {
			for i := 0; i+size <= len(cases); i++ {
				part := cases[i : i+size]
				x := New(part[0].args[0], part[size-1].args[0])
				checks += checkInside(t, key.name, k, x, part)
			}
		}
		// Narrow intervals around each point, with it inside and at an end.
		for i, c := range cases {
			v := c.args[0]
			for _, shift := range []int{-200, -60, -40, -20, -4} {
				w := new(big.Float).SetPrec(400).SetMantExp(new(big.Float).Abs(v), shift)
				lo, hi := new(big.Float).SetPrec(400).Sub(v, w), new(big.Float).SetPrec(400).Add(v, w)
				for _, x := range []Interval{New(lo, hi), New(lo, v), New(v, hi)} {
					checks += checkInside(t, key.name, k, x, cases[i:i+1])
				}
			}
		}
	}
	t.Log(checks, "checks")
	if checks < 100000 {
		t.Errorf("only %d checks", checks)
	}
}

func checkInside(t *testing.T, name string, k Kernel, x Interval, part []oracleCase) (checks int) {
	t.Helper()
	z := k(53, []Interval{x})
	for _, c := range part {
		checks++
		switch {
		case c.lo == nil && z.Decoration() >= Defined:
			t.Errorf("%s %v: %v, but undefined at %v", name, x, z.dec, c.args[0])
		case c.lo != nil && !c.holds(z):
			t.Errorf("%s %v: %v does not contain %.25g at %v", name, x, z, c.lo, c.args[0])
		}
	}
	return checks
}
