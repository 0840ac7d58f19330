package claimgen

import (
	"strings"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/internal/oracle"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// spikes are 0 but where their argument is 0, or nowhere; some have more
// places.
var spikes = []string{
	"if(#0 == 0, 1, 0)", "delta(#0, 0)", "0^(#0^2)", "0^abs(#0)", "1-sign(#0)^2", "1-abs(sign(#0))", "floor(1/(1+#0^2))", "floor(exp(-#0^2))", "floor(cos(#0)^2)",
	"floor(sin(#0)^2)", "step(#0)+step(-#0)-1", "ceil(abs(#0)/(1+abs(#0)))-1", "if(#0^2 <= 0, 1, 0)", "max(0, sign(-#0^2)+1)", "step(-#0^2)", "if(#0 != 0, 0, 7)",
	"floor(sech(#0))", "relu(1-sign(#0)^2)", "floor(sin(#0))*floor(-sin(#0))", "if(abs(#0) < 1e-30, 1, 0)", "step(1e-20-abs(#0))", "floor(#0)+ceil(-#0)", "1+floor(-abs(#0)/(1+abs(#0)))",
	"sign(#0)^2-sign(abs(#0))", "if(#0 >= 0, 1, 0)-if(#0 > 0, 1, 0)", "floor(#0)-ceil(#0)+sign(#0-floor(#0))", "if(sin(#0) == 1, 1, 0)", "0^floor(abs(#0))*0^abs(#0)",
	"floor(0.5^abs(#0))", "(1+sign(-abs(#0)))", "floor(1-tanh(#0)^2)",
}

// places are where spikes may stand: at points, on lines and curves, at
// irrational numbers, and nowhere.
var places = []string{
	"#v", "#v-#c", "#v+#c", "#v-#v", "#v*#v", "#v^2-#c", "#v^2+#v^2-1", "#v^2-2", "#v^3-2", "2*#v-1", "sin(#v)", "exp(#v)-1", "#v^2+1", "#v-pi", "abs(#v)-1", "#v^2-#v", "log(#v)",
	"#v-floor(#v)", "sqrt(#v)-1", "#v^2+#v^2", "tan(#v)-1", "max(#v, #c)", "#v+#v-1", "#v-1e-20", "1/#v", "#v-sqrt(2)", "#v*(#v-1)", "relu(#v)", "cos(#v)", "2^#v-8", "#v-10^6", "3*#v-#v+1/7",
}

func (g *Generator) place() string { return g.fill(places[g.rng.IntN(len(places))]) }

// spike claims may be false at single points or on lines only.
func (g *Generator) spike() oracle.Claim {
	p := g.pair(g.rng.IntN(3))
	c := oracle.Claim{Left: p.left, Right: p.right, Assume: p.guards}
	at := g.place()
	switch g.rng.IntN(6) {
	case 0:
		c.Right = "if(" + at + " == 0, " + g.of1("7", bracket(p.right)+"+1", "0", g.atom()) + ", " + p.right + ")"
	case 1:
		c.Right = "if(" + at + " != 0, " + p.right + ", " + g.of1("7", bracket(p.right)+"+1", "0", g.atom()) + ")"
	case 2:
		c.Right = bracket(p.right) + "*(1-" + g.fill(spikes[g.rng.IntN(len(spikes))], at) + ")"
	case 3: // the spike alone
		c.Left, c.Right = g.fill(spikes[g.rng.IntN(len(spikes))], at), g.of1("0", "1", g.fill(spikes[g.rng.IntN(len(spikes))], at))
	default:
		c.Right = bracket(p.right) + g.of1("+", "-", "+2*") + g.fill(spikes[g.rng.IntN(len(spikes))], at)
	}
	return c
}

// holes are 0 or 1 where they have values, which is not everywhere.
var holes = []string{
	"0/#0", "#0/#0-1", "1/#0-1/#0", "0*log(#0^2)", "0*log(#0)", "sqrt(#0)-sqrt(#0)", "0*sqrt(-#0^2)", "0*acosh(1+#0^2)", "log(abs(#0))-log(abs(#0))", "0*tan(#0)", "0*#0^(-2)", "0*#0^(1/3)",
	"0*asin(#0)", "sqrt(#0)*0", "if(#0 > 0, 0, 0*log(-#0))", "(#0)^0-1", "0*gamma(#0)", "0*cot(#0)", "if(1/#0 > 0, 0, 0)", "0*if(#0 == 0, 1/#0, 1)", "sign(#0)^2-#0/#0", "exp(log(#0))-#0",
	"0*(1/(1/#0))", "0*atan2(#0, #0)", "0*(#0)^(#0)", "0*atanh(#0)", "sqrt(#0^2)-abs(#0)", "0*log(1+exp(#0))", "0*sqrt(1+#0^2)", "0/(1+#0^2)", "cbrt(#0)-cbrt(#0)", "0*0^(#0)", "0*acot(#0)", "0*log(2, #0)",
}

// domain claims hold wherever both sides have values, which may not be the same
// places.
func (g *Generator) domain() oracle.Claim {
	p := g.pair(g.rng.IntN(3))
	c := oracle.Claim{Left: p.left, Right: p.right, Assume: p.guards, Truth: oracle.True}
	hole := func() string { return g.fill(holes[g.rng.IntN(len(holes))], g.place()) }
	if g.chance(2) {
		c.Right = bracket(c.Right) + "+" + hole()
	} else {
		c.Left = "if(" + g.condition() + ", " + bracket(p.left) + "+" + hole() + ", " + p.left + ")"
	}
	if g.chance(2) {
		c.Left = bracket(c.Left) + "+" + hole()
	}
	return c
}

// points have values where their argument is 0 only, mostly; the second is the
// value.
var points = [][2]string{
	{"sqrt(-#0^2)", "0"}, {"sqrt(-abs(#0))", "0"}, {"sqrt(#0)*sqrt(-#0)", "0"}, {"acosh(1-abs(#0))", "0"}, {"asin(1+#0^2)", "pi/2"}, {"acosh(cos(#0))", "0"}, {"sqrt(#0)+sqrt(-#0)", "0"},
	{"acos(1+abs(#0))", "0"}, {"log(1+sqrt(-#0^2))", "0"}, {"exp(sqrt(-#0^2))", "1"}, {"acosh(exp(-#0^2))", "0"}, {"sqrt(cos(#0)-1)", "0"}, {"sqrt(sign(-abs(#0)))", "0"},
	{"asin(cosh(#0))", "pi/2"}, {"sqrt(#0)/(1+sqrt(-#0))", "0"}, {"if(#0 == 0, 0, log(-1))", "0"}, {"acosh(sin(#0))", "0"}, {"sqrt(#0-1)*sqrt(1-#0)", "0"}, {"log(-abs(#0)+1)*sqrt(-#0^2)", "0"},
	{"sqrt(floor(-#0^2))", "0"}, {"sqrt(-#0^2-1)", "0"}, {"asech(1+#0^2)", "0"}, {"(-#0^2)^(1/2)", "0"}, {"sqrt(log(cos(#0)))", "0"}, {"sqrt(-relu(#0))", "0"}, {"(-abs(#0))^0.3", "0"},
}

// isolated claims are about functions with values at few points.
func (g *Generator) isolated() oracle.Claim {
	row := points[g.rng.IntN(len(points))]
	f := g.fill(row[0], g.place())
	p := g.pair(g.rng.IntN(2))
	switch g.rng.IntN(5) {
	case 0:
		return oracle.Claim{Left: f, Right: row[1]}
	case 1:
		return oracle.Claim{Left: bracket(p.left) + "+" + f, Right: bracket(p.right) + "+" + row[1], Assume: p.guards}
	case 2:
		return oracle.Claim{Left: bracket(g.atom()) + "+" + f, Right: bracket(g.atom()) + "+" + row[1]}
	case 3:
		return oracle.Claim{Left: f, Right: g.of1(g.atom(), "7", "if("+g.relation()+", "+row[1]+", 1)")}
	}
	return oracle.Claim{Left: f, Right: row[1], Rel: g.of1("<", "<=", "!=")}
}

// slopes are functions of x with their derivatives, right wherever there are
// any; parameters are a and y.
var slopes = [][2]string{
	{"abs(x)*x", "2*abs(x)"}, {"abs(x)", "sign(x)"}, {"abs(a*x)", "a*sign(a*x)"}, {"if(x > 0, x^2, -x^2)", "2*abs(x)"}, {"if(x >= 0, x^2, 0)", "2*relu(x)"}, {"max(x, y)", "if(x > y, 1, 0)"},
	{"relu(x)^2", "2*relu(x)"}, {"floor(x)", "0"}, {"floor(x)*x", "floor(x)"}, {"x*cbrt(x)", "4/3*cbrt(x)"}, {"if(x == 0, 0, x)", "1"}, {"sqrt(x^4)", "2*x"}, {"sqrt(x^2)", "sign(x)"}, {"abs(x)^3", "3*x*abs(x)"},
	{"sign(x)*x^2", "2*abs(x)"}, {"step(x)*x^2", "2*relu(x)"}, {"floor(x)*sin(pi*x)^2", "2*pi*floor(x)*sin(pi*x)*cos(pi*x)"}, {"acos(cos(x))", "sign(sin(x))"}, {"atan(tan(x))", "1"}, {"log(abs(x))", "1/x"},
	{"log(x)", "1/x"}, {"sqrt(x)", "1/(2*sqrt(x))"}, {"x^a", "a*x^(a-1)"}, {"a^x", "a^x*log(a)"}, {"x^x", "x^x*(1+log(x))"}, {"abs(x)^a", "a*abs(x)^(a-1)*sign(x)"}, {"asin(x)", "1/sqrt(1-x^2)"}, {"acosh(x)", "1/sqrt(x^2-1)"},
	{"sqrt(1-x^2)", "-x/sqrt(1-x^2)"}, {"min(x, x^2)", "if(x < 0, 1, if(x < 1, 2*x, 1))"}, {"if(x < 1, x, 2-x)", "if(x < 1, 1, -1)"}, {"if(a == 0, x, abs(a*x))", "if(a == 0, 1, a*sign(a*x))"},
	{"x^2*floor(x)", "2*x*floor(x)"}, {"delta(x, a)", "0"}, {"0^abs(x)", "0"}, {"sign(x-y)", "0"}, {"sqrt(x)^2", "1"}, {"exp(log(x))", "1"}, {"x^(3/2)", "3/2*sqrt(x)"}, {"abs(x)^(3/2)", "3/2*sqrt(abs(x))*sign(x)"},
	{"if(x <= 0, 0, exp(-1/x))", "if(x <= 0, 0, exp(-1/x)/x^2)"}, {"softplus(x)", "sigmoid(x)"}, {"relu(x)", "step(x)"}, {"relu(a*x)", "a*step(a*x)"}, {"atan2(x, y)", "y/(x^2+y^2)"}, {"atan2(y, x)", "-y/(x^2+y^2)"}, {"hypot(x, y)", "x/hypot(x, y)"},
	{"sqrt(-x^2)", "0"}, {"sqrt(x)*sqrt(-x)", "0"}, {"elu(x)", "if(x > 0, 1, exp(x))"}, {"hardtanh(x)", "if(abs(x) < 1, 1, 0)"}, {"leaky_relu(x)", "if(x > 0, 1, 1/100)"}, {"if(x > 0, log(x), 0)", "if(x > 0, 1/x, 0)"},
	{"x*abs(x-a)", "abs(x-a)+x*sign(x-a)"}, {"abs(x)*abs(a)", "sign(x)*abs(a)"}, {"if(x == a, x, a)", "0"}, {"(x^2)^(1/2)", "sign(x)"}, {"cbrt(x^3)", "1"}, {"cbrt(x)^3", "1"}, {"max(x, -x, 1)", "if(abs(x) > 1, sign(x), 0)"},
	{"floor(sin(x))", "0"}, {"floor(x^2)", "0"}, {"sign(x^2)", "0"}, {"abs(sin(x))", "cos(x)*sign(sin(x))"}, {"sin(abs(x))", "cos(x)*sign(x)"}, {"cos(abs(x))", "-sin(x)"}, {"if(x != 0, sin(x)/x, 1)", "if(x != 0, (x*cos(x)-sin(x))/x^2, 0)"},
	{"if(x != 0, x^2*sin(1/x), 0)", "if(x != 0, 2*x*sin(1/x)-cos(1/x), 0)"}, {"sum(k, 1, 2, abs(x-k))", "sign(x-1)+sign(x-2)"}, {"x*floor(a)", "floor(a)"}, {"a*abs(x)", "a*sign(x)"}, {"a^2*relu(x-y)", "a^2*step(x-y)"}, {"abs(x)^(a^2+2)", "(a^2+2)*abs(x)^(a^2+1)*sign(x)"},
	{"acot(x)", "-1/(1+x^2)"}, {"asin(sin(x))", "sign(cos(x))"}, {"gamma(x)", "gamma(x)*digamma(x)"}, {"erf(abs(x))*x", "erf(abs(x))+2/sqrt(pi)*exp(-x^2)*abs(x)"}, {"if(x > y, x, y)^2", "2*x*step(x-y)"}, {"tan(x)", "1+tan(x)^2"}, {"x/abs(x)", "0"},
	{"(x^2)^(3/2)", "3*x*abs(x)"}, {"(a*x^2)^(3/2)", "3*a*x*sqrt(a*x^2)"}, {"x*sqrt(a*x)", "3/2*sqrt(a*x)"}, {"(a*x)^(3/2)", "3/2*a*sqrt(a*x)"}, {"(1+cos(x))^(3/2)", "-3/2*sin(x)*sqrt(1+cos(x))"},
	{"(x^2*(x-1))^(3/2)", "3/2*sqrt(x^2*(x-1))*(3*x^2-2*x)"}, {"sqrt(a*x^3)*x", "5/2*sqrt(a*x^3)"}, {"asec(x)*(x-1)^2", "2*(x-1)*asec(x)+(x-1)^2/(abs(x)*sqrt(x^2-1))"}, {"acsc(1+x^4)", "-4*x/((1+x^4)*sqrt(x^4+2))"},
	{"acsc(a*x)", "-a/(abs(a*x)*sqrt(a^2*x^2-1))"}, {"sqrt(1-1/x^2)", "1/(x^3*sqrt(1-1/x^2))"}, {"sqrt((1-x)/(1+x))", "-1/((1+x)^2*sqrt((1-x)/(1+x)))"}, {"(x+a)^y", "y*(x+a)^(y-1)"}, {"(a*x)^y*x", "(y+1)*(a*x)^y"},
	{"x^a*(x+1)^y", "x^(a-1)*(x+1)^(y-1)*(a*(x+1)+y*x)"}, {"(x+sqrt(x^2+a))^2", "2*(x+sqrt(x^2+a))^2/sqrt(x^2+a)"}, {"(x+sqrt(x^2+a))^y", "y*(x+sqrt(x^2+a))^y/sqrt(x^2+a)"}, {"(x+abs(x))^a", "a*(x+abs(x))^(a-1)*(1+sign(x))"},
	{"log(x)^a", "a*log(x)^(a-1)/x"}, {"log(x^2)^a", "2*a*log(x^2)^(a-1)/x"}, {"log(y*x^a)", "a/x"}, {"abs(x-sqrt(x+1))*(x-sqrt(x+1))", "2*abs(x-sqrt(x+1))*(1-1/(2*sqrt(x+1)))"}, {"sqrt(a^2+2*a/sqrt(x)+1/x)", "-sign(a+1/sqrt(x))/(2*x^(3/2))"},
	{"sqrt(x)*sqrt(x-1)", "(2*x-1)/(2*sqrt(x)*sqrt(x-1))"}, {"sqrt(-x+sqrt(x)*sqrt(x+1))^3", "3/2*sqrt(-x+sqrt(x)*sqrt(x+1))*(-1+(2*x+1)/(2*sqrt(x)*sqrt(x+1)))"}, {"(x*abs(x))^(3/2)", "3*abs(x)*sqrt(x*abs(x))"}, {"x^2/(x^a)", "(2-a)*x/(x^a)"},
	{"relu(relu(x))", "step(x)"}, {"abs(relu(x))", "step(x)"}, {"abs(abs(x))", "sign(x)"}, {"max(0, min(x, 1))", "if(x > 0 and x < 1, 1, 0)"}, {"hardtanh(relu(x))", "if(x > 0 and x < 1, 1, 0)"}, {"relu6(x)", "if(x > 0 and x < 6, 1, 0)"},
	{"relu(1-abs(x))", "if(abs(x) < 1, -sign(x), 0)"}, {"abs(relu(x)-1)", "step(x)*sign(x-1)"}, {"sqrt(relu(x))", "step(x)/(2*sqrt(relu(x)))"}, {"relu(x)^a", "a*relu(x)^(a-1)*step(x)"}, {"relu(a*relu(x)+y)", "a*step(a*relu(x)+y)*step(x)"},
	{"log(1+relu(x))", "step(x)/(1+relu(x))"}, {"relu(x)*relu(-x)", "0"}, {"sign(relu(x))", "0"}, {"step(relu(x))", "0"}, {"acos(max(-1, min(x, 1)))", "if(abs(x) < 1, -1/sqrt(1-x^2), 0)"}, {"sqrt(max(x, 0))*sqrt(max(-x, 0))", "0"},
	{"max(x, y)^a", "a*max(x, y)^(a-1)*step(x-y)"}, {"leaky_relu(leaky_relu(x))", "if(x > 0, 1, 1/10000)"}, {"floor(relu(x))", "0"}, {"relu(relu(x))*x", "2*relu(x)"}, {"asin(relu(x))", "step(x)/sqrt(1-relu(x)^2)"}, {"abs(min(x, 0))*x", "2*x*step(-x)*(-1)"},
	{"sqrt(if(x > 0, x^2, 0))", "step(x)"}, {"(x+abs(x))^3", "3*(x+abs(x))^2*(1+sign(x))"}, {"relu(abs(x)-a)", "step(abs(x)-a)*sign(x)"}, {"cbrt(relu(x))", "step(x)/(3*cbrt(relu(x))^2)"}, {"if(relu(x) > 1, x, 1)", "step(x-1)"},
	{"(x^a)^y", "a*y*(x^a)^y/x"}, {"sqrt(sin(x)^2*y)", "y*sin(x)*cos(x)/sqrt(sin(x)^2*y)"}, {"sqrt(relu(x))*x", "3/2*sqrt(relu(x))"}, {"acosh(abs(x))", "sign(x)/sqrt(x^2-1)"}, {"asin(x^2)*x", "asin(x^2)+2*x^2/sqrt(1-x^4)"}, {"acos(1-x^2)", "2*sign(x)/sqrt(2-x^2)"},
}

// inner are functions of x that are put into slopes, with their derivatives.
var inner = [][2]string{
	{"2*x-1", "2"}, {"x^2", "2*x"}, {"a*x", "a"}, {"x+y", "1"}, {"sin(x)", "cos(x)"}, {"exp(x)", "exp(x)"}, {"x^3", "3*x^2"}, {"-x", "-1"}, {"x*(x-1)", "2*x-1"}, {"y-x", "-1"}, {"abs(x)", "sign(x)"}, {"x-1/2", "1"}, {"1/x", "-1/x^2"}, {"y", "0"}, {"x*y^2", "y^2"},
}

// slope claims are about derivatives at kinks, jumps and ends.
func (g *Generator) slope() oracle.Claim {
	row := slopes[g.rng.IntN(len(slopes))]
	f, d := row[0], row[1]
	truth := oracle.True
	if g.chance(3) {
		u := inner[g.rng.IntN(len(inner))]
		m := map[string]string{"x": u[0]}
		if f, d = rewrite(f, m), bracket(rewrite(d, m))+"*"+bracket(u[1]); u[1] != "1" {
			truth = oracle.Open
		}
	}
	if g.chance(5) {
		other := slopes[g.rng.IntN(len(slopes))]
		op := g.of1("+", "-")
		f, d, truth = bracket(f)+op+bracket(other[0]), bracket(d)+op+bracket(other[1]), oracle.Open // kinks may cancel
	}
	c := oracle.Claim{Left: "diff(" + f + ", x)", Right: d, Truth: truth}
	g.vars = []string{"x", "x", "x", "a", "y"}
	at := g.of1("x", "x", "x-1", "a", "y", "x-a", "x+1", "x-1/2", "x-y", "a*x", "x^2-2", "2*x-1", "sin(x)")
	switch g.rng.IntN(9) {
	case 0:
		c.Right, c.Truth = "if("+at+" == 0, "+g.of1("7", "0", "1", d+"+1")+", "+d+")", oracle.Open
	case 1:
		c.Right, c.Truth = bracket(d)+"+"+g.fill(spikes[g.rng.IntN(len(spikes))], at), oracle.Open
	case 2:
		c.Right, c.Truth = g.mutate(d), oracle.Open
	case 3:
		c.Left, c.Truth = "diff(if("+at+" == 0, "+g.of1("7", "0", "x", f+"+1")+", "+f+"), x)", oracle.Open
	case 4:
		c.Left, c.Truth = "diff("+bracket(f)+"+"+g.fill(spikes[g.rng.IntN(len(spikes))], at)+", x)", oracle.Open
	case 5:
		c.Left, c.Right, c.Truth = "diff("+f+", x)", "diff("+g.mutate(f)+", x)", oracle.Open
	case 6:
		cond := at + g.of1(" > 0", " >= 0", " < 0", " == 0", " != 0")
		c.Left, c.Right, c.Truth = "if("+cond+", "+c.Left+", "+d+")", d, truth
	}
	if g.chance(25) {
		c.Left, c.Right, c.Truth = strings.Replace(c.Left, ", x)", ", x, 2)", 1), "diff("+c.Right+", x)", oracle.Open
	}
	return c
}

// vanished are parts that are 0 where they have a value, of which nothing is left in
// an expression; the domains of some jump.
var vanished = []string{"0*log(floor(x)-#c)", "0/(floor(x)-#c)", "0*log(step(x)-1/2)", "0*log(if(x <= #c, 1, -1))", "0*sqrt(x^2*(x-#c))", "0*sqrt(x*(x-#c))",
	"0*acosh(sign(x)+1)", "0*log(x-#c)", "0*asin(x)", "0*log(atan2(y, x)-3)", "0/(x-#c)", "0*sqrt(floor(x))", "0*log(max(x, #c))", "0*x^y"}

// derivative claims are what package diff says of random formulas, some with a part
// that vanishes, in what is differentiated or beside it.
func (g *Generator) derivative() oracle.Claim {
	c := g.derived()
	if g.chance(3) {
		part := g.fill(vanished[g.rng.IntN(len(vanished))])
		switch body, ok := strings.CutSuffix(c.Left, ", x)"); {
		case ok && g.chance(2):
			c.Left = body + "+" + part + ", x)"
		case g.chance(2):
			c.Left += "+" + part
		default:
			c.Right = bracket(c.Right) + "+" + part
		}
		if g.chance(2) {
			c.Assume = append(c.Assume, g.fill(g.of1("x == #c", "x*(x-#c) >= 0", "x >= #c", "x <= #c", "x != #c")))
		}
		c.Truth = oracle.Open
	}
	return c
}

func (g *Generator) derived() oracle.Claim {
	p := g.pair(1 + g.rng.IntN(2))
	if g.chance(3) {
		return oracle.Claim{Left: "diff(" + p.left + ", x)", Right: "diff(" + p.right + ", x)", Assume: p.guards}
	}
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula(p.left)
	if err != nil {
		return g.derived()
	}
	res, err := diff.Derivative(f, scope.Store.Expr(scope.Store.Sym("x")), 1, diff.Options{})
	if err != nil {
		return g.derived()
	}
	text, err := present.NewPrinter(present.Options{}).String(res.Partials[0], present.AsText)
	if err != nil {
		return g.derived()
	}
	c := oracle.Claim{Left: "diff(" + p.left + ", x)", Right: text, Assume: p.guards}
	switch g.rng.IntN(4) {
	case 0:
		c.Left = "diff(" + p.right + ", x)"
	case 1:
		c.Right = g.mutate(text)
	}
	return c
}

// rejected claims are instances of rows that are no rules.
func (g *Generator) rejected() oracle.Claim {
	all := rules.AllRejected()
	row := all[g.rng.IntN(len(all))]
	p := g.instance(row.From, row.To, row.When, []string{"a", "b", "c", "m", "n", "u", "v"}, 1+g.rng.IntN(2))
	c := oracle.Claim{Left: p.left, Right: p.right, Assume: p.guards}
	if g.chance(3) {
		pattern := combinations[g.rng.IntN(len(combinations))]
		t := g.atom()
		c.Left, c.Right = g.fill(pattern, p.left, t), g.fill(pattern, p.right, t)
	}
	return c
}

// changed claims were true before something in them was changed.
func (g *Generator) changed() oracle.Claim {
	p := g.pair(1 + g.rng.IntN(3))
	c := oracle.Claim{Left: p.left, Right: g.mutate(p.right), Assume: p.guards}
	if g.chance(4) {
		c.Assume = nil // guards are gone
	}
	return c
}

// branches are claims about conditions.
func (g *Generator) branches() oracle.Claim {
	p, q := g.pair(g.rng.IntN(2)), g.pair(g.rng.IntN(2))
	cond := g.condition()
	other := cond
	truth := oracle.True
	if g.chance(2) {
		other, truth = g.mutate(cond), oracle.Open
	}
	c := oracle.Claim{Assume: append(p.guards, q.guards...), Truth: truth}
	c.Left = "if(" + cond + ", " + p.left + ", " + q.left + ")"
	switch g.rng.IntN(4) {
	case 0:
		c.Right = "if(not (" + other + "), " + q.right + ", " + p.right + ")"
	case 1:
		c.Right = "if(" + other + ", if(" + cond + ", " + p.right + ", 7), " + q.right + ")"
	case 2:
		cond2 := g.relation()
		c.Right = "if(" + other + " and (" + cond2 + "), " + p.right + ", if(" + other + ", " + p.right + ", " + q.right + "))"
		c.Truth = oracle.Open
	default:
		c.Right = "if(" + other + ", " + p.right + ", " + q.right + ")"
	}
	return c
}

// any is a random formula of all functions, and one that is nearly the same.
func (g *Generator) any() oracle.Claim {
	e := exprgen.New(g.rng.Uint64(), exprgen.Options{Size: 3 + g.rng.IntN(6), Variables: []string{"x", "y"}})
	tree := e.Real()
	c := oracle.Claim{Left: tree.String(), Right: tree.Shuffled(g.rng.IntN).String(), Truth: oracle.True}
	if !g.chance(5) {
		c.Right, c.Truth = g.mutate(c.Right), oracle.Open
	}
	return c
}

// contradictions are assumptions that no point satisfies.
var contradictions = []string{
	"x > 0; x < 0", "x:positive; x == -1", "x^2 < 0", "n:integer; n == 1/2", "x^2+y^2 < 1; x+y > 2", "abs(x) < -1", "exp(x) < 0", "sin(x) > 1", "x > y; y > x", "x == y; x != y", "x == 1; x == 2",
	"x:negative; x > y; y > 0", "sqrt(x) < 0", "n:integer; 0 < n; n < 1", "x*y > 0; x > 0; y < 0", "x^2 == -1", "x != x", "x^2 <= 0; x != 0", "abs(x) >= 1; x^2 < 1", "log(x) > 0; x < 1", "x == x+1", "floor(x) > x", "1/x == 0", "sqrt(x) == -1",
	"max(x, y) < x", "x^4+x^2+1 == 0", "n:integer; n^2 == 2", "x^3 > 0; x <= 0", "sigmoid(x) > 1", "log(-x^2) > 0", "x > 1/0", "sqrt(-1-x^2) >= 0", "x:positive; y:negative; x*y > 1", "n:integer; sin(pi*n) != 0", "tanh(x) == 1", "cosh(x) < 1",
}

// nothing are formulas without values.
var nothing = []string{"log(-1-x^2)", "sqrt(-1-x^2)", "1/(x-x)", "asin(2+x^2)", "acosh(-abs(x))", "sqrt(x)+log(-x)", "log(x)+sqrt(-x-1)", "1/0", "log(0*x)", "tan(pi/2)", "acosh(sin(x)/2)", "x^(1/2)*(-1-x)^(1/2)",
	"1/(sin(x)^2+cos(x)^2-1)", "log(-exp(x))", "sqrt(-1)*sqrt(-1)", "asin(x^2+2)", "if(x > 0, log(-x), 1/0)", "gamma(-abs(floor(x)))", "log(x-x)", "atanh(cosh(x))", "0^(-1-x^2)", "(-2)^(1/2+0*x)", "diff(sqrt(-x^2), x)", "diff(floor(sqrt(-1-x^2)), x)",
	"log(1, 1)", "diff(if(x == y, 1, 1/0), x)", "atan2(x-x, 0)", "1/(abs(x)-max(x, -x))", "log(min(x, -1-x))", "polygamma(-1, x)", "diff(sqrt(x)*sqrt(-x), x)", "diff(acosh(cos(x)), x)"}

// empty claims are about no point at all.
func (g *Generator) empty() oracle.Claim {
	p := g.pair(g.rng.IntN(2))
	c := oracle.Claim{Left: p.left, Right: p.right, Truth: oracle.Empty}
	if g.chance(2) {
		for t := range strings.SplitSeq(contradictions[g.rng.IntN(len(contradictions))], ";") {
			c.Assume = append(c.Assume, strings.TrimSpace(t))
		}
	} else {
		t := nothing[g.rng.IntN(len(nothing))]
		c.Left = g.of1(t, bracket(p.left)+"+"+t, "0*"+bracket(t), bracket(t)+"^2")
		c.Right = g.of1(c.Left, c.Right, c.Right, "0")
	}
	if g.chance(2) {
		c.Right = g.mutate(c.Right)
		if !strings.Contains(c.Left, "(") && len(c.Assume) == 0 {
			c.Truth = oracle.Open
		}
	}
	c.Rel = g.of1("=", "=", "=", "<", "<=", "!=")
	return c
}

// orders are inequalities a <= b or a < b that hold wherever both sides have
// values.
var orders = []struct{ left, rel, right string }{
	{"sin(a)", "<=", "1"}, {"-1", "<=", "cos(a)"}, {"0", "<=", "a^2"}, {"0", "<", "exp(a)"}, {"abs(tanh(a))", "<", "1"}, {"2*a*b", "<=", "a^2+b^2"}, {"a", "<=", "abs(a)"}, {"min(a, b)", "<=", "max(a, b)"}, {"floor(a)", "<=", "a"},
	{"a", "<", "floor(a)+1"}, {"0", "<=", "sqrt(a)"}, {"a", "<=", "relu(a)"}, {"0", "<", "sigmoid(a)"}, {"sigmoid(a)", "<", "1"}, {"1", "<=", "cosh(a)"}, {"a+1", "<=", "exp(a)"}, {"log(a)", "<=", "a-1"}, {"abs(a+b)", "<=", "abs(a)+abs(b)"},
	{"abs(atan(a))", "<", "pi/2"}, {"abs(asin(a))", "<=", "pi/2"}, {"0", "<=", "acos(a)"}, {"a/(1+a^2)", "<=", "1/2"}, {"1/(1+a^2)", "<=", "1"}, {"abs(sign(a))", "<=", "1"}, {"0", "<", "a^2+1"}, {"0", "<=", "a^4-2*a^2+1"}, {"a", "<", "a+1"},
	{"0", "!=", "exp(a)"}, {"a^2", "!=", "-1"}, {"sin(a)", "!=", "2"}, {"a", "!=", "a+1"}, {"1/a", "!=", "0"}, {"sqrt(a)", "!=", "-1"}, {"0", "<", "1/a^2"}, {"0", "<", "abs(1/a)"}, {"erf(a)", "<", "1"}, {"softplus(a)", "!=", "0"}, {"relu(a)", "<", "softplus(a)"},
	{"a", "<=", "ceil(a)"}, {"step(a)", "<=", "1"}, {"0", "<=", "a*sign(a)"}, {"0", "<", "a^2-a+1"}, {"abs(a)*abs(b)", "<=", "(a^2+b^2)/2"}, {"0", "<=", "(a-b)^2"}, {"sqrt(a^2)", "<", "abs(a)+1"}, {"a*b", "<=", "abs(a*b)"}, {"sin(a)*cos(a)", "<=", "1/2"},
	{"0", "<=", "acosh(a)"}, {"0", "<", "cosh(a)-1/2"}, {"exp(-a^2)", "<=", "1"}, {"log(1+a^2)", "<=", "a^2"}, {"0", "<=", "log(1+a^2)"}, {"a^2", "<=", "a^2*exp(b^2)"}, {"0^abs(a)", "<=", "1"}, {"delta(a, b)", "<=", "1"}, {"floor(a)", "!=", "1/2"},
}

// inequality claims: true ones, and ones that fail where the sides are equal.
func (g *Generator) inequality() oracle.Claim {
	if g.chance(2) {
		row := orders[g.rng.IntN(len(orders))]
		var guards []string
		l, r := map[string]string{}, map[string]string{}
		for _, v := range []string{"a", "b"} {
			q := g.pair(g.rng.IntN(2))
			l[v], r[v] = q.left, q.right
			guards = append(guards, q.guards...)
		}
		c := oracle.Claim{Left: rewrite(row.left, l), Rel: row.rel, Right: rewrite(row.right, r), Assume: guards, Truth: oracle.True}
		switch g.rng.IntN(4) {
		case 0:
			c.Truth = oracle.Open
			c.Rel = g.of1("<", "!=", "<")
		case 1:
			c.Truth = oracle.Open
			c.Right = g.mutate(c.Right)
		case 2:
			c.Truth = oracle.Open
			c.Right = bracket(c.Right) + "-" + g.fill(spikes[g.rng.IntN(len(spikes))], g.place())
		}
		return c
	}
	p := g.pair(g.rng.IntN(3))
	c := oracle.Claim{Left: p.left, Rel: g.of1("<", "<=", "<=", "!="), Right: p.right, Assume: p.guards}
	t := g.atom()
	switch g.rng.IntN(5) {
	case 0:
		if c.Rel == "<=" {
			c.Truth = oracle.True
		}
	case 1:
		c.Right = bracket(p.right) + "+" + g.of1("1e-20", "1", "exp("+t+")", "1+"+bracket(t)+"^2", "sigmoid("+t+")", "2-sin("+t+")")
		c.Truth = oracle.True
	case 2:
		c.Right = bracket(p.right) + "+" + g.of1(bracket(t)+"^2", "abs("+t+")", "relu("+t+")", "1-cos("+t+")", "sqrt("+t+")", "0^abs("+t+")", "step("+t+")", "cosh("+t+")-1")
		if c.Rel == "<=" {
			c.Truth = oracle.True
		}
	case 3:
		c.Right = bracket(p.right) + g.of1("+", "-") + g.fill(spikes[g.rng.IntN(len(spikes))], g.place())
	default:
		c.Right = bracket(p.right) + "-" + g.of1("1e-20", "exp("+t+")", bracket(t)+"^2", "1e-9*abs("+t+")")
	}
	return c
}
