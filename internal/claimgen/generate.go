// Package claimgen makes random claims, the same ones for the same seed, to
// try what decides claims: true ones by rewriting forwards and backwards,
// others by changing them, and claims that are wrong at single points only.
package claimgen

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/internal/oracle"
)

// A Generator makes random claims.
type Generator struct {
	rng      *rand.Rand
	vars     []string
	constant bool // terms are constants
}

// New returns a generator; equal seeds give equal claims.
func New(seed uint64) *Generator {
	return &Generator{rng: rand.New(rand.NewPCG(seed, 42))}
}

// kinds are the ways in which claims are made, with how often each is taken.
var kinds = []struct {
	name   string
	weight int
	make   func(*Generator) oracle.Claim
}{
	{"rewritten", 6, (*Generator).rewritten},
	{"changed", 6, (*Generator).changed},
	{"rejected", 2, (*Generator).rejected},
	{"spike", 5, (*Generator).spike},
	{"domain", 4, (*Generator).domain},
	{"isolated", 3, (*Generator).isolated},
	{"slope", 5, (*Generator).slope},
	{"derivative", 3, (*Generator).derivative},
	{"mixed", 4, (*Generator).mixed},
	{"near", 3, (*Generator).near},
	{"constant", 4, (*Generator).constants},
	{"inequality", 5, (*Generator).inequality},
	{"empty", 2, (*Generator).empty},
	{"integer", 3, (*Generator).integers},
	{"branches", 4, (*Generator).branches},
	{"any", 3, (*Generator).any},
	{"scopes", 4, (*Generator).scopes},
	{"defined", 5, (*Generator).defined},
	{"lengths", 4, (*Generator).lengths},
}

// Kinds returns the names of the kinds of claims.
func Kinds() (list []string) {
	for _, k := range kinds {
		list = append(list, k.name)
	}
	return list
}

// longest bounds the text of a claim: longer ones take long and show no more.
const longest = 260

// Claim returns a claim.
func (g *Generator) Claim() oracle.Claim {
	total := 0
	for _, k := range kinds {
		total += k.weight
	}
	n := g.rng.IntN(total)
	for _, k := range kinds {
		if n -= k.weight; n < 0 {
			return g.of(k.name, k.make)
		}
	}
	panic("claimgen: no kind")
}

// Of returns a claim of a kind.
func (g *Generator) Of(kind string) oracle.Claim {
	for _, k := range kinds {
		if k.name == kind {
			return g.of(k.name, k.make)
		}
	}
	panic("claimgen: no kind " + kind)
}

func (g *Generator) of(kind string, make func(*Generator) oracle.Claim) oracle.Claim {
	for {
		g.vars = []string{"x", "y", "a", "n"}[:1+g.pick(5, 3, 1, 1)]
		g.constant = false
		c := make(g)
		if len(c.Left)+len(c.Right) > longest {
			continue
		}
		c.Kind = kind
		if c.Rel == "" {
			c.Rel = "="
		}
		if c.Truth == "" {
			c.Truth = oracle.Open
		}
		if c.Truth != oracle.Empty && g.chance(3) {
			c.Assume = append(c.Assume, g.assumptions()...)
			if c.Truth == oracle.False {
				c.Truth = oracle.Open
			}
		}
		if g.chance(8) {
			c.Left, c.Right = g.swap(c)
		}
		return c
	}
}

// swap exchanges the sides where that does not matter.
func (g *Generator) swap(c oracle.Claim) (left, right string) {
	if c.Rel == "=" || c.Rel == "!=" {
		return c.Right, c.Left
	}
	return c.Left, c.Right
}

// chance is true once in n.
func (g *Generator) chance(n int) bool { return g.rng.IntN(n) == 0 }

// pick returns a number below the number of weights.
func (g *Generator) pick(weights ...int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	n := g.rng.IntN(total)
	for i, w := range weights {
		if n -= w; n < 0 {
			return i
		}
	}
	return 0
}

func (g *Generator) of1(list ...string) string { return list[g.rng.IntN(len(list))] }

// variable returns a variable, or in constant claims a constant.
func (g *Generator) variable() string {
	if g.constant {
		return g.of1("2", "3", "1/2", "sqrt(2)", "sqrt(3)", "pi/7", "pi/5", "(1+sqrt(5))/2", "exp(1)", "log(2)", "pi", "5^(1/3)", "2/3")
	}
	return g.of1(g.vars...)
}

// number returns a small number.
func (g *Generator) number() string {
	return g.of1("0", "1", "1", "2", "2", "3", "-1", "-2", "1/2", "-1/2", "3/2", "4", "5", "10", "1/3", "-3", "0.1", "7")
}

// fill puts a pattern together: #v is a variable, #c a number, #0 to #9 are the
// given texts in brackets.
func (g *Generator) fill(pattern string, args ...string) string {
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		if pattern[i] != '#' {
			b.WriteByte(pattern[i])
			continue
		}
		i++
		switch c := pattern[i]; c {
		case 'v':
			b.WriteString(bracket(g.variable()))
		case 'c':
			b.WriteString(bracket(g.number()))
		default:
			b.WriteString(bracket(args[c-'0']))
		}
	}
	return b.String()
}

// bracket writes brackets round what is more than a name, a number or a call.
func bracket(text string) string {
	if isName(text) || isDigits(text) {
		return text
	}
	return "(" + text + ")"
}

func isDigits(text string) bool { _, err := strconv.Atoi(text); return err == nil && text[0] != '-' }

func isName(text string) bool {
	for i := range len(text) {
		if !letter(text[i]) {
			return false
		}
	}
	return text != ""
}

func letter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || '0' <= c && c <= '9'
}

// atoms are patterns of short terms, of which many have kinks, poles and ends of
// domains at special numbers.
var atoms = []string{
	"#v", "#v", "#v", "#v", "#v", "#c", "#v+#c", "#v-#c", "2*#v", "-#v", "#v*#v", "#v^2", "#v+#v", "#v-#v", "1/#v", "#v/2", "#v^3", "#v/#v",
	"abs(#v)", "sqrt(#v)", "log(#v)", "exp(#v)", "sin(#v)", "cos(#v)", "tan(#v)", "atan(#v)", "asin(#v)", "sign(#v)", "step(#v)", "floor(#v)",
	"relu(#v)", "max(#v, #v)", "min(#v, #c)", "1-#v^2", "#v^2+1", "#v^(1/3)", "cbrt(#v)", "tanh(#v)", "sigmoid(#v)", "pi*#v", "ceil(#v)",
	"sqrt(#v^2+1)", "exp(-#v)", "log(abs(#v))", "#v^#v", "acosh(#v)", "sinh(#v)", "cosh(#v)", "2^#v", "(-1)^#v", "abs(#v-#c)", "#v*abs(#v)",
	"if(#v > #c, #v, #c)", "softplus(#v)", "erf(#v)", "gamma(#v)", "atan2(#v, #v)", "delta(#v, #c)", "sum(k, 1, 3, k*#v)",
}

// easy is how many of the atoms are without functions.
const easy = 18

func (g *Generator) atom() string {
	n := len(atoms)
	if g.chance(2) {
		n = easy
	}
	return g.fill(atoms[g.rng.IntN(n)])
}

// combinations are patterns of terms with two parts.
var combinations = []string{
	"#0+#1", "#0-#1", "#0*#1", "#0/#1", "#0^2+#1", "#0*#1+#0", "max(#0, #1)", "min(#0, #1)", "if(#0 > #1, #0, #1)", "sqrt(#0^2+#1^2)", "abs(#0-#1)",
	"#0*exp(#1)", "exp(#0)+#1", "log(#0^2+1)*#1", "sin(#0)*cos(#1)", "if(#0 == #1, #0, #1)", "#0*sign(#1)", "atan(#0/#1)", "#0^2*#1", "1/(#0+#1)",
}

// term returns a formula of about so many combinations.
func (g *Generator) term(size int) string {
	if size <= 0 {
		return g.atom()
	}
	k := g.rng.IntN(size)
	return g.fill(combinations[g.rng.IntN(len(combinations))], g.term(k), g.term(size-1-k))
}

// condition returns a relation between short terms.
func (g *Generator) condition() string {
	switch g.rng.IntN(8) {
	case 0:
		return g.fill("#0 and #1", g.relation(), g.relation())
	case 1:
		return g.fill("#0 or #1", g.relation(), g.relation())
	}
	return g.relation()
}

func (g *Generator) relation() string {
	return g.fill("#0", g.atom()) + " " + g.of1("<", "<=", ">", ">=", "==", "!=", "<", ">") + " " + g.fill(g.of1("#c", "#0", "0"), g.atom())
}

// assumptions returns what may be assumed about the variables.
func (g *Generator) assumptions() (list []string) {
	for range 1 + g.rng.IntN(2) {
		switch g.rng.IntN(12) {
		case 3, 11:
			list = append(list, g.fill(odd[g.rng.IntN(len(odd))]))
		case 10: // alternatives, of which each is several conditions
			r := " " + g.of1("!=", "!=", "==", ">", ">=") + " 0"
			list = append(list, g.fill("#0*(#0-#c)"+r+" or #0*(#0+#c)"+r, g.of1(g.vars...)))
		case 0, 1, 2:
			list = append(list, g.of1(g.names()...)+":"+g.of1("positive", "negative", "nonnegative", "nonzero", "integer"))
		case 4:
			list = append(list, g.fill(g.of1("#v > #v", "#v^2+#v^2 < 1", "#v*#v > 0", "abs(#v) < 1", "#v == 2*#v", "#v >= #c", "#v != #v", "#v+#v == 1", "#v == #c", "#v*#v == 1", "#v <= #v^2", "0 < #v and #v < 1")))
		default:
			list = append(list, g.fill(g.of1("#v > 0", "#v >= 0", "#v < #c", "#v != #c", "#v > #c", "#v >= #v", "#v < 0")))
		}
	}
	return consistent(list)
}

// odd are assumptions as nobody would write them.
var odd = []string{
	"floor(#v) == #c", "abs(#v-#c) <= #c", "#v^2 == #v", "sin(#v) > 0", "if(#v > 0, #v, 1) > 0", "#v > #c or #v < -#c", "not (#v == #c)", "exp(#v) < #c", "#v*(#v-#c) >= 0 and #v != 0",
	"1/#v > #c", "sqrt(#v) > #c", "log(#v) <= #c", "0*log(#v) == 0", "#v/#v == 1", "#v == floor(#v)", "sign(#v) == sign(#v)", "max(#v, #v) > 0", "#v^3 == #v", "#v != #c and #v <= #c", "#v < #v or #v == #v",
	"#v*#v <= 0", "step(#v) == 1", "sqrt(#v^2) == #v", "not (#v > #c and #v > 0)", "abs(#v) == abs(#v)", "#v^#v > 0", "0 <= #v and #v <= 1", "delta(#v, #c) == 0", "cos(pi*#v) == 1", "#v+1/#v >= 2", "relu(#v) == 0", "(#v-#c)*(#v+#c) < 0",
}

// names returns the variables, without terms that stand for one.
func (g *Generator) names() (list []string) {
	for _, v := range g.vars {
		if isName(v) && v != defined {
			list = append(list, v)
		}
	}
	return list
}

// consistent leaves out second types of a variable, which readers may refuse.
func consistent(list []string) (out []string) {
	seen := map[string]bool{}
	for _, t := range list {
		name, _, typed := strings.Cut(t, ":")
		if typed && seen[name] {
			continue
		}
		seen[name] = seen[name] || typed
		out = append(out, t)
	}
	return out
}
