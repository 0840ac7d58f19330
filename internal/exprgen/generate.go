// Package exprgen makes random formulas, the same ones for the same seed, for
// tests that need many: of reading and printing, of derivatives, of
// simplifiers and claims.
package exprgen

import (
	"math/rand/v2"
	"strconv"

	"github.com/symgrad/symgrad/function"
)

// Options of a generator. The zero value has the variables x, y and z, all
// functions of the default table, and formulas of about 12 operations.
type Options struct {
	Size      int             // about so many operations a formula
	Variables []string        // names that may occur
	Functions []*function.Row // functions that may occur; nil is all of the default table
	Arrays    []string        // arrays of which entries 1 to 3 may occur
	// NoBranches leaves out if, relations and what the table has pieces for.
	NoBranches bool
	// NoBinders leaves out sum and prod.
	NoBinders bool
}

// A Generator makes random formulas.
type Generator struct {
	o       Options
	rng     *rand.Rand
	rows    []*function.Row
	indices []string // dummies in scope
}

// New returns a generator; equal seeds and options give equal formulas.
func New(seed uint64, o Options) *Generator {
	if o.Size == 0 {
		o.Size = 12
	}
	if o.Variables == nil {
		o.Variables = []string{"x", "y", "z"}
	}
	if o.Functions == nil {
		o.Functions = function.Default().All()
	}
	g := &Generator{o: o, rng: rand.New(rand.NewPCG(seed, 0x5EED))}
	for _, row := range o.Functions {
		if !o.NoBranches || row.Family != "piecewise" && row.Family != "rectifier" {
			g.rows = append(g.rows, row)
		}
	}
	return g
}

// Real returns a formula with a real value.
func (g *Generator) Real() *Tree { return g.real(g.o.Size) }

// Condition returns a relation, or relations joined by and, or, not.
func (g *Generator) Condition() *Tree { return g.condition(g.o.Size) }

// Point returns values of the variables and of entries "a[1]" of the arrays:
// small numbers of either sign, some of them where functions have kinks and
// poles.
func (g *Generator) Point(special bool) map[string]float64 {
	p := map[string]float64{}
	for _, v := range g.o.Variables {
		p[v] = g.coordinate(special)
	}
	for _, a := range g.o.Arrays {
		for i := 1; i <= 3; i++ {
			p[a+"["+strconv.Itoa(i)+"]"] = g.coordinate(special)
		}
	}
	return p
}

func (g *Generator) coordinate(special bool) float64 {
	if special {
		return []float64{0, 0, 0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 6, 4}[g.rng.IntN(13)]
	}
	return g.rng.NormFloat64() * 1.5
}

func (g *Generator) pick(trees ...func() *Tree) *Tree { return trees[g.rng.IntN(len(trees))]() }

func (g *Generator) real(size int) *Tree {
	if size <= 0 {
		return g.leaf()
	}
	switch k := g.rng.IntN(20); {
	case k < 4:
		return g.nary(Add, size)
	case k < 5:
		return g.binary(Sub, size)
	case k < 8:
		return g.nary(Mul, size)
	case k < 10:
		return &Tree{Op: Div, Args: []*Tree{g.real(size / 2), g.denominator(size / 2)}}
	case k < 12:
		return g.power(size)
	case k < 13:
		return &Tree{Op: Neg, Args: []*Tree{g.real(size - 1)}}
	case k < 14 && !g.o.NoBranches:
		return &Tree{Op: If, Args: []*Tree{g.condition(size / 3), g.real(size / 3), g.real(size / 3)}}
	case k < 15 && !g.o.NoBinders && len(g.indices) < 2:
		return g.over(size)
	}
	return g.call(size)
}

func (g *Generator) leaf() *Tree {
	k := g.rng.IntN(12)
	switch {
	case k < 3:
		return g.literal()
	case k < 4:
		return &Tree{Op: Pi}
	case k < 6 && len(g.indices) > 0:
		return &Tree{Op: Name, Text: g.indices[g.rng.IntN(len(g.indices))]}
	case k < 7 && len(g.o.Arrays) > 0:
		return g.entry()
	}
	return g.variable()
}

func (g *Generator) variable() *Tree {
	return &Tree{Op: Name, Text: g.o.Variables[g.rng.IntN(len(g.o.Variables))]}
}

// entry has a subscript from 1 to 3: sums run over such indices.
func (g *Generator) entry() *Tree {
	subscript := &Tree{Op: Literal, Text: strconv.Itoa(1 + g.rng.IntN(3))}
	if n := len(g.indices); n > 0 && g.rng.IntN(3) > 0 {
		subscript = &Tree{Op: Name, Text: g.indices[g.rng.IntN(n)]}
	}
	return &Tree{Op: Entry, Text: g.o.Arrays[g.rng.IntN(len(g.o.Arrays))], Args: []*Tree{subscript}}
}

func (g *Generator) literal() *Tree {
	return &Tree{Op: Literal, Text: []string{"0", "1", "2", "3", "-1", "-2", "1/2", "-1/2", "2/3", "0.1", "1.25", "5", "3/2", "-0.75"}[g.rng.IntN(14)]}
}

func (g *Generator) binary(op Op, size int) *Tree {
	left := g.rng.IntN(size + 1)
	return &Tree{Op: op, Args: []*Tree{g.real(left - 1), g.real(size - left - 1)}}
}

func (g *Generator) nary(op Op, size int) *Tree {
	n := 2 + g.rng.IntN(2)
	t := &Tree{Op: op}
	for range n {
		t.Args = append(t.Args, g.real((size-1)/n))
	}
	return t
}

func plus(x *Tree, text string) *Tree {
	return &Tree{Op: Add, Args: []*Tree{x, {Op: Literal, Text: text}}}
}

func square(x *Tree) *Tree {
	return &Tree{Op: Pow, Args: []*Tree{x, {Op: Literal, Text: "2"}}}
}

// denominator is rather often positive.
func (g *Generator) denominator(size int) *Tree {
	if g.rng.IntN(2) == 0 {
		return g.positive(size)
	}
	return g.real(size)
}

func (g *Generator) positive(size int) *Tree {
	x := g.real(size - 2)
	return g.pick(
		func() *Tree { return plus(square(x), "1/2") },
		func() *Tree { return g.named("exp", x) },
		func() *Tree { return plus(g.named("cosh", x), "-1/2") },
		func() *Tree { return g.named("softplus", x, &Tree{Op: Literal, Text: "1"}) },
	)
}

func (g *Generator) named(name string, args ...*Tree) *Tree {
	row, err := function.Default().Lookup(name, len(args))
	if err != nil {
		panic(err)
	}
	return &Tree{Op: Call, Row: row, Args: args}
}

func (g *Generator) power(size int) *Tree {
	exponent := func(texts ...string) *Tree {
		return &Tree{Op: Literal, Text: texts[g.rng.IntN(len(texts))]}
	}
	base, e := g.real(size-1), exponent("2", "3", "2", "4")
	switch g.rng.IntN(6) {
	case 0:
		e = exponent("-1", "-2", "-3")
	case 1:
		base, e = g.positive(size-1), exponent("1/2", "3/2", "-1/2", "1/3", "-2/3", "2.5")
	case 2:
		e = exponent("1/2", "1/3", "2/3", "3/2", "-1/2")
	case 3:
		base, e = g.positive(size/2), g.real(size/2)
	case 4:
		base, e = g.pick(g.literal, g.variable), g.real(size/2)
	}
	return &Tree{Op: Pow, Args: []*Tree{base, e}}
}

var indexNames = []string{"i", "j"}

// over is a sum or product whose bounds are numbers. Now and then its index
// has the name of a variable.
func (g *Generator) over(size int) *Tree {
	op, name := SumOver, indexNames[len(g.indices)]
	if g.rng.IntN(3) == 0 {
		op = ProdOver
	}
	if g.rng.IntN(8) == 0 {
		name = g.variable().Text
	}
	g.indices = append(g.indices, name)
	body := g.real(size - 2)
	g.indices = g.indices[:len(g.indices)-1]
	lower, upper := 1, 1+g.rng.IntN(3)
	if len(g.o.Arrays) == 0 {
		lower = g.rng.IntN(3) - 1
	}
	return &Tree{Op: op, Text: name, Args: []*Tree{
		{Op: Literal, Text: strconv.Itoa(lower)}, {Op: Literal, Text: strconv.Itoa(upper)}, body,
	}}
}

func (g *Generator) condition(size int) *Tree {
	if size > 4 {
		half := func() *Tree { return g.condition(size/2 - 1) }
		switch g.rng.IntN(8) {
		case 0:
			return &Tree{Op: And, Args: []*Tree{half(), half()}}
		case 1:
			return &Tree{Op: Or, Args: []*Tree{half(), half()}}
		case 2:
			return &Tree{Op: Not, Args: []*Tree{half()}}
		}
	}
	rel := []string{"<", "<=", ">", ">=", "<", ">", "!=", "=="}[g.rng.IntN(8)]
	right := g.pick(g.literal, g.variable, func() *Tree { return g.real(size / 2) })
	return &Tree{Op: Relation, Text: rel, Args: []*Tree{g.real(size/2 - 1), right}}
}

// call applies a function; arguments of functions with a domain are taken
// from it more often than not.
func (g *Generator) call(size int) *Tree {
	row := g.rows[g.rng.IntN(len(g.rows))]
	t := &Tree{Op: Call, Row: row}
	n := len(row.Params)
	if row.Variadic {
		n = 1 + g.rng.IntN(3)
	}
	for i := range n {
		t.Args = append(t.Args, g.argument(row, i, (size-1)/n))
	}
	return t
}

func (g *Generator) argument(row *function.Row, i, size int) *Tree {
	switch {
	case row.Name == "polygamma" && i == 0:
		return &Tree{Op: Literal, Text: strconv.Itoa(g.rng.IntN(3))}
	case row.Variadic:
	case row.Params[i].Default != "" && g.rng.IntN(2) == 0:
		return &Tree{Op: Literal, Text: row.Params[i].Default}
	case row.Domain == "" || g.rng.IntN(3) == 0:
	case row.Name == "hardtanh":
		return &Tree{Op: Literal, Text: []string{"0", "-2", "3"}[i]}
	default:
		return g.inDomain(row, size)
	}
	return g.real(size)
}

func (g *Generator) inDomain(row *function.Row, size int) *Tree {
	bounded := func() *Tree { return g.named([]string{"tanh", "sin"}[g.rng.IntN(2)], g.real(size-1)) }
	switch row.Name {
	case "asin", "acos", "atanh":
		return bounded()
	case "acosh", "acoth", "asec", "acsc":
		return plus(g.positive(size-1), "1")
	case "asech":
		return g.named("sigmoid", g.real(size-1))
	case "tan", "sec", "csc", "cot", "csch", "coth", "atan2", "acot", "acsch":
		return g.real(size)
	}
	return g.positive(size)
}
