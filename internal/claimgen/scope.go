package claimgen

import (
	"slices"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/internal/oracle"
)

// indices are names of indices: those of variables, and of each other.
var indices = []string{"x", "x", "y", "k", "k", "i", "n"}

// scopes are claims about sums within sums whose indices have the names of each
// other and of variables: the other side has names of their own, or no sums.
func (g *Generator) scopes() oracle.Claim {
	g.vars = []string{"x", "y"}
	s := scope{g: g, visible: map[string]string{"x": "x", "y": "y"}}
	left, right := s.term(1 + g.rng.IntN(2))
	g.vars = []string{"x", "y"}
	c := oracle.Claim{Left: left, Right: right, Truth: oracle.True}
	if g.chance(6) {
		c.Left, c.Right = "diff("+left+", x)", "diff("+right+", x)"
	}
	if g.chance(3) {
		c.Right, c.Truth = g.mutate(c.Right), oracle.Open
	}
	return c
}

// A scope makes two texts of one term: the first with names of indices that may
// have been used outside, the second with names that have not.
type scope struct {
	g       *Generator
	visible map[string]string // what a name in the second text is called in the first
	fresh   int
}

// atom returns a short term of the names that can be seen.
func (s *scope) atom() (left, right string) {
	s.g.vars = nil
	for name := range s.visible {
		s.g.vars = append(s.g.vars, name)
	}
	slices.Sort(s.g.vars)
	for right = s.g.atom(); strings.Contains(right, "sum("); right = s.g.atom() {
		// has an index of its own, which could capture
	}
	return rewrite(right, s.visible), right
}

func (s *scope) term(depth int) (left, right string) {
	if depth == 0 {
		return s.atom()
	}
	l, r := s.sum(depth)
	for range s.g.rng.IntN(2) {
		pattern := combinations[s.g.rng.IntN(len(combinations))]
		l1, r1 := s.term(s.g.rng.IntN(depth))
		l, r = s.g.fill(pattern, l, l1), s.g.fill(pattern, r, r1)
	}
	return l, r
}

// sum returns a sum or product; its second text may be the terms one by one.
func (s *scope) sum(depth int) (left, right string) {
	op, sign := "sum", "+"
	if s.g.chance(3) {
		op, sign = "prod", "*"
	}
	lo := s.g.rng.IntN(4) - 1
	hi := lo + s.g.rng.IntN(4) - 1
	end, endRight := strconv.Itoa(hi), strconv.Itoa(hi)
	open := false
	if k := s.whole(); k != "" && s.g.chance(3) {
		end, endRight, open = s.visible[k], k, true
	}
	outer := s.visible
	s.fresh++
	name := "j" + strconv.Itoa(s.fresh)
	index := s.g.of1(indices...)
	s.visible = map[string]string{name: index}
	for k, v := range outer {
		if v != index {
			s.visible[k] = v
		}
	}
	l, r := s.term(depth - 1)
	s.visible = outer
	left = op + "(" + index + ", " + strconv.Itoa(lo) + ", " + end + ", " + l + ")"
	if open || hi < lo || s.g.chance(2) {
		return left, op + "(" + name + ", " + strconv.Itoa(lo) + ", " + endRight + ", " + r + ")"
	}
	var terms []string
	for k := lo; k <= hi; k++ {
		terms = append(terms, bracket(rewrite(r, map[string]string{name: strconv.Itoa(k)})))
	}
	return left, strings.Join(terms, sign)
}

// whole returns a visible name that is an index, or nothing.
func (s *scope) whole() string {
	var list []string
	for name := range s.visible {
		if name[0] == 'j' {
			list = append(list, name)
		}
	}
	if len(list) == 0 {
		return ""
	}
	slices.Sort(list)
	return s.g.of1(list...)
}

// defined is the name of a quantity that has a definition.
const defined = "p"

// defined claims are made of quantities and functions that were defined before,
// whose definitions have parts without values.
func (g *Generator) defined() oracle.Claim {
	g.vars = []string{"x", "y"}
	let := []string{"h(x) = " + g.term(g.rng.IntN(2))}
	g.vars = append(g.vars, "h(x)", "h(y)", "h(2*x)")
	let = append(let, defined+" = "+g.term(g.rng.IntN(2)))
	g.vars = append(g.vars, defined, defined, "h("+defined+")")
	c := g.of1Claim((*Generator).rewritten, (*Generator).changed, (*Generator).spike, (*Generator).domain, (*Generator).branches, (*Generator).inequality, (*Generator).summed)
	c.Let = let
	return c
}

func (g *Generator) of1Claim(list ...func(*Generator) oracle.Claim) oracle.Claim {
	return list[g.rng.IntN(len(list))](g)
}

// summed are claims about sums over names that occur in definitions.
func (g *Generator) summed() oracle.Claim {
	body := g.term(1)
	index := g.of1("x", "x", "k")
	terms := make([]string, 2)
	for i := range terms {
		terms[i] = bracket(rewrite(body, map[string]string{index: strconv.Itoa(i + 1)}))
	}
	return oracle.Claim{Left: "sum(" + index + ", 1, 2, " + body + ")", Right: strings.Join(terms, "+"), Truth: oracle.True}
}

// longs are equations about sums of symbolic length, for terms F and G with the index k,
// and U without it. FI and GI are those with the index i; L is the lower bound.
var longs = []struct {
	left, right string
	truth       oracle.Truth
}{
	{"sum(k, L, n, F+G)", "sum(i, L, n, FI)+sum(k, L, n, G)", oracle.True}, {"sum(k, L, n, U*F)", "U*sum(i, L, n, FI)", oracle.True},
	{"sum(k, L, n, F/U)", "sum(k, L, n, F)/U", oracle.True}, {"sum(k, L, n, F-U)", "sum(i, L, n, FI)-U*sum(i, L, n, 1)", oracle.True},
	{"sum(k, L, n, (F+U)^2)", "sum(k, L, n, F^2)+2*U*sum(i, L, n, FI)+U^2*sum(k, L, n, 1)", oracle.True},
	{"sum(k, L, n, (F-G)*(F+G))", "sum(k, L, n, F^2)-sum(i, L, n, GI^2)", oracle.True},
	{"sum(k, L, n, sum(i, L, n, F*GI))", "sum(k, L, n, F)*sum(k, L, n, G)", oracle.True}, {"sum(k, L, n, sum(i, L, k, FI))", "sum(i, L, n, sum(k, L, i, F))", oracle.True},
	{"prod(k, L, n, F)", "prod(i, L, n, FI)", oracle.True}, {"sum(k, L, n, F)-sum(i, L, n, FI)", "0", oracle.True}, {"prod(k, L, n, F*G)", "prod(k, L, n, F)*prod(i, L, n, GI)", oracle.True},
	{"sum(k, L, n, U)", "U*(n-L+1)", oracle.Open}, {"sum(k, L, n, F)", "F+sum(k, L, n-1, F)", oracle.Open}, {"sum(k, L, n, F*G)", "sum(k, L, n, F)*sum(k, L, n, G)", oracle.Open},
	{"sum(k, L, n, F)", "sum(k, 0, n, F)", oracle.Open}, {"sum(k, L, n, F)", "sum(x, L, n, F)", oracle.Open}, {"sum(k, L, n, F^2)", "sum(k, L, n, F)^2", oracle.Open},
}

// lengths are claims about sums from a number to a variable.
func (g *Generator) lengths() oracle.Claim {
	g.vars = []string{"k", "k", "x"}
	f, h := g.indexed(), g.indexed()
	g.vars = []string{"x", "y", "y", "n"}
	u := g.indexed()
	inner := func(text string) string { return rewrite(text, map[string]string{"k": "i"}) }
	m := map[string]string{"F": f, "G": h, "U": u, "FI": inner(f), "GI": inner(h), "L": g.of1("1", "1", "0", "2", "-1")}
	row := longs[g.rng.IntN(len(longs))]
	c := oracle.Claim{Left: rewrite(row.left, m), Right: rewrite(row.right, m), Truth: row.truth}
	g.vars = []string{"x", "y", "n"}
	if g.chance(2) {
		c.Assume = []string{"n:integer"}
	}
	if g.chance(3) {
		c.Right, c.Truth = g.mutate(c.Right), oracle.Open
	}
	return c
}

// indexed is a short term without an index of its own.
func (g *Generator) indexed() string {
	for {
		if t := g.term(g.rng.IntN(2)); !strings.Contains(t, "sum(") {
			return t
		}
	}
}
