package parse_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/internal/effort"
	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/syntax"
)

// read returns the tree of a formula that must be right.
func read(t *testing.T, formula string) *syntax.Tree {
	t.Helper()
	tree, err := parse.Expr(formula, parse.Limits{})
	if err != nil {
		t.Fatalf("%.200s: %v", formula, err)
	}
	checkTree(t, tree)
	return tree
}

// reads checks the trees of pairs of formula and s-expression.
func reads(t *testing.T, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if got := read(t, pairs[i]).String(); got != pairs[i+1] {
			t.Errorf("%s: got %s, want %s", pairs[i], got, pairs[i+1])
		}
	}
}

// rejects checks that formulas are errors that speak the language of the user
// and not that of parsers.
func rejects(t *testing.T, formulas ...string) {
	t.Helper()
	for _, formula := range formulas {
		tree, err := parse.Expr(formula, parse.Limits{})
		if err == nil {
			t.Errorf("%s: read as %v", formula, tree)
			continue
		}
		var e *parse.Error
		if !errors.As(err, &e) || e.Line < 1 || e.Column < 1 || e.Hint == "" {
			t.Errorf("%s: %#v", formula, err)
		}
		for _, raw := range []string{"token", "unexpected", "literal", "cannot be read", "compil", "_"} {
			if strings.Contains(e.Message, raw) && !strings.Contains(formula, "_") {
				t.Errorf("%s: message %q", formula, e.Message)
			}
		}
	}
}

// The tests below are one for each trap that a parser for a programming
// language sets to mathematics: it may read such a formula as something else,
// in silence.

func TestNumbersAreNeverFloats(t *testing.T) {
	reads(t,
		"0.1", "0.1",
		"1e-400", "1e-400",
		"1e400", "1e400",
		"9223372036854775808", "9223372036854775808",
		"-9223372036854775808", "(neg 9223372036854775808)",
		"α+12345678901234567890.0", "(+ α 12345678901234567890.0)", // code points are not bytes
	)
}

func TestNoImplicitMultiplication(t *testing.T) {
	rejects(t, "2e", "2e+x", "3e-x", "2x", "10px", "2 x", "2(x+1)", "(x+1)(x-1)", "(f)(x)", "f(x)(y)",
		"d/dx(x^2)", "sin x", "sin^2(x)")
	reads(t, "x(y+1)", "(call x (+ y 1))")
}

func TestCommentsAreErrors(t *testing.T) {
	rejects(t, "a // b", "5//2", "a /* b */", "a /* b */ + c", "/* a */ b", "a / / b", "a //")
}

func TestBuiltinFunctionsAreOrdinaryNames(t *testing.T) {
	for _, f := range strings.Fields(`all none any one filter map find findIndex findLast findLastIndex count sum
		groupBy sortBy reduce len type abs ceil floor round int float string trim trimPrefix trimSuffix upper lower
		split splitAfter replace repeat join indexOf lastIndexOf hasPrefix hasSuffix max min mean median toJSON
		fromJSON toBase64 fromBase64 now duration date timezone first last get take keys values toPairs fromPairs
		reverse uniq concat flatten sort bitand bitor bitxor bitnand bitshl bitshr bitushr bitnot`) {
		reads(t, f, f, f+"(x)", "(call "+f+" x)", f+"(x, y, 1)", "(call "+f+" x y 1)")
	}
}

func TestPredicateBuiltinsTakeOrdinaryArguments(t *testing.T) {
	reads(t, "sum(i,1,n,x[i])", "(call sum i 1 n (index x i))", "sum(x,y)", "(call sum x y)", "count(a,b)", "(call count a b)")
	rejects(t, "::sum(x)", "sum(x, {y})", "sum(x, #)")
}

func TestLongProductsAreWithinTheNodeLimit(t *testing.T) {
	read(t, strings.Repeat("x*", 20_000)+"x")
	_, err := parse.Expr("x*y*z", parse.Limits{Nodes: 4})
	wantLimit(t, err, "nodes")
}

func TestDeepFormulasAreRefusedQuickly(t *testing.T) {
	const n = 1_000_000
	r := strings.Repeat
	for _, c := range []struct{ name, formula, limit string }{
		{"brackets", r("(", n) + "x" + r(")", n), "nesting"},
		{"open brackets", r("(", n), "nesting"},
		{"lists", r("[", n), "nesting"},
		{"calls", r("sin(", n) + "x" + r(")", n), "nesting"},
		{"indices", r("x[", n), "nesting"},
		{"signs in brackets", r("---(", n), "nesting"},
		{"powers", "x" + r("^x", n), "powers"},
		{"powers and signs", "x" + r("^-x", n), "powers"},
		{"powers in brackets", r("x^x^x^(", n), "powers"},
		{"conditionals", r("a?b:", n) + "c", "conditionals"},
		{"conditionals in the middle", r("a?", n) + "b" + r(":c", n), "conditionals"},
		{"conditionals in brackets", r("a?b:a?(", n), "conditionals"},
	} {
		t.Run(c.name, func(t *testing.T) {
			effort.Bounded(t, 1000, func() {
				_, err := parse.Expr(c.formula, parse.Limits{})
				wantLimit(t, err, c.limit)
			})
		})
	}
}

func TestDeepestFormulasAreRead(t *testing.T) {
	const n = 10_000
	r := strings.Repeat
	for _, formula := range []string{
		r("(", n) + "x" + r(")", n),
		r("x or x and x<x+x*(", n) + "x" + r(")", n),
		r("a ? -x^(x or x and x<x+x*", n) + "x" + r("):b", n),
		r("(", n-1) + "W[i]" + r(")[j]", n-1),
		r("-", n) + "x",
		"x" + r("^x", n),
		"x" + r("^-x", n),
		r("a?b:", n) + "c",
		r("x^-(a?", n/2) + "b" + r(":c)", n/2),
		"x" + r("<x", n),
		"x" + r("[i]", n),
		"x" + r(".T", n),
	} {
		read(t, formula)
	}
}

func TestRowsOfOneOperatorAreRead(t *testing.T) {
	const n = 1_000_000
	r := strings.Repeat
	for _, c := range []struct {
		name, formula string
		nodes         int
	}{
		{"signs", r("-", n) + "x", n + 1},
		{"negations", r("not ", n) + "x", n + 1},
		{"chains", "x" + r("<x", n), 2*n + 2},
		{"subscripts", "x" + r("[i]", n), n + 2},
		{"transposes", "x" + r(".T", n), n + 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var tree *syntax.Tree
			var err error
			effort.Bounded(t, 1000, func() { tree, err = parse.Expr(c.formula, parse.Limits{}) })
			if err != nil {
				t.Fatal(err)
			}
			checkTree(t, tree)
			if got := len(tree.Nodes); got != c.nodes {
				t.Errorf("%d nodes, want %d", got, c.nodes)
			}
		})
	}
}

func TestCallsDoNotAffectEachOther(t *testing.T) {
	reads(t, "a+b", "(+ a b)", "xy*zzz", "(* xy zzz)", "a+b", "(+ a b)")
}

func TestChainsShareTheirMiddleAndElvisIsAnError(t *testing.T) {
	tree := read(t, "a < f(b) <= c")
	if n := len(tree.Nodes); n != 7 { // a, b, f(b), c, two relations, the chain
		t.Errorf("%d nodes", n)
	}
	reads(t, "a<b and b<c", "(and (< a b) (< b c))")
	rejects(t, "a?:b", "a ? : b", strings.Repeat("a?:", 25)+"b")
}

func TestLongSumsAreReadInLinearTime(t *testing.T) {
	var tree *syntax.Tree
	effort.Bounded(t, 1000, func() { tree = read(t, "x"+strings.Repeat("+x", 100_000)) })
	if n := len(tree.Nodes); n != 200_001 {
		t.Errorf("%d nodes", n)
	}
	if n := len(tree.String()); n != 1+100_000*6 {
		t.Errorf("%d characters", n)
	}
}

func TestQuestionMarkBeforeADecimal(t *testing.T) {
	reads(t, "x>0?.5:1", "(if (> x 0) .5 1)")
	rejects(t, "x?.y", "x??y", "1..5", "1...5", "x..y")
}

func TestQuotesAreNoStrings(t *testing.T) {
	rejects(t, "W'", "W'*v+b'", "b'abc'", `b"abc"`, `"x"`, "'x'", "`x`", `f("x")`)
	reads(t, "f'(x)", "(call f' x)", "f''(x)+g'(y)", "(+ (call f'' x) (call g' y))", "b'(x)", "(call b' x)")
}

func TestForeignOperatorsAreErrors(t *testing.T) {
	rejects(t, "a|f(b)", "|x|", "p(y|x)", "#", "a := b", "a => b", "n!", "a&b", "x^^2", "x*=2", "a<*b", "a*&b", "a&&b", "a||b", "!a")
	reads(t, "n!=m", "(!= n m)", "a=b", "(= a b)")
}

func TestStatementsAreErrors(t *testing.T) {
	rejects(t, "let y = x^2; y+1", "f(let y = 1; y)", "a;b", "a;", "f(a,)", "[a,]")
}

func TestSlicesAndMapsAreErrors(t *testing.T) {
	rejects(t, "x[i,j]", "{a:1}", "x?.y", "x_{1}", `\alpha`, "x[1:2]", "x[:2]", "x[1:]", "x[:]", "x[]")
}

func TestReservedWordsAreOrdinaryNames(t *testing.T) {
	for _, w := range strings.Fields("in matches contains startsWith endsWith let else true false nil inf NaN pi e env") {
		reads(t, w, w, w+"+1", "(+ "+w+" 1)", w+"(x)", "(call "+w+" x)", "not "+w, "(not "+w+")", "x*"+w, "(* x "+w+")")
	}
	rejects(t, "and", "or", "not", "if", "a in b", "a matches b", "a not in b", "a not contains b", "$x", "$env")
	reads(t, "if(a,b,c)", "(if a b c)")
}

func TestUnicodeIsNormalisedAndLookalikesAreErrors(t *testing.T) {
	reads(t,
		"\u03C9\u0342", "\u1FF6", // NFC
		"\u2126", "\u03A9", // the ohm sign is an omega
		"ε+ϵ", "(+ ε ϵ)", // two letters
		"σ λ"[:2], "σ",
	)
	rejects(t, "٣", "１", "𝑥", "ｘ", "ŷ", "y\u0302", "xᵢ", "ℓ", "₁", "∂", "∇", "∑", "∏", "∞", "′", "x\u200b", "\u00b5", "x\u00a0+1")
}

func TestSpansCoverBracketsOfOperands(t *testing.T) {
	for _, c := range []struct{ formula, kind, want string }{
		{"(a+b)*c", "*", "(a+b)*c"},
		{"(a+b)*c", "+", "a+b"},
		{"2*(a+b)", "*", "2*(a+b)"},
		{" ( a + b ) * ( (c) ) ", "*", "( a + b ) * ( (c) )"},
		{"((a)*b)+c", "*", "(a)*b"},
		{"-((x))", "neg", "-((x))"},
		{"f((a)*(b))", "*", "(a)*(b)"},
		{"f ( x , (y) )+1", "call", "f ( x , (y) )"},
		{"(W)[(i)] [j]+1", "index", "(W)[(i)] [j]"},
		{"(W[i])+1", "index", "W[i]"},
		{"((W[i]))[j]*2", "index", "((W[i]))[j]"},
		{"(a+b).T*c", "transpose", "(a+b).T"},
		{"1+[(a), b]", "list", "[(a), b]"},
		{"(c) ? (a) : (b)", "if", "(c) ? (a) : (b)"},
		{"((c) ? (a) : (b))+1", "if", "(c) ? (a) : (b)"},
		{"(a) < (b) < (c)", "chain", "(a) < (b) < (c)"},
		{"(a) < (b) <= (c)", "<=", "(b) <= (c)"},
		{"α*β²", "^", "β²"},
		{"−½", "/", "½"},
		{"a −(β)", "-", "a −(β)"},
	} {
		tree, found := read(t, c.formula), false
		for _, n := range tree.Nodes {
			if n.Kind.String() == c.kind {
				found = true
				if got := tree.Source[n.Span.Start:n.Span.End]; got != c.want {
					t.Errorf("%s: the span of %s is %q, want %q", c.formula, c.kind, got, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s", c.formula, c.kind)
		}
	}
}

func TestRemainderIsAnErrorAndSignsAreNodes(t *testing.T) {
	rejects(t, "x % 2", "10%", "-a%b")
	reads(t, "--x", "(neg (neg x))", "+x", "(pos x)")
}

func TestNothingIsFolded(t *testing.T) {
	reads(t, "1/2", "(/ 1 2)", "2+3*4", "(+ 2 (* 3 4))", "sum(1,2)", "(call sum 1 2)", "0*x", "(* 0 x)")
}
