package claimgen

import (
	"strings"

	"github.com/symgrad/symgrad/internal/oracle"
	"github.com/symgrad/symgrad/rules"
)

// A pair is two terms that are equal wherever both have values and the guards
// hold.
type pair struct {
	left, right string
	guards      []string
}

// same returns a pair of a term with itself.
func same(t string) pair { return pair{left: t, right: t} }

// identities are equations that hold wherever both sides have values, in
// variables a, b, c. They add to the rows of rules what is more than one step.
var identities = []struct{ left, right string }{
	{"sin(a)^2+cos(a)^2", "1"}, {"exp(a)*exp(-a)", "1"}, {"exp(log(a))", "a"}, {"log(exp(a))", "a"}, {"sqrt(a^2)", "abs(a)"},
	{"a^2-b^2", "(a-b)*(a+b)"}, {"(a+b)^2", "a^2+2*a*b+b^2"}, {"(a+b)^3", "a^3+3*a^2*b+3*a*b^2+b^3"}, {"a/b+c/b", "(a+c)/b"},
	{"1/a-1/(a+1)", "1/(a*(a+1))"}, {"(a^2-1)/(a-1)", "a+1"}, {"a*b/b", "a"}, {"a-a+b", "b"}, {"a/(a/b)", "b"}, {"1/(1/a)", "a"},
	{"max(a, b)+min(a, b)", "a+b"}, {"max(a, b)*min(a, b)", "a*b"}, {"max(a, b)", "(a+b+abs(a-b))/2"}, {"abs(a)", "max(a, -a)"}, {"abs(a)", "a*sign(a)"},
	{"abs(a)", "if(a >= 0, a, -a)"}, {"abs(a)", "if(a > 0, a, if(a < 0, -a, 0))"}, {"abs(abs(a)-abs(b))", "max(abs(a), abs(b))-min(abs(a), abs(b))"},
	{"relu(a)-relu(-a)", "a"}, {"relu(a)", "(a+abs(a))/2"}, {"relu(a)", "if(a < 0, 0, a)"}, {"max(a, max(b, c))", "max(max(a, c), b)"},
	{"sign(a)", "if(a == 0, 0, a/abs(a))"}, {"step(a)", "if(a <= 0, 0, 1)"}, {"step(a)", "(sign(a)+abs(sign(a)))/2"}, {"floor(a+1)", "floor(a)+1"},
	{"ceil(a)", "-floor(-a)"}, {"floor(a)", "if(a == floor(a), a, ceil(a)-1)"}, {"floor(2*a)", "floor(a)+floor(a+1/2)"}, {"floor(floor(a)/2)", "floor(a/2)"},
	{"log(a^2)", "2*log(abs(a))"}, {"log(a)+log(b)", "log(a*b)"}, {"log(a/b)", "log(a)-log(b)"}, {"log(sqrt(a))", "log(a)/2"}, {"a^b*a^c", "a^(b+c)"},
	{"(a^2)^(1/2)", "abs(a)"}, {"sqrt(a)*sqrt(b)", "sqrt(a*b)"}, {"sqrt(a)^2", "a"}, {"(sqrt(a)-sqrt(b))*(sqrt(a)+sqrt(b))", "a-b"}, {"cbrt(a^3)", "a"},
	{"1/(sqrt(a+1)-sqrt(a))", "sqrt(a+1)+sqrt(a)"}, {"sqrt(a^2+2*a+1)", "abs(a+1)"}, {"sqrt(a+2*sqrt(a)+1)", "sqrt(a)+1"}, {"a^(1/3)", "cbrt(a)"},
	{"tan(a)", "sin(a)/cos(a)"}, {"sin(2*a)", "2*sin(a)*cos(a)"}, {"cos(2*a)", "1-2*sin(a)^2"}, {"sin(a+b)", "sin(a)*cos(b)+cos(a)*sin(b)"}, {"tan(a)^2+1", "sec(a)^2"},
	{"sin(asin(a))", "a"}, {"cos(asin(a))", "sqrt(1-a^2)"}, {"asin(a)+acos(a)", "pi/2"}, {"atan(a)+atan(1/a)", "sign(a)*pi/2"}, {"acos(cos(a))", "abs(acos(cos(-a)))"},
	{"atan(tan(a))", "a-pi*floor(a/pi+1/2)"}, {"asin(sin(a))", "pi/2-acos(cos(a-pi/2))"}, {"acos(-a)", "pi-acos(a)"}, {"atan2(a, b)", "if(b > 0, atan(a/b), atan2(a, b))"},
	{"cosh(a)^2-sinh(a)^2", "1"}, {"tanh(a)", "2*sigmoid(2*a)-1"}, {"sigmoid(a)+sigmoid(-a)", "1"}, {"softplus(a)-softplus(-a)", "a"}, {"cosh(acosh(a))", "a"},
	{"acosh(cosh(a))", "abs(a)"}, {"asinh(a)", "log(a+sqrt(a^2+1))"}, {"atanh(a)", "log((1+a)/(1-a))/2"}, {"silu(a)", "a/(1+exp(-a))"}, {"tanh(a/2)", "(exp(a)-1)/(exp(a)+1)"},
	{"gamma(a+1)", "a*gamma(a)"}, {"factorial(a)", "gamma(a+1)"}, {"erf(a)+erfc(a)", "1"}, {"0^abs(a)", "if(a == 0, 1, 0)"}, {"0^(a^2)", "delta(a, 0)"}, {"a^0", "1"},
	{"if(a > b, a, b)", "max(a, b)"}, {"if(a > b, if(a > b, a, c), b)", "max(a, b)"}, {"if(a > 0, b, b)", "b+0*a"}, {"if(a != b, (a^2-b^2)/(a-b), 2*a)", "a+b"},
	{"if(a > 0, exp(log(a)), a)", "a"}, {"if(a < 0, -sqrt(-a), sqrt(a))", "sign(a)*sqrt(abs(a))"}, {"if(a > 0 or b > 0, 1, 0)", "max(step(a), step(b))"},
	{"if(a > 0 and b > 0, a, 0)", "relu(a)*step(b)"}, {"step(a)*step(-a)", "0"}, {"sign(a)*sign(b)", "sign(a*b)"}, {"sign(a)^3", "sign(a)"},
	{"sum(k, 1, 3, a^k)", "a+a^2+a^3"}, {"prod(k, 1, 3, a+k)", "(a+1)*(a+2)*(a+3)"}, {"delta(a, b)", "0^abs(a-b)"}, {"hypot(a, b)", "sqrt(a^2+b^2)"},
	{"(a-b)^2", "abs(a-b)^2"}, {"(a^2+b^2)^2", "(a^2-b^2)^2+4*a^2*b^2"}, {"1/(1+exp(-a))", "exp(a)/(1+exp(a))"}, {"a^4+4*b^4", "(a^2+2*a*b+2*b^2)*(a^2-2*a*b+2*b^2)"},
	{"log(a, 2)", "log(a)/log(2)"}, {"2^(a+b)", "2^a*exp(b*log(2))"}, {"a^b", "exp(b*log(a))"}, {"sqrt(a/b)", "sqrt(a)/sqrt(b)"}, {"exp(a+log(b))", "b*exp(a)"},
}

// rewrite replaces names in a text by terms in brackets.
func rewrite(text string, terms map[string]string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		if !letter(text[i]) {
			b.WriteByte(text[i])
			i++
			continue
		}
		j := i
		for j < len(text) && letter(text[j]) {
			j++
		}
		word := text[i:j]
		if t, ok := terms[word]; ok && (j == len(text) || text[j] != '(') {
			word = bracket(t)
		}
		b.WriteString(word)
		i = j
	}
	return b.String()
}

// pairs of about so many steps.
func (g *Generator) pair(size int) pair {
	if size <= 0 {
		return same(g.atom())
	}
	switch g.pick(2, 4, 4, 2, 1) {
	case 0:
		return same(g.term(min(size, 2)))
	case 1: // one of the rows of rules
		row := rules.All()[g.rng.IntN(len(rules.All()))]
		return g.instance(row.From, row.To, row.When, row.Forms().Variables, size)
	case 2:
		id := identities[g.rng.IntN(len(identities))]
		return g.instance(id.left, id.right, "", []string{"a", "b", "c"}, size)
	case 3: // a context
		k := g.rng.IntN(size)
		p, q := g.pair(k), g.pair(size-1-k)
		pattern := combinations[g.rng.IntN(len(combinations))]
		return pair{g.fill(pattern, p.left, q.left), g.fill(pattern, p.right, q.right), append(p.guards, q.guards...)}
	}
	return g.split(g.pair(size - 1))
}

// instance puts pairs into an equation: what is equal stays so.
func (g *Generator) instance(from, to, when string, variables []string, size int) pair {
	l, r := map[string]string{}, map[string]string{}
	var z pair
	for _, v := range variables {
		p := g.pair(g.rng.IntN(size))
		l[v], r[v] = p.left, p.right
		z.guards = append(z.guards, p.guards...)
	}
	z.left, z.right = rewrite(from, l), rewrite(to, r)
	if when != "" {
		z.guards = append(z.guards, rewrite(when, l))
	}
	if g.chance(2) {
		z.left, z.right = z.right, z.left
	}
	return z
}

// split puts a pair into the branches of a condition.
func (g *Generator) split(p pair) pair {
	cond := g.condition()
	switch g.rng.IntN(4) {
	case 0:
		p.left = "if(" + cond + ", " + p.left + ", " + p.right + ")"
	case 1:
		p.left = "if(" + cond + ", " + p.right + ", " + p.left + ")"
	case 2:
		t := g.atom()
		p.left, p.right = "if("+cond+", "+p.left+", "+t+")", "if("+cond+", "+p.right+", "+t+")"
	default:
		t := g.atom()
		p.left, p.right = "if("+cond+", "+p.left+", "+t+")", "if(not ("+cond+"), "+t+", "+p.right+")"
	}
	return p
}

// rewritten claims are true wherever both sides have values.
func (g *Generator) rewritten() oracle.Claim {
	p := g.pair(1 + g.rng.IntN(3))
	return oracle.Claim{Left: p.left, Right: p.right, Assume: p.guards, Truth: oracle.True}
}

// constants are claims without variables.
func (g *Generator) constants() oracle.Claim {
	g.constant = true
	p := g.pair(1 + g.rng.IntN(2))
	g.constant = false
	c := oracle.Claim{Left: p.left, Right: p.right, Assume: p.guards, Truth: oracle.True}
	switch g.rng.IntN(4) {
	case 0:
		c.Right, c.Truth = bracket(p.right)+g.tiny(), oracle.Open
		if len(p.guards) == 0 {
			c.Truth = oracle.False
		}
	case 1:
		c.Right, c.Truth = g.mutate(p.right), oracle.Open
	case 2:
		c.Rel = g.of1("<=", "<", "!=")
		if c.Rel != "<=" {
			c.Truth = oracle.Open
		}
	}
	if c.Truth == oracle.False && strings.Contains(p.left, "/") {
		c.Truth = oracle.Open // there may be no value at all
	}
	return c
}

// tiny returns a small number to be added, and its sign.
func (g *Generator) tiny() string {
	return g.of1("+", "-") + g.of1("1e-20", "1e-40", "1/10^15", "1e-90", "exp(-60)", "1e-12", "1/7^40", "2^(-200)")
}

// near claims are false by very little.
func (g *Generator) near() oracle.Claim {
	p := g.pair(1 + g.rng.IntN(2))
	c := oracle.Claim{Left: p.left, Right: p.right, Assume: p.guards}
	switch g.rng.IntN(6) {
	case 0:
		c.Right = bracket(p.right) + g.tiny()
	case 1:
		c.Right = bracket(p.right) + "*(1" + g.tiny() + ")"
	case 2:
		c.Right = bracket(p.right) + g.tiny() + "*" + bracket(g.atom())
	case 3:
		t := g.atom()
		c.Left, c.Right = rewrite(p.left, map[string]string{"x": bracket(t) + g.tiny()}), rewrite(p.right, map[string]string{"x": t})
	case 4:
		c.Left, c.Rel = bracket(p.left)+g.of1("+", "-")+"1e-30", g.of1("<", "<=", "!=")
	default:
		big := g.of1("10^20", "10^12", "2^100", "10^40", "1e-30")
		c.Left, c.Right = rewrite(p.left, map[string]string{"x": big + "*x"}), g.mutate(rewrite(p.right, map[string]string{"x": big + "*x"}))
	}
	return c
}

// integers are claims about variables that are integers.
func (g *Generator) integers() oracle.Claim {
	table := []struct {
		left, right string
		truth       oracle.Truth
	}{
		{"(-1)^(2*n)", "1", oracle.True}, {"(-1)^n*(-1)^n", "1", oracle.True}, {"cos(pi*n)", "(-1)^n", oracle.True}, {"sin(pi*n)", "0", oracle.True},
		{"(-1)^(n^2)", "(-1)^n", oracle.True}, {"(-1)^(n*(n+1))", "1", oracle.True}, {"floor(n/2)+floor((n+1)/2)", "n", oracle.True}, {"floor(n/2)", "n/2", ""},
		{"floor(x+n)", "floor(x)+n", oracle.True}, {"ceil(n/2)", "floor((n+1)/2)", oracle.True}, {"cos(2*pi*n+x)", "cos(x)", oracle.True}, {"sin(x+pi*n)", "(-1)^n*sin(x)", oracle.True},
		{"sin(pi*(n+1/2))^2", "1", oracle.True}, {"tan(x+pi*n)", "tan(x)", oracle.True}, {"(x*y)^n", "x^n*y^n", oracle.True}, {"abs(x)^(2*n)", "x^(2*n)", oracle.True},
		{"(x^n)^2", "x^(2*n)", oracle.True}, {"x^n/x", "x^(n-1)", oracle.True}, {"(-x)^n", "(-1)^n*x^n", oracle.True}, {"0^n", "if(n == 0, 1, 0)", oracle.True},
		{"0^n", "0", ""}, {"(-8)^(n/3)", "(-2)^n", oracle.True}, {"(-1)^n", "cos(pi*n)+delta(n, 7)", ""}, {"n*(n-1)*(n-2)", "0", ""}, {"floor(n/3)", "(n-1)/3", ""},
		{"factorial(n)", "n*factorial(n-1)", oracle.True}, {"sum(k, 1, n, k)", "n*(n+1)/2", ""}, {"sum(k, 1, n, 1)", "n", ""}, {"prod(k, 1, n, 2)", "2^n", ""},
		{"delta(n, 1/2)", "0", oracle.True}, {"sign(2*n-1)^2", "1", oracle.True}, {"(n+1/2)/(n+1/2)", "1", oracle.True}, {"1/(2*n+1)*(2*n+1)", "1", oracle.True},
		{"sqrt(n^2-n)", "sqrt(n)*sqrt(n-1)", ""}, {"abs(n^2-n)", "n^2-n", oracle.True}, {"log(n^2+n)", "log(n)+log(n+1)", oracle.True}, {"gamma(n+1)", "n*gamma(n)", oracle.True},
		{"floor(sin(pi*n/2)^2)", "sin(pi*n/2)^2", oracle.True}, {"floor(cos(n)^2)", "0^abs(n)", oracle.True}, {"step(n)", "step(n-1/2)", oracle.True}, {"max(n, 1/2)", "if(n >= 1, n, 1/2)", oracle.True},
		{"if(n > 0, n, 1)", "if(n >= 1, n, 1)", oracle.True}, {"if(2*n == 1, x, n)", "n", ""}, {"n^2", "n", ""}, {"(x^2)^n", "abs(x)^(2*n)", oracle.True}, {"(x^2)^(n/2)", "x^n", ""},
		{"(x^n)^(1/n)", "x", ""}, {"(n/2)^2-floor(n^2/4)", "if(floor(n/2) == n/2, 0, 1/4)", oracle.True}, {"x^(2*n+1)", "x*(x^2)^n", oracle.True},
	}
	row := table[g.rng.IntN(len(table))]
	c := oracle.Claim{Left: row.left, Right: row.right, Truth: row.truth, Assume: []string{"n:integer"}}
	g.vars = []string{"x", "y"}
	switch g.rng.IntN(6) {
	case 0: // reals instead
		c.Assume, c.Truth = nil, ""
	case 1:
		c.Right, c.Truth = g.mutate(c.Right), ""
	case 2:
		t := g.of1("2*m", "m+1", "-m", "m^2", "m-k", "m*k", "3*m+1", "abs(m)")
		c.Left, c.Right = rewrite(c.Left, map[string]string{"n": t}), rewrite(c.Right, map[string]string{"n": t})
		c.Assume = []string{"m:integer", "k:integer"}
	case 3:
		c.Right, c.Truth = bracket(c.Right)+"+"+g.fill(spikes[g.rng.IntN(len(spikes))], g.of1("n-3", "n", "2*n-1", "n^2-4", "n-1/2")), ""
	}
	return c
}
