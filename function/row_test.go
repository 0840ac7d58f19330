package function

import (
	"cmp"
	"math"
	"slices"
	"testing"
)

func TestRowsAreWellFormed(t *testing.T) {
	for _, r := range Default().All() {
		if err := Default().validate(r); err != nil {
			t.Error(err)
		}
		if r.Family == "" || r.Source == "" {
			t.Errorf("%s has no family or no source", r.Signature())
		}
		for _, v := range r.Values {
			args := splitArgs(v.Args)
			if len(args) != len(r.Params) {
				t.Errorf("%s: value at %s has not all arguments", r.Signature(), v.Args)
			}
		}
	}
}

// splitArgs evaluates comma-separated constants.
func splitArgs(text string) []float64 {
	f := &formula{text: text}
	args := []float64{f.or()}
	for f.next(",") {
		args = append(args, f.or())
	}
	return args
}

// inDomain evaluates the Domain column; variadic rows are total.
func inDomain(r *Row, args []float64) bool {
	return r.Variadic || holds(r.Domain, bind(r, args), 0)
}

func TestKernelIsNaNExactlyOutsideTheDomain(t *testing.T) {
	for _, s := range samples(t) {
		if y := s.row.Float(s.args); math.IsNaN(y) == inDomain(s.row, s.args) {
			t.Errorf("%s%v = %v, but domain %q is %v", s.row.Name, s.args, y, s.row.Domain, inDomain(s.row, s.args))
		}
	}
}

// rangeSlack covers rounding, and values so near a bound that they are
// rounded to it.
const rangeSlack = 1e-13

func TestRangeEnclosesValues(t *testing.T) {
	for _, s := range samples(t) {
		y := s.row.Float(s.args)
		if math.IsNaN(y) || s.row.Variadic && len(s.args) != 2 {
			continue
		}
		names := bind(s.row, s.args)
		names["y"] = y
		if !holds(s.row.Range, names, rangeSlack) {
			t.Errorf("%s%v = %v is not in %q", s.row.Name, s.args, y, s.row.Range)
		}
	}
}

func TestMonotony(t *testing.T) {
	for _, r := range Default().All() {
		if r.Monotone == NotMonotone {
			continue
		}
		if len(r.Params) != 1 || r.Variadic {
			t.Errorf("%s has not one argument", r.Signature())
		}
		sign := 1.0
		if r.Monotone == Decreasing {
			sign = -1
		}
		var list []sample
		for _, s := range samples(t) {
			if s.row == r && inDomain(r, s.args) {
				list = append(list, s)
			}
		}
		slices.SortFunc(list, func(a, b sample) int { return cmp.Compare(a.args[0], b.args[0]) })
		strict := 0
		for i := 1; i < len(list); i++ {
			y, z := sign*r.Float(list[i-1].args), sign*r.Float(list[i].args)
			if y > z {
				t.Errorf("%s is not monotone between %v and %v", r.Signature(), list[i-1].args, list[i].args)
			}
			if y < z {
				strict++
			}
		}
		if strict < 5 {
			t.Errorf("%s was compared at %d pairs only", r.Signature(), strict)
		}
	}
}

func TestSigns(t *testing.T) {
	signs := map[*Row]map[int]int{}
	for _, s := range samples(t) {
		y := s.row.Float(s.args)
		if s.row.Sign == "" || math.IsNaN(y) {
			continue
		}
		z := evaluate(s.row.Sign, bind(s.row, s.args), 0)
		underflow := y == 0 && math.Abs(s.args[0]) > 20
		if a, b := signOf(y), signOf(z); a != b && !underflow && math.Abs(y)+math.Abs(z) > rangeSlack {
			t.Errorf("%s%v = %v, but %s = %v", s.row.Name, s.args, y, s.row.Sign, z)
		}
		if signs[s.row] == nil {
			signs[s.row] = map[int]int{}
		}
		signs[s.row][signOf(z)]++
	}
	for _, r := range Default().All() {
		if r.Sign != "" && signs[r][1]+signs[r][-1] < 10 {
			t.Errorf("%s was compared at few points: %v", r.Signature(), signs[r])
		}
	}
}

func signOf(x float64) int { return cmp.Compare(x, 0) }

func TestParity(t *testing.T) {
	for _, r := range Default().All() {
		odd, even := true, true
		for _, s := range samples(t) {
			if s.row != r || r.Variadic {
				continue
			}
			mirrored := append([]float64{-s.args[0]}, s.args[1:]...)
			if inDomain(r, s.args) != inDomain(r, mirrored) {
				odd, even = false, false
				break
			}
			y, z := r.Float(s.args), r.Float(mirrored)
			tol := 1e-14 * math.Abs(y)
			odd = odd && (math.IsNaN(y) || y == -z || math.Abs(y+z) <= tol)
			even = even && (math.IsNaN(y) || y == z || math.Abs(y-z) <= tol)
		}
		if r.Variadic {
			odd, even = false, false
		}
		if odd != (r.Parity == Odd) || even != (r.Parity == Even) {
			t.Errorf("%s: parity %d, but samples say odd %v, even %v", r.Signature(), r.Parity, odd, even)
		}
	}
}

func TestSymmetricRowsCommute(t *testing.T) {
	for _, s := range samples(t) {
		if len(s.args) != 2 || len(s.row.Params) != 2 {
			continue
		}
		y, z := s.row.Float(s.args), s.row.Float([]float64{s.args[1], s.args[0]})
		if s.row.Symmetric && y != z {
			t.Errorf("%s%v = %v, exchanged %v", s.row.Name, s.args, y, z)
		}
	}
}

// modest tells whether texts can be evaluated at args in plain float64
// without overflow and without much cancellation.
func modest(args []float64) bool {
	for _, x := range args {
		if d := math.Abs(math.Abs(x) - 1); d != 0 && d < 1e-6 {
			return false
		}
		if x != 0 && math.Abs(x) < 1e-3 || math.Abs(x) > 30 {
			return false
		}
	}
	return true
}

func TestDefinitionAndExpansionAgreeWithKernel(t *testing.T) {
	count := map[*Row]int{}
	for _, s := range samples(t) {
		for _, text := range []string{s.row.Definition, s.row.Expand} {
			y := s.row.Float(s.args)
			if text == "" || !modest(s.args) || math.IsNaN(y) || s.row.Variadic && len(s.args) != 2 {
				continue
			}
			z := evaluate(text, bind(s.row, s.args), 0)
			if !(math.Abs(y-z) <= 1e-9*max(1, math.Abs(y)) || math.IsInf(y, 0) || math.IsInf(z, 0)) {
				t.Errorf("%s%v = %v, but %s = %v", s.row.Name, s.args, y, text, z)
			}
			count[s.row]++
		}
	}
	for _, r := range Default().All() {
		if (r.Definition != "" || r.Expand != "") && count[r] < 5 {
			t.Errorf("%s: definition tried at %d points only", r.Signature(), count[r])
		}
	}
}

func TestSpecialValuesAgreeWithKernel(t *testing.T) {
	for _, r := range Default().All() {
		for _, v := range r.Values {
			y, z := r.Float(splitArgs(v.Args)), evaluate(v.Result, nil, 0)
			if !(math.Abs(y-z) <= 1e-14*max(1, math.Abs(z))) && math.Abs(y) < 1e15 {
				t.Errorf("%s(%s) = %v, but the table says %s = %v", r.Name, v.Args, y, v.Result, z)
			}
		}
	}
}

// partial is the derivative by parameter i as a difference quotient of fourth
// order with step h; NaN where the stencil leaves the domain.
func partial(r *Row, args []float64, i int, h float64) float64 {
	at := func(d float64) float64 {
		moved := append([]float64(nil), args...)
		moved[i] += d
		return r.Float(moved)
	}
	return (8*(at(h)-at(-h)) - (at(2*h) - at(-2*h))) / (12 * h)
}

// slope is the derivative by parameter i from one side, of second order.
func slope(r *Row, args []float64, i int, h float64) float64 {
	at := func(d float64) float64 {
		moved := append([]float64(nil), args...)
		moved[i] += d
		return r.Float(moved)
	}
	return (4*at(h) - at(2*h) - 3*at(0)) / (2 * h)
}

func TestDerivativesAgreeWithDifferences(t *testing.T) {
	count := map[*Row]int{}
	for _, s := range samples(t) {
		r := s.row
		if !modest(s.args) || len(s.args) != len(r.Params) || !inDomain(r, s.args) || !holds(r.Smooth, bind(r, s.args), 0) {
			continue
		}
		for i, text := range r.Deriv {
			if text == "" {
				continue
			}
			h := 2e-4 * max(1e-2, math.Abs(s.args[i]))
			want, again := partial(r, s.args, i, h), partial(r, s.args, i, h/3)
			y := math.Abs(r.Float(s.args))
			tol := 1e-7*max(math.Abs(want), 1e-3) + 1e-11*y/h
			left, right := slope(r, s.args, i, -h), slope(r, s.args, i, h)
			if !(math.Abs(want-again) <= tol && math.Abs(left-right) <= 1e4*tol) {
				continue // near a kink, a pole or an end of the domain
			}
			names := bind(r, s.args)
			got := evaluate(text, names, 0)
			if !(math.Abs(got-want) <= 10*tol) {
				t.Errorf("%s%v: derivative %d, %s = %.12g, differences %.12g", r.Name, s.args, i, text, got, want)
			}
			count[r]++
			if names["y"] = r.Float(s.args); i == 0 && r.DerivValue != "" {
				if got := evaluate(r.DerivValue, names, 0); !(math.Abs(got-want) <= 10*tol+1e-9*math.Abs(want)+1e-15*math.Exp(y)) {
					t.Errorf("%s%v: derivative by value, %s = %.12g, differences %.12g", r.Name, s.args, r.DerivValue, got, want)
				}
			}
		}
	}
	for _, r := range Default().All() {
		if count[r] < 8 {
			t.Errorf("%s: derivatives tried at %d points only", r.Signature(), count[r])
		}
	}
}

// isRound tells whether all arguments are multiples of 1/8, which the kinks
// of the table are.
func isRound(args []float64) bool {
	for _, x := range args {
		if 8*x != math.Floor(8*x) {
			return false
		}
	}
	return true
}

// derivHolds tells whether Deriv is the derivative at args, seen from both
// sides and by all parameters; inside is false at an end of the domain.
func derivHolds(r *Row, args []float64) (ok, inside bool) {
	ok, inside = true, true
	for i, text := range r.Deriv {
		if text == "" {
			continue
		}
		d := evaluate(text, bind(r, args), 0)
		for _, h := range []float64{1e-8, -1e-8} {
			moved := append([]float64(nil), args...)
			moved[i] += h
			q := (r.Float(moved) - r.Float(args)) / (moved[i] - args[i])
			inside = inside && !math.IsNaN(q)
			slack := 1e-4*max(1, math.Abs(d)) + 1e-4*math.Abs(r.Float(args)) // curvature and rounding
			ok = ok && !math.IsInf(d, 0) && math.Abs(q-d) <= slack
		}
	}
	return ok, inside
}

// At the kinks and jumps of the table Smooth says no, and it excludes no
// point where Deriv is the derivative.
func TestSmoothIsExact(t *testing.T) {
	for _, s := range samples(t) {
		r := s.row
		if !modest(s.args) || !isRound(s.args) || len(s.args) != len(r.Params) || !inDomain(r, s.args) {
			continue
		}
		smooth := holds(r.Smooth, bind(r, s.args), 0)
		if ok, inside := derivHolds(r, s.args); ok != smooth && (inside || !smooth) {
			t.Errorf("%s%v: Smooth %q is %v, but Deriv holds: %v", r.Name, s.args, r.Smooth, smooth, ok)
		}
	}
}

// Functions jump where Continuous says no, and nowhere else.
func TestContinuousIsExact(t *testing.T) {
	for _, s := range samples(t) {
		r := s.row
		if !modest(s.args) || !isRound(s.args) || len(s.args) != len(r.Params) || !inDomain(r, s.args) {
			continue
		}
		want := holds(r.Continuous, bind(r, s.args), 0)
		got, y := true, r.Float(s.args)
		for i := range s.args {
			for _, h := range []float64{1e-12, -1e-12} {
				moved := append([]float64(nil), s.args...)
				moved[i] += h
				if r.Deriv[i] != "" && math.Abs(h*evaluate(r.Deriv[i], bind(r, s.args), 0)) > 1e-5 {
					continue // steep: a small step is no small change
				}
				if z := r.Float(moved); !math.IsNaN(z) && math.Abs(z-y) > 1e-4*max(1, math.Abs(y)) && r.Deriv[i] != "" {
					got = false
				}
			}
		}
		if got != want {
			t.Errorf("%s%v: Continuous %q is %v, but the values around it say %v", r.Name, s.args, r.Continuous, want, got)
		}
	}
}

// An argument without a value leaves the function without one, whatever the
// others are.
func TestNaNInNaNOut(t *testing.T) {
	for _, s := range samples(t) {
		for i := range s.args {
			args := append([]float64(nil), s.args...)
			args[i] = math.NaN()
			if y := s.row.Float(args); !math.IsNaN(y) {
				t.Errorf("%s%v = %v", s.row.Name, args, y)
				break
			}
		}
	}
}
