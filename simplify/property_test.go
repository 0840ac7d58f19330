package simplify_test

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// coordinates are the exact numbers that points are made of: where functions
// have kinks, poles and special values, and others.
var coordinates = []rational.Rat{{}, {}, rational.One, rational.NegOne, rational.Half, rational.New(-1, 2), rational.Int(2), rational.Int(-2),
	rational.Int(3), rational.New(7, 3), rational.New(-5, 4), rational.New(1, 100), rational.Int(-7)}

// effort bounds what is done to compare two values at a point.
var effort = certify.Options{MaxPrec: 512, Budget: 1 << 16}

// eachPoint calls look at exact points at which a root of a program holds, until it
// says what is wrong; that is returned with the point.
func eachPoint(s *symbolic.Store, p *certify.Program, given int, rng *rand.Rand, points int, look func(at certify.Point) string) string {
	vars := p.Inputs()
	for range points {
		at := certify.Point{}
		for _, x := range vars {
			at[x] = s.Num(coordinates[rng.IntN(len(coordinates))])
		}
		if holds, _ := p.Holds(given, at, effort); holds != certify.Yes {
			continue
		}
		if wrong := look(at); wrong != "" {
			for _, x := range vars {
				wrong += " " + s.Name(x) + "=" + s.Number(at[x]).String()
			}
			return wrong
		}
	}
	return ""
}

// assumed are the assumptions of a scope.
func assumed(scope *read.Scope) (conds []symbolic.ID) {
	for _, r := range scope.Relations {
		conds = append(conds, r.Domain.ID(), r.Expr.ID())
	}
	return conds
}

// compare returns a description of a point at which a formula has a value and
// its simplified form has none or another one, and "" if none was found.
func compare(scope *read.Scope, f read.Formula, z symbolic.Expr, rng *rand.Rand, points int) string {
	s := scope.Store
	p := certify.Compile(scope.Library, s, f.Expr.ID(), z.ID(), s.And(append(assumed(scope), f.Domain.ID())...))
	return eachPoint(s, p, 2, rng, points, func(at certify.Point) string {
		if own := p.Compare(0, 0, at, effort); own.Order != certify.Equal {
			return ""
		}
		switch c := p.Compare(0, 1, at, effort); c.Order {
		case certify.Less, certify.Greater, certify.NoValue:
			l, r := c.Sides()
			return fmt.Sprintf("%s: %s and %s at", c.Order, l, r)
		}
		return ""
	})
}

// misplaced compares the conditions of a result with the domain of the formula at
// exact points where the assumptions hold.
func misplaced(scope *read.Scope, f read.Formula, z simplify.Result, rng *rand.Rand, points int) string {
	s := scope.Store
	var conds []symbolic.ID
	for _, c := range z.Conditions {
		conds = append(conds, c.ID())
	}
	p := certify.Compile(scope.Library, s, f.Domain.ID(), s.And(conds...), s.And(assumed(scope)...))
	return eachPoint(s, p, 2, rng, points, func(at certify.Point) string {
		domain, _ := p.Holds(0, at, effort)
		cond, _ := p.Holds(1, at, effort)
		if domain == certify.Yes && cond == certify.No || domain == certify.No && cond == certify.Yes {
			return fmt.Sprintf("the domain is %v and the conditions %s are %v at", domain, infix(s.Expr(s.And(conds...))), cond)
		}
		return ""
	})
}

func infix(e symbolic.Expr) string {
	text, err := present.NewPrinter(present.Options{}).String(e, present.AsText)
	if err != nil {
		return err.Error()
	}
	return text
}

// kinds are the formulas that are tried.
var kinds = map[string]exprgen.Options{
	"all":           {},
	"smooth":        {NoBranches: true, NoBinders: true, Variables: []string{"x", "y"}},
	"rational":      {Functions: rows("sqrt"), NoBranches: true, NoBinders: true, Variables: []string{"x", "y"}},
	"exponential":   {Functions: rows("exp", "log", "sigmoid", "tanh", "sinh", "cosh", "softplus", "sqrt"), NoBinders: true, Variables: []string{"x", "y"}},
	"trigonometric": {Functions: rows("sin", "cos", "tan", "sec", "asin", "acos", "atan", "sqrt"), NoBranches: true, NoBinders: true, Variables: []string{"x", "y"}},
	"piecewise":     {Functions: rows("abs", "sign", "max", "min", "relu", "step", "floor", "ceil", "sqrt", "log"), Variables: []string{"x", "y"}},
	"sums":          {Arrays: []string{"a"}, Variables: []string{"x"}},
}

func rows(names ...string) (list []*function.Row) {
	for _, row := range function.Default().All() {
		for _, name := range names {
			if row.Name == name {
				list = append(list, row)
			}
		}
	}
	return list
}

// faults returns what is wrong with the result of a simplification: a length that
// grew, another value, conditions that are not the domain.
func faults(scope *read.Scope, f read.Formula, z simplify.Result, seed uint64) (list []string) {
	s := scope.Store
	derivative := s.HasKind(f.Expr.ID(), symbolic.Derivative)
	if n, m := simplify.Length(f.Expr), simplify.Length(z.Expr); m > n && !derivative {
		list = append(list, fmt.Sprintf("%s\nof length %d becomes\n%s\nof length %d", infix(f.Expr), n, infix(z.Expr), m))
	}
	if len(s.FreeSymbols(f.Expr.ID())) > 6 || derivative {
		return list
	}
	if bad := misplaced(scope, f, z, rand.New(rand.NewPCG(seed, 2)), 12); bad != "" {
		list = append(list, infix(f.Expr)+": "+bad)
	}
	if bad := compare(scope, f, z.Expr, rand.New(rand.NewPCG(seed, 1)), 12); bad != "" {
		list = append(list, fmt.Sprintf("%s\nbecomes\n%s\n%s", infix(f.Expr), infix(z.Expr), bad))
	}
	return list
}

// TestRandomFormulas simplifies random formulas: SYMGRAD_FORMULAS of them from number
// SYMGRAD_FORMULAS_FROM on. scripts/fuzz-claims.sh runs it with more.
func TestRandomFormulas(t *testing.T) {
	number := func(name string, standard uint64) uint64 {
		if text := os.Getenv(name); text != "" {
			n, err := strconv.ParseUint(text, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		return standard
	}
	count, from, names := number("SYMGRAD_FORMULAS", 300), number("SYMGRAD_FORMULAS_FROM", 1), slices.Sorted(maps.Keys(kinds))
	simplified := 0
	for seed := from; seed < from+count; seed++ {
		o := kinds[names[seed%uint64(len(names))]]
		o.Size = 1 + int(seed/7%20)
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		if seed%3 == 0 {
			if err := scope.Assume([]string{"x > 0", "x != 1, y >= 0", "x < y", "x*(x-1) != 0 or x*(x+1) != 0", "abs(x) < 1"}[seed/3%5]); err != nil {
				t.Fatal(err)
			}
		}
		f, err := scope.Formula(exprgen.New(seed, o).Real().String())
		if err != nil {
			continue
		}
		z, err := simplify.Simplify(scope, f, simplify.Options{})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		simplified++
		for _, bad := range faults(scope, f, z, seed) {
			t.Errorf("seed %d: %s", seed, bad)
		}
		if n := seed - from + 1; n%100_000 == 0 {
			fmt.Printf("%d formulas\n", n)
		}
	}
	t.Logf("%d formulas were simplified", simplified)
}

func TestValueIsKeptAndNothingGrows(t *testing.T) {
	for name, o := range kinds {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			o.Size = rapid.IntRange(1, 16).Draw(t, "size")
			seed := rapid.Uint64().Draw(t, "seed")
			text := exprgen.New(seed, o).Real().String()
			scope := read.NewScope(symbolic.NewStore(), read.Default())
			f, err := scope.Formula(text)
			if err != nil {
				t.Skip()
			}
			z, err := simplify.Simplify(scope, f, simplify.Options{})
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			for _, bad := range faults(scope, f, z, seed) {
				t.Error(bad)
			}
			again, err := simplify.Simplify(scope, read.Formula{Expr: z.Expr, Domain: f.Domain}, simplify.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if again.Expr != z.Expr && z.Limit == "" {
				t.Errorf("%s\nbecomes\n%s\nand then\n%s", infix(f.Expr), infix(z.Expr), infix(again.Expr))
			}
		}))
	}
}

// simplified reads and simplifies a formula in a store of its own.
func simplified(t *rapid.T, text string) (read.Formula, simplify.Result) {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula(text)
	if err != nil {
		t.Skip()
	}
	z, err := simplify.Simplify(scope, f, simplify.Options{})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return f, z
}

func TestOrderOfOperandsDoesNotMatter(t *testing.T) {
	for name, o := range kinds {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			o.Size = rapid.IntRange(1, 16).Draw(t, "size")
			seed := rapid.Uint64().Draw(t, "seed")
			rng := rand.New(rand.NewPCG(seed, 2))
			tree := exprgen.New(seed, o).Real()
			f, z := simplified(t, tree.String())
			g, y := simplified(t, tree.Shuffled(rng.IntN).String())
			s := f.Expr.Store()
			if s.Import(g.Expr.Store(), g.Expr.ID(), nil) != f.Expr.ID() {
				t.Skip() // the constructors came to another form
			}
			if got := s.Expr(s.Import(y.Expr.Store(), y.Expr.ID(), nil)); got != z.Expr {
				t.Errorf("%s\nbecomes\n%s\nand in another order\n%s", infix(f.Expr), infix(z.Expr), infix(got))
			}
		}))
	}
}

// Where several forms are as good as each other, names may decide which is
// taken; they do not decide how good it is.
func TestNamesOfVariablesDoNotMatter(t *testing.T) {
	for name, o := range kinds {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			o.Size = rapid.IntRange(1, 16).Draw(t, "size")
			seed := rapid.Uint64().Draw(t, "seed")
			f, z := simplified(t, exprgen.New(seed, o).Real().String())
			o.Variables = []string{"q", "alpha", "t_2"}[:cmp.Or(len(o.Variables), 3)]
			g, y := simplified(t, exprgen.New(seed, o).Real().String())
			if simplify.Length(z.Expr) != simplify.Length(y.Expr) {
				t.Errorf("%s\nbecomes\n%s\n%s\nbecomes\n%s", infix(f.Expr), infix(z.Expr), infix(g.Expr), infix(y.Expr))
			}
		}))
	}
}
