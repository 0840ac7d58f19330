package present

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A testReader lowers the infix text that these tests need, by the kernel's
// constructors alone. Package parse is not used, so that what is written is
// read back by something that knows nothing of how it was written.
type testReader struct {
	t    testing.TB
	s    *symbolic.Store
	text string
	rest string
}

// rows are functions as the table might have them.
var rows = map[string]*function.Row{}

func init() {
	for _, r := range []function.Row{
		unary("exp", `\exp`), unary("sin", `\sin`), unary("cos", `\cos`), unary("tanh", `\tanh`), unary("log2", `\log_{2}(#1)`),
		unary("cbrt", `\sqrt[3]{#1}`), unary("abs", `\left|#1\right|`), unary("floor", `\left\lfloor #1 \right\rfloor`),
		unary("factorial", `#1!`), unary("gamma", `\Gamma`), unary("sigmoid", `\sigma`), unary("softplus", `\operatorname{softplus}`),
		unary("log", `\log`), binary("leaky_relu", `\operatorname{leaky\_relu}`, "0.01"),
		binary("binomial", `\binom{#1}{#2}`, ""), binary("polygamma", `\psi^{(#1)}\left(#2\right)`, ""),
		{Name: "max", Params: []function.Param{{Name: "u"}, {Name: "v"}}, Variadic: true, LaTeX: `\max`},
		{Name: "delta", Params: []function.Param{{Name: "i"}, {Name: "j"}}, Symmetric: true, LaTeX: `\delta_{#1#2}`},
	} {
		rows[r.Name] = &r
	}
	logarithm := binary("log", `\log`, "")
	rows["log,"] = &logarithm
}

func unary(name, latex string) function.Row {
	return function.Row{Name: name, Params: []function.Param{{Name: "u"}}, LaTeX: latex}
}

func binary(name, latex, last string) function.Row {
	return function.Row{Name: name, Params: []function.Param{{Name: "u"}, {Name: "v", Default: last}}, LaTeX: latex}
}

func readExpr(t testing.TB, s *symbolic.Store, text string) symbolic.Expr {
	t.Helper()
	r := &testReader{t: t, s: s, text: text, rest: text}
	e := r.or()
	if r.skip(); r.rest != "" {
		t.Fatalf("test formula %q: cannot read %q", text, r.rest)
	}
	return s.Expr(e)
}

func (r *testReader) skip() { r.rest = strings.TrimLeft(r.rest, " ") }

func (r *testReader) accept(token string) bool {
	r.skip()
	if strings.HasPrefix(r.rest, token) {
		r.rest = r.rest[len(token):]
		return true
	}
	return false
}

func (r *testReader) expect(token string) {
	if !r.accept(token) {
		r.t.Fatalf("test formula %q: want %q before %q", r.text, token, r.rest)
	}
}

func (r *testReader) or() symbolic.ID {
	x := r.and()
	for r.accept("or ") {
		x = r.s.Or(x, r.and())
	}
	return x
}

func (r *testReader) and() symbolic.ID {
	x := r.relation()
	for r.accept("and ") {
		x = r.s.And(x, r.relation())
	}
	return x
}

func (r *testReader) relation() symbolic.ID {
	x := r.sum()
	switch {
	case r.accept("=="):
		return r.s.Relate(symbolic.Equal, x, r.sum())
	case r.accept("!="):
		return r.s.Relate(symbolic.NotEqual, x, r.sum())
	case r.accept("<="):
		return r.s.Relate(symbolic.LessEqual, x, r.sum())
	case r.accept(">="):
		return r.s.Relate(symbolic.LessEqual, r.sum(), x)
	case r.accept("<"):
		return r.s.Relate(symbolic.Less, x, r.sum())
	case r.accept(">"):
		return r.s.Relate(symbolic.Less, r.sum(), x)
	}
	return x
}

func (r *testReader) sum() symbolic.ID {
	first := r.product()
	b := r.s.NewSum()
	b.Add(first)
	for n := 0; ; n++ {
		switch {
		case r.accept("+"):
			b.Add(r.product())
		case r.accept("-"):
			b.AddScaled(r.product(), rational.NegOne)
		case n == 0: // 2*(x+y) alone stays a product
			return first
		default:
			return b.Sum()
		}
	}
}

func (r *testReader) product() symbolic.ID {
	x := r.unary()
	for {
		switch {
		case r.accept("*"):
			x = r.s.Mul(x, r.unary())
		case r.accept("/"):
			x = r.s.Div(x, r.unary())
		default:
			return x
		}
	}
}

func (r *testReader) unary() symbolic.ID {
	if r.accept("-") {
		return r.s.Neg(r.unary())
	}
	x := r.atom()
	if r.accept("^") {
		return r.s.Pow(x, r.unary())
	}
	return x
}

func (r *testReader) word() string {
	r.skip()
	n := 0
	for n < len(r.rest) && (r.rest[n] == '_' || r.rest[n] >= 0x80 || strings.IndexByte("0123456789", r.rest[n]) >= 0 || r.rest[n]|0x20 >= 'a' && r.rest[n]|0x20 <= 'z') {
		n++
	}
	w := r.rest[:n]
	r.rest = r.rest[n:]
	return w
}

func (r *testReader) atom() symbolic.ID {
	s := r.s
	if r.accept("(") {
		x := r.or()
		r.expect(")")
		return x
	}
	w := r.word()
	if w == "" {
		r.t.Fatalf("test formula %q: nothing before %q", r.text, r.rest)
	}
	if w[0] >= '0' && w[0] <= '9' {
		x, err := rational.Parse(w, 1000)
		if err != nil {
			r.t.Fatal(err)
		}
		return s.Num(x)
	}
	marks := int64(0)
	for r.accept("'") {
		marks++
	}
	if r.accept("(") {
		return r.call(w, marks)
	}
	switch w {
	case "pi":
		return s.Pi()
	case "true", "false":
		return s.Bool(w == "true")
	}
	x := s.Sym(w)
	var subs []symbolic.ID
	for r.accept("[") {
		subs = append(subs, r.sum())
		r.expect("]")
	}
	if subs != nil {
		return s.Index(x, subs...)
	}
	return x
}

func (r *testReader) call(name string, marks int64) symbolic.ID {
	s := r.s
	args := []symbolic.ID{r.or()}
	for r.accept(",") {
		args = append(args, r.or())
	}
	r.expect(")")
	switch {
	case marks > 0:
		u := s.Sym("u")
		return s.Derivative(s.Apply(s.Unspecified(name), u), u, s.Int(marks), args[0])
	case name == "sqrt":
		return s.Pow(args[0], s.Num(rational.New(1, 2)))
	case name == "if":
		return s.If(args[0], args[1], args[2])
	case name == "sum":
		return s.SumOver(args[0], args[1], args[2], args[3])
	case name == "prod":
		return s.ProductOver(args[0], args[1], args[2], args[3])
	case name == "diff":
		if len(args) == 2 {
			args = append(args, symbolic.One)
		}
		if len(args) == 3 {
			args = append(args, args[1])
		}
		return s.Derivative(args[0], args[1], args[2], args[3])
	}
	row := rows[name]
	if row == nil {
		return s.Apply(s.Unspecified(name), args...)
	}
	if name == "log" && len(args) == 2 {
		row = rows["log,"]
	}
	if name == "leaky_relu" && len(args) == 1 {
		args = append(args, s.Num(rational.New(1, 100)))
	}
	return s.Apply(s.Func(row), args...)
}
