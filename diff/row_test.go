package diff_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// arguments are values of the parameters of a row: the first one anywhere, the
// others from fewer values.
func arguments(row *function.Row) []point {
	first := []float64{-7.3, -3, -2.6, -1.7, -1, -0.83, -0.5, -0.21, -1e-3, 0, 2e-3, 0.13, 0.37, 0.5, 0.71, 0.94, 1, 1.2, 1.9, 2.7, 3, 3.6, 5.3, 6, 8.9}
	more := []float64{-2.3, -1, -0.4, 0, 0.3, 0.5, 1, 1.6, 3.2}
	if row.Name == "polygamma" {
		first = []float64{0, 1, 2, 3, 5}
		more = append(more, -1.6, 0.7, 2.2, 4.5, 7.1, 9.3, 11.4)
	}
	points := []point{{}}
	for i, param := range row.Params {
		values := more
		if i == 0 {
			values = first
		}
		var next []point
		for k, p := range points {
			for j, v := range values {
				if i == 2 && (j+k)%4 != 0 { // three parameters: a quarter of the grid
					continue
				}
				next = append(next, moved(p, param.Name, v))
			}
		}
		points = next
	}
	return points
}

// call writes a row applied to its parameters.
func call(row *function.Row) string {
	var names []string
	for _, p := range row.Params {
		names = append(names, p.Name)
	}
	return row.Name + "(" + strings.Join(names, ", ") + ")"
}

// rowFaults differentiates a row by each parameter three times and compares
// each derivative with differences of the one before, the first one with
// differences of the kernel.
func rowFaults(lib *read.Library, row *function.Row) (faults []string, compared map[string]int) {
	compared = map[string]int{}
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	for i, param := range row.Params {
		if row.Deriv[i] == "" && row.Expand == "" {
			continue
		}
		c := read.NewScope(symbolic.NewStore(), lib)
		f, err := c.Formula(call(row))
		if err != nil {
			fault("%v", err)
			continue
		}
		x := c.Store.Symbol(param.Name)
		prev := f.Expr
		for order := 1; order <= 3; order++ {
			d, err := diff.Derivative(f, x, order, diff.Options{Library: lib})
			if err != nil {
				fault("order %d by %s: %v", order, param.Name, err)
				break
			}
			at := fmt.Sprintf("order %d by %s", order, param.Name)
			compared[at] = 0
			for _, p := range arguments(row) {
				if ok, err := evaluate.Holds(d.Conditions, p); err != nil || !ok {
					continue
				}
				claimed, err := evaluate.Float(d.Partials[0], p)
				if err != nil {
					fault("%s at %v: the conditions hold and the derivative is %v", at, p, err)
					continue
				}
				z, e := difference(prev, d.Conditions, p, param.Name)
				switch compare(claimed, z, e) {
				case differ:
					fault("%s at %v: %v, by differences %v ± %.1g", at, p, claimed, z, e)
				case agree:
					compared[at]++
				}
				if verdict, why := existsAt(prev, claimed, p, param.Name); verdict == differ {
					fault("%s at %v: %v, but %s", at, p, claimed, why)
				}
			}
			prev = d.Partials[0]
		}
	}
	return faults, compared
}

func TestDerivativesOfEveryRow(t *testing.T) {
	for _, row := range function.Default().All() {
		t.Run(row.Signature(), func(t *testing.T) {
			t.Parallel()
			faults, compared := rowFaults(read.Default(), row)
			for i, f := range faults {
				if i == 5 {
					t.Errorf("and %d more", len(faults)-i)
					break
				}
				t.Error(f)
			}
			for at, n := range compared {
				if n < 5 {
					t.Errorf("%s: only %d points could be compared", at, n)
				}
			}
		})
	}
}

// TestDerivativesInTermsOfTheValue compares the column DerivValue with
// differences of the kernel.
func TestDerivativesInTermsOfTheValue(t *testing.T) {
	for _, row := range function.Default().All() {
		if row.DerivValue != "" {
			compared, faults := valueFaults(read.Default(), row)
			for _, f := range faults {
				t.Errorf("%s %s", row.Signature(), f)
			}
			if compared < 5 {
				t.Errorf("%s: only %d points could be compared", row.Signature(), compared)
			}
		}
	}
}

func valueFaults(lib *read.Library, row *function.Row) (compared int, faults []string) {
	c := read.NewScope(symbolic.NewStore(), lib)
	f, err := c.Formula(call(row))
	if err != nil {
		return 0, []string{err.Error()}
	}
	var args []symbolic.ID
	for _, p := range row.Params {
		args = append(args, c.Store.Sym(p.Name))
	}
	forms := lib.Forms(row)
	text := c.Store.Expr(forms.DerivValue.Build(c.Store, append(slices.Clone(args), c.Store.Sym("y"))...))
	where := f.Domain
	if forms.Smooth != nil {
		where = c.Store.Expr(c.Store.And(where.ID(), forms.Smooth.Build(c.Store, append(slices.Clone(args), f.Expr.ID())...)))
	}
	name := row.Params[0].Name
	for _, p := range arguments(row) {
		if !holdsAround(where, p, name, 1e-3) {
			continue
		}
		y, err := evaluate.Float(f.Expr, p)
		if err != nil {
			continue
		}
		z, e := difference(f.Expr, where, p, name)
		if e > 1e-6*max(1, math.Abs(z)) {
			continue
		}
		claimed, err := evaluate.Float(text, moved(p, "y", y))
		if err != nil || math.Abs(claimed-z) > 20*e+1e-8*max(1, math.Abs(z)) {
			faults = append(faults, fmt.Sprintf("at %v: %v (%v), by differences %v", p, claimed, err, z))
			continue
		}
		compared++
	}
	return compared, faults
}

// TestRowTestSeesFaults puts mistakes into copies of rows and expects the test
// above to object.
func TestRowTestSeesFaults(t *testing.T) {
	for _, c := range []struct {
		row   string
		args  int
		fault func(r *function.Row)
	}{
		{"sin", 1, func(r *function.Row) { r.Deriv = []string{"-cos(u)"} }},
		{"atanh", 1, func(r *function.Row) { r.Deriv = []string{"1/(1+u^2)"} }},
		{"hypot", 2, func(r *function.Row) { r.Deriv = []string{r.Deriv[0], "u/own(u,v)"} }},
		{"gelu", 1, func(r *function.Row) { r.Deriv = []string{"1/2*(1+erf(u/sqrt(2)))+u*exp(-u^2/2)/sqrt(6.2831)"} }},
		{"abs", 1, func(r *function.Row) { r.Smooth = "" }},
		{"relu6", 1, func(r *function.Row) { r.Smooth = "u != 0" }},
		{"sign", 1, func(r *function.Row) { r.Smooth = "" }},
		{"asin", 1, func(r *function.Row) { r.Smooth, r.Domain = "", "" }},
		{"cbrt", 1, func(r *function.Row) { r.Smooth = "" }},
		{"softplus", 2, func(r *function.Row) { r.DerivValue = "1-exp(-y)" }},
		{"tanh", 1, func(r *function.Row) { r.DerivValue = "1-y" }},
	} {
		row, err := function.Default().Lookup(c.row, c.args)
		if err != nil {
			t.Fatal(err)
		}
		bad := *row
		bad.Name, bad.Aliases, bad.Expand = "own", nil, ""
		c.fault(&bad)
		table, err := function.NewTable(nil, bad)
		if err != nil {
			t.Fatal(err)
		}
		lib := read.NewLibrary(table)
		own, err := table.Lookup("own", c.args)
		if err != nil {
			t.Fatal(err)
		}
		faults, _ := rowFaults(lib, own)
		if bad.DerivValue != "" {
			_, more := valueFaults(lib, own)
			faults = append(faults, more...)
		}
		if len(faults) == 0 {
			t.Errorf("a fault in the row of %s was not seen", c.row)
		}
	}
}
