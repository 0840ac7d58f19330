package codegen

import (
	"fmt"
	"math"
	"slices"

	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Source is what code is made of.
type Source struct {
	Formula symbolic.Expr
	// Vars are the parameters in order, symbols or entries such as W[1][2]: all
	// variables of the formula.
	Vars []symbolic.Expr
	// Wrt are the variables of the gradient, among Vars; none for a value alone.
	Wrt []symbolic.Expr
	// Parts are parts of the formula that have names; where the code computes
	// them, it does under these.
	Parts []Part
	// Defined is a condition without which the formula has no value though the code would
	// find one, as for x/x, which reads as 1; the zero Expr for none. SQL has NULL there.
	Defined symbolic.Expr
	// Text is the formula as it is shown in the comment, "" for that of present;
	// Where has definitions that it uses, Domain says where the formula has a value, and
	// Conditions, if that is more, where it has the derivatives.
	Text       string
	Where      []string
	Domain     []string
	Conditions []string

	Func    string // name of the function; in SQL of the table that is read; "" is f, F or points
	Package string // of Go; "" is the name of the function in lower case
	// Library is the function table of the formula; nil is the default one.
	Library *read.Library
}

// A Part is a named part of a formula.
type Part struct {
	Name string
	Expr symbolic.Expr
}

// An Error says why there is no code.
type Error struct{ Message string }

func (e *Error) Error() string { return e.Message }

func unsupported(format string, args ...any) error { return &Error{fmt.Sprintf(format, args...)} }

// maxScalars is the number of variables up to which each is a parameter of its own.
// With more the parameters of a function are an array: nobody calls a function with
// twenty numbers in the right order.
const maxScalars = 12

// A unit is one file of code.
type unit struct {
	Source
	l        *language
	valueOf  string   // the function of the value
	gradOf   string   // the function of the value and the gradient
	inputs   []string // what variables are called, in the code
	texts    []string // and in the formula
	wrt      []string // texts of the variables of the gradient
	results  []string // value, then the derivatives
	array    bool     // variables and derivatives are arrays
	p, g     string   // names of the arrays
	value    *block
	gradient *block // nil without variables
	guarded  []bool // by result: it may be there where the value is not
}

// Generate writes code for the value of a formula, and for value and gradient, in
// the language with a name of [Languages].
//
// The code is one function for the value and one for value and gradient (in SQL one
// query) in a file that is complete. Up to 12 variables are parameters of their own,
// more are an array, whose order the comment lists. Names that mean something in
// the language, and letters that are not ASCII, are spelled in another way; the
// comment says how. Formula and conditions stand in the comment, of which nothing can
// get out.
//
// Errors: an *[Error] where the language lacks a function that the formula or its
// gradient needs, names the function; others are for names that cannot be used, sums
// up to a variable and values that are no real numbers. Errors of package numeric are
// returned as they are. The cost is linear in the distinct parts.
func Generate(lang string, s Source) (code []byte, err error) {
	defer symbolic.Catch(&err)
	u, err := newUnit(lang, s)
	if err != nil {
		return nil, err
	}
	return []byte(u.l.source(u)), nil
}

func newUnit(lang string, s Source) (*unit, error) {
	l, err := lookup(lang)
	if err != nil {
		return nil, err
	}
	if s.Library == nil {
		s.Library = read.Default()
	}
	u := &unit{Source: s, l: l}
	if err := u.prepare(); err != nil {
		return nil, err
	}
	b := newBuilder(l, s.Library)
	b.strict = l.columns
	inputs := make([]ref, len(s.Vars))
	for i := range inputs {
		inputs[i] = b.make(node{kind: input, n: i})
	}
	exprs := []symbolic.Expr{s.Formula}
	for _, p := range s.Parts {
		exprs = append(exprs, p.Expr)
	}
	if s.Defined != (symbolic.Expr{}) && l.columns {
		exprs = append(exprs, s.Defined)
	}
	all, err := numeric.Compile(s.Vars, exprs...)
	if err != nil {
		return nil, err
	}
	parts, err := b.program(all, inputs)
	if err != nil {
		return nil, err
	}
	if b.isCondition(parts[0]) {
		return nil, unsupported("a condition has no code; a formula with a real value is needed")
	}
	if len(parts) > 1+len(s.Parts) {
		parts[0] = b.choose(parts[len(parts)-1], parts[0], b.num(math.NaN()))
	}
	ns := u.names()
	given := map[ref]string{}
	for i, p := range s.Parts {
		if n := &b.nodes[parts[1+i]]; n.kind != input && n.kind != constant && given[parts[1+i]] == "" {
			given[parts[1+i]] = ns.pick(p.Name)
		}
	}
	if err := u.check(b.graph, parts[:1]); err != nil {
		return nil, err
	}
	u.value = b.write(l, ns.clone(), u.inputs, given, parts[:1], u.results[:1])
	if len(s.Wrt) == 0 {
		return u, nil
	}
	p, err := numeric.Compile(s.Vars, s.Formula)
	if err != nil {
		return nil, err
	}
	wrt := make([]int, len(s.Wrt))
	for i, x := range s.Wrt {
		wrt[i] = slices.Index(s.Vars, x)
	}
	if p, err = p.Gradient(wrt...); err != nil {
		return nil, err
	}
	b.strict = false // where the value exists, a derivative may do without a branch that does not
	outputs, err := b.program(p, inputs)
	if err != nil {
		return nil, err
	}
	if l.columns {
		outputs[0] = parts[0]
		u.guarded = b.beyond(outputs)
	}
	if err := u.check(b.graph, outputs); err != nil {
		return nil, err
	}
	u.gradient = b.write(l, ns.clone(), u.inputs, given, outputs, u.results)
	return u, nil
}

// program adds a program of package numeric.
func (b *builder) program(z *numeric.Program, inputs []ref) ([]ref, error) {
	p := &program{}
	p.list, p.outputs = z.Operations()
	return b.build(p, inputs)
}

// maxDepth is how deep choices may be inside each other: the code is indented by as much,
// and few compilers go deeper.
const maxDepth = 200

// check refuses choices that are too deep, numbers that are too large, and results that
// do not exist whatever the variables are.
func (u *unit) check(g *graph, outputs []ref) error {
	for _, o := range outputs {
		if g.depth[o] > maxDepth {
			return unsupported("more than %d choices inside each other have no code", maxDepth)
		}
	}
	st := u.Formula.Store()
	for _, id := range st.Postorder(u.Formula.ID()) {
		if st.Kind(id) == symbolic.Number && !st.Number(id).IsZero() && st.Number(id).Float64() == 0 {
			return unsupported("a number in the formula is closer to 0 than any of 64 bits")
		}
	}
	for i := range g.nodes {
		if n := &g.nodes[i]; n.kind == constant && math.IsInf(n.number, 0) {
			return unsupported("a number in the formula is beyond the largest one of 64 bits")
		}
	}
	for i, o := range outputs {
		if x, ok := g.isNum(o); ok && x != x {
			if i == 0 {
				return unsupported("the formula has no value")
			}
			return unsupported("the derivative by %s has no value", u.wrt[i-1])
		}
	}
	return nil
}

// prepare checks the names and finds those of parameters and results.
func (u *unit) prepare() (err error) {
	s, l := &u.Source, u.l
	if s.Text == "" {
		if s.Text, err = present.Text(s.Formula); err != nil {
			s.Text = "a formula that is too long to be shown"
		}
	}
	if s.Func == "" {
		s.Func = l.function
	}
	if !isIdentifier(s.Func) || l.isReserved(s.Func) {
		return unsupported("%q cannot be the name of a function in %s; a name has letters, digits and _, and means nothing else", s.Func, l.title)
	}
	u.valueOf, u.gradOf = s.Func, s.Func+l.gradient
	if l.name == "go" {
		if s.Package == "" {
			s.Package = lower(s.Func)
		}
		if !isIdentifier(s.Package) || l.isReserved(s.Package) && s.Package != "main" {
			return unsupported("%q cannot be the name of a package", s.Package)
		}
	} else if s.Package != "" {
		return unsupported("a package is for Go alone, not for %s", l.title)
	}
	for _, x := range s.Wrt {
		if !slices.Contains(s.Vars, x) {
			text, _ := variableText(x)
			return unsupported("%s is not among the variables of the formula", text)
		}
		text, _ := variableText(x)
		u.wrt = append(u.wrt, text)
	}
	if len(s.Vars) == 0 && l.columns {
		return unsupported("a query needs a variable, which is a column; the formula has none")
	}
	u.array = l.arrays && (len(s.Vars) > maxScalars || len(s.Wrt) > maxScalars)
	return nil
}

// names names parameters and results, and returns what is left for the parts.
func (u *unit) names() *names {
	l := u.l
	ns := newNames(l, u.valueOf, u.gradOf)
	for _, x := range u.Vars {
		text, code := variableText(x)
		u.texts = append(u.texts, text)
		if !u.array {
			u.inputs = append(u.inputs, ns.pick(code))
		}
	}
	u.results = []string{ns.pick("value")}
	if u.array {
		u.p = ns.pick("p")
		for i := range u.Vars {
			u.inputs = append(u.inputs, fmt.Sprintf("%s[%d]", u.p, i+l.base))
		}
	}
	if u.array || l.listed {
		u.g = ns.pick("g")
		for i := range u.Wrt {
			u.results = append(u.results, fmt.Sprintf("%s[%d]", u.g, i+l.base))
		}
		return ns
	}
	for _, x := range u.Wrt {
		_, code := variableText(x)
		u.results = append(u.results, ns.pick("d"+identifier(code)))
	}
	return ns
}

func (n *names) clone() *names {
	c := newNames(n.l)
	for k := range n.taken {
		c.taken[k] = true
	}
	return c
}
