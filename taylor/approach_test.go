package taylor_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// A pair of distances from the point, 2^-near and 2^-close, and a precision in
// which differences of the order of the eighth power of the smaller one have digits.
type distances struct{ near, close int }

// At infinity the second pair is for formulas with exponentials, which have no
// bounded enclosures further away.
var allDistances = []distances{{40, 100}, {10, 28}}

const approachPrec = 1024

// errNoValues says that a formula has no enclosures where it is tested.
var errNoValues = errors.New("no values near the point")

// approaches tests an expansion by values near the point, computed in intervals by
// package certify, which shares no code with package taylor: when the distance
// shrinks, the difference of formula and series shrinks as the rest should. A wrong
// or missing term makes it grow against the rest by 60 bits (18 where values are
// taken nearer) for each power of the variable.
func approaches(p problem, z taylor.Expansion, s taylor.Series) error {
	st := p.scope.Store
	b := st.NewSum()
	for _, t := range s.Terms {
		b.Add(t.Expr().ID())
	}
	rest := symbolic.One
	if !s.Exact {
		rest = s.Rest.ID()
	}
	program := certify.Compile(p.scope.Library, st, p.formula.Expr.ID(), b.Sum(), rest)
	sides := []int64{1, -1}
	switch {
	case s.Side == taylor.Left:
		sides = []int64{-1}
	case s.Side == taylor.Right || z.At.Infinity != 0:
		sides = []int64{1}
	}
	for _, side := range sides {
		var err error
		for _, d := range allDistances {
			if err = compare(program, z, s, side, d); !errors.Is(err, errNoValues) {
				break
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// compare compares formula, series and rest at two points.
func compare(program *certify.Program, z taylor.Expansion, s taylor.Series, side int64, d distances) error {
	st := z.Variable.Store()
	var ratio [2]float64
	for i, bits := range []int{d.near, d.close} {
		t, _ := rational.New(1, 2).Pow(int64(bits), 1000)
		x := st.Num(t.Inv().Mul(rational.Int(int64(z.At.Infinity))))
		if z.At.Infinity == 0 {
			x = st.Add(z.At.Value.ID(), st.Num(t.Mul(rational.Int(side))))
		}
		v := program.At(certify.Point{z.Variable.ID(): x}, approachPrec)
		f, sum, size := v[0].Real, v[1].Real, v[2].Real
		if f.IsEmpty() || f.Decoration() < interval.Defined || sum.IsEmpty() || size.IsEmpty() || !f.IsBounded() || !sum.IsBounded() {
			return fmt.Errorf("%w: at %s %v, %v", errNoValues, text(st.Expr(x)), f, sum)
		}
		difference := interval.Sub(approachPrec, f, sum)
		switch {
		case magnitude(difference) < 200-approachPrec+math.Abs(magnitude(f)): // no more digits
			return nil
		case difference.Contains(rational.Rat{}):
			return fmt.Errorf("%w: at %s the enclosure %v is too wide", errNoValues, text(st.Expr(x)), f)
		case s.Exact:
			return fmt.Errorf("it is not exact: the difference is about 2^%v at %s", magnitude(difference), text(st.Expr(x)))
		}
		ratio[i] = magnitude(difference) - magnitude(size)
	}
	if ratio[1] > ratio[0]+8 {
		return fmt.Errorf("from side %d the difference grows against the rest, from 2^%v to 2^%v", side, ratio[0], ratio[1])
	}
	return nil
}

// magnitude is a logarithm to base 2 of the larger end.
func magnitude(x interval.Interval) float64 {
	x = interval.Abs(x)
	if x.Upper() == nil || x.Upper().Sign() == 0 {
		return math.Inf(-1)
	}
	return float64(x.Upper().MantExp(nil))
}

// testApproach tests all series of an expansion, and returns how many of them
// had no values to be tested by.
func testApproach(t *testing.T, name string, p problem, z taylor.Expansion) (unclear int) {
	t.Helper()
	for _, s := range z.Series {
		if len(s.Conditions) > 0 {
			continue
		}
		switch err := approaches(p, z, s); {
		case errors.Is(err, errNoValues):
			unclear++
			t.Logf("%s, side %v: %v", name, s.Side, err)
		case err != nil:
			t.Errorf("%s, side %v: %v\n%s", name, s.Side, err, p.answer())
		}
	}
	return unclear
}

func TestExpansionsOfGoldenFileApproach(t *testing.T) {
	data, err := os.ReadFile("testdata/expand.txt")
	if err != nil {
		t.Fatal(err)
	}
	count, unclear := 0, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '\t' || line[0] == '#' || strings.Contains(line, "wrt") || strings.Contains(line, "let") {
			continue
		}
		p := parseProblem(t, line)
		z, err := taylor.Expand(p.scope, p.formula, p.variables[0], p.order, p.options)
		if err != nil || len(p.scope.Store.FreeSymbols(p.formula.Expr.ID())) > 1 || z.At.Infinity == 0 && len(p.scope.Store.FreeSymbols(z.At.Value.ID())) > 0 || strings.Contains(line, "function") {
			continue
		}
		count++
		unclear += testApproach(t, line, p, z)
	}
	if count < 120 || unclear > 2 {
		t.Errorf("only %d expansions were tested, %d had no values", count, unclear)
	}
}

// expandable tells whether an error is one that Expand may return.
func expandable(err error) bool {
	var e *taylor.Error
	var l *symbolic.LimitError
	return err == nil || errors.As(err, &e) || errors.As(err, &l)
}

// SYMGRAD_TAYLOR_CASES is how many random formulas are tested.
func TestRandomExpansionsApproach(t *testing.T) {
	formulas := 60
	if n, err := strconv.Atoi(os.Getenv("SYMGRAD_TAYLOR_CASES")); err == nil {
		formulas = n
	}
	g := exprgen.New(7, exprgen.Options{Variables: []string{"x"}, Size: 6, NoBinders: true})
	points := []string{"0", "1", "-1", "1/2", "2", "0", "-1/3", "inf", "3", "-inf"}
	found, unclear := 0, 0
	for i := range formulas {
		line := g.Real().String() + " | order 3 | at " + points[i%len(points)]
		p, err := tryProblem(line)
		if err != nil {
			continue
		}
		z, err := taylor.Expand(p.scope, p.formula, p.variables[0], p.order, p.options)
		if !expandable(err) {
			t.Errorf("%s: %v", line, err)
		}
		if err != nil {
			continue
		}
		found++
		unclear += testApproach(t, line, p, z)
	}
	if found < formulas/2 || unclear > 3+formulas/20 {
		t.Errorf("only %d of %d formulas have expansions, %d had no values", found, formulas, unclear)
	}
}

// tryProblem reads a line; it may be one that cannot be read.
func tryProblem(line string) (p problem, err error) {
	scope := read.NewScope(symbolic.NewStoreLimits(symbolic.Limits{Nodes: 200_000, NumberBits: 1 << 14}), read.Default())
	fields := strings.Split(line, " | ")
	if p.formula, err = scope.Formula(fields[0]); err != nil {
		return p, err
	}
	p.scope, p.variables, p.order = scope, []symbolic.Expr{scope.Store.Symbol("x")}, 3
	switch at := strings.TrimPrefix(fields[2], "at "); at {
	case "inf":
		p.options.At.Infinity = 1
	case "-inf":
		p.options.At.Infinity = -1
	default:
		f, err := scope.Formula(at)
		if err != nil {
			return p, err
		}
		p.options.At.Value = f.Expr
	}
	return p, nil
}
