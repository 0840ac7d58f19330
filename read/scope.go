// Package read lowers syntax trees to expressions. Reading a formula yields
// two things: the expression, in canonical form, and its domain, the condition
// under which the formula as it was written has a value. x/x reads as 1 with
// the domain x != 0.
package read

import (
	"fmt"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// A Formula is what was read.
type Formula struct {
	Expr   symbolic.Expr
	Domain symbolic.Expr // where the formula has a value, as it was written
	Tree   *syntax.Tree
	root   syntax.ID // in Tree, of which it may be a part
}

// A Definition is a name given by Let: v = w*x+b. In formulas the name is a
// symbol; the derivative knows what it stands for.
type Definition struct {
	Name symbolic.Expr
	Formula
}

// A Type restricts the values of a variable.
type Type string

// The types that a variable can be declared with.
const (
	Real        Type = "real"
	Positive    Type = "positive"
	Negative    Type = "negative"
	Nonnegative Type = "nonnegative"
	Nonzero     Type = "nonzero"
	Integer     Type = "integer"
)

// A Scope is what names mean: a store, the functions, and what was declared.
type Scope struct {
	Store   *symbolic.Store
	Library *Library
	Limits  parse.Limits

	Definitions []Definition           // by Let, in order
	Types       map[string]Type        // by Assume("n:integer")
	Relations   []Formula              // by Assume("x > 0")
	unspecified map[string]bool        // by Assume("f:function")
	macros      map[string]macro       // by Let("f(x)=...")
	defined     map[symbolic.ID]int    // index into Definitions
	shapes      map[string][]dimension // by Shape
	parameters  []symbolic.ID          // of the function that is being defined
	greek       map[string]string      // names with Greek letters, by what they are in Latin ones
	bare        bool                   // texts of the table: without domains, which would need the texts
}

type macro struct {
	params []symbolic.ID
	body   Formula
}

// NewScope returns a scope in which nothing is declared.
func NewScope(s *symbolic.Store, l *Library) *Scope {
	return &Scope{Store: s, Library: l, Types: map[string]Type{}, unspecified: map[string]bool{},
		macros: map[string]macro{}, defined: map[symbolic.ID]int{}, shapes: map[string][]dimension{}, greek: map[string]string{}}
}

// Formula reads an expression.
func (c *Scope) Formula(text string) (Formula, error) {
	t, err := parse.Expr(text, c.Limits)
	if err != nil {
		return Formula{}, coded(err)
	}
	return c.Lower(t)
}

// Formulas reads a list [f, g, ...], or one expression.
func (c *Scope) Formulas(text string) ([]Formula, error) {
	t, err := parse.Expr(text, c.Limits)
	if err != nil {
		return nil, coded(err)
	}
	roots := []syntax.ID{t.Root}
	if t.Nodes[t.Root].Kind == syntax.List {
		roots = t.Args(t.Root)
	}
	return c.lower(t, roots, false)
}

// Condition reads relations joined by commas (which mean "and"), and, or and
// not.
func (c *Scope) Condition(text string) (symbolic.Expr, error) {
	var all []symbolic.ID
	for _, p := range parse.SplitList(text) {
		t, err := parse.ExprIn(text, p, c.Limits)
		if err != nil {
			return symbolic.Expr{}, coded(err)
		}
		f, err := c.lower(t, []syntax.ID{t.Root}, true)
		if err != nil {
			return symbolic.Expr{}, err
		}
		all = append(all, f[0].Expr.ID())
	}
	return c.Store.Expr(c.Store.And(all...)), nil
}

// Lower lowers a syntax tree to an expression and its domain.
func (c *Scope) Lower(t *syntax.Tree) (Formula, error) {
	f, err := c.lower(t, []syntax.ID{t.Root}, false)
	if err != nil {
		return Formula{}, err
	}
	return f[0], nil
}

// Let adds a definition: "v = w*x+b" names a quantity, "f(x) = x*sigmoid(x)"
// a function. Later formulas and definitions may use the name.
func (c *Scope) Let(text string) error {
	t, err := parse.Expr(text, c.Limits)
	if err != nil {
		return coded(err)
	}
	root := &t.Nodes[t.Root]
	if root.Kind != syntax.Equal || strings.Contains(text[t.Nodes[t.Args(t.Root)[0]].Span.End:t.Nodes[t.Args(t.Root)[1]].Span.Start], "==") {
		return c.fail(t, t.Root, Syntax, "a definition has the form name = expression", `write v = w*x+b or f(x) = x*sigmoid(x)`)
	}
	sides := t.Args(t.Root)
	left := &t.Nodes[sides[0]]
	_, used := c.Store.HasSym(left.Text)
	body, err := c.lower(t, sides[1:], false)
	if left.Kind == syntax.Call {
		return c.letFunction(t, sides[0], sides[1])
	}
	if err != nil {
		return err
	}
	if left.Kind != syntax.Name || left.Text == "pi" {
		return c.fail(t, sides[0], Syntax, "the left side of a definition is a name", "write v = w*x+b or f(x) = x*sigmoid(x)")
	}
	if _, inBody := c.Store.HasSym(left.Text); inBody {
		used = true
	}
	name, err := c.symbol(t, sides[0])
	if err != nil {
		return err
	}
	if _, again := c.defined[name]; again {
		return c.fail(t, sides[0], Syntax, left.Text+" is already defined", "give it another name")
	}
	if used && c.Store.Depends(body[0].Expr.ID(), name) {
		return c.fail(t, sides[0], Syntax, left.Text+" is defined by itself", "give the new value another name")
	}
	if used {
		for _, d := range c.Definitions {
			if c.Store.Depends(d.Expr.ID(), name) {
				return c.fail(t, sides[0], Syntax, c.Store.Name(d.Name.ID())+" uses "+left.Text+" before it is defined", "put this definition first")
			}
		}
	}
	c.defined[name] = len(c.Definitions)
	c.Definitions = append(c.Definitions, Definition{c.Store.Expr(name), body[0]})
	return nil
}

func (c *Scope) letFunction(t *syntax.Tree, head, body syntax.ID) error {
	name := t.Nodes[head].Text
	if t.Nodes[head].Primes > 0 {
		return c.fail(t, head, Syntax, "a derivative cannot be defined", "define the function itself")
	}
	if c.known(name) {
		return c.fail(t, head, Syntax, name+" is already a function", "give it another name")
	}
	var m macro
	for _, a := range t.Args(head) {
		if t.Nodes[a].Kind != syntax.Name {
			return c.fail(t, a, Syntax, "the parameters of a definition are names", "write f(x) = x*sigmoid(x)")
		}
		p, err := c.symbol(t, a)
		if err != nil {
			return err
		}
		if slices.Contains(m.params, p) {
			return c.fail(t, a, Syntax, "the parameter "+t.Nodes[a].Text+" is given twice", "give each its own name")
		}
		m.params = append(m.params, p)
	}
	c.parameters = m.params
	f, err := c.lower(t, []syntax.ID{body}, false)
	c.parameters = nil
	if err != nil {
		return err
	}
	m.body = f[0]
	c.macros[name] = m
	return nil
}

// known tells whether a name is that of a function.
func (c *Scope) known(name string) bool {
	_, isMacro := c.macros[name]
	return isMacro || c.unspecified[name] || isForm(name) || c.Library.table.Has(name)
}

// Knows tells whether a name means something here: a variable, a definition or
// a function.
func (c *Scope) Knows(name string) bool {
	_, variable := c.Store.HasSym(name)
	return variable || c.known(name)
}

// Assume adds declarations and relations, separated by commas: "x > 0,
// n:integer, f:function".
func (c *Scope) Assume(text string) error {
	for _, p := range parse.SplitList(text) {
		part := text[p.Start:p.End]
		if name, kind, ok := strings.Cut(part, ":"); ok {
			if err := c.declare(text, p, strings.TrimSpace(name), strings.TrimSpace(kind)); err != nil {
				return err
			}
			continue
		}
		t, err := parse.ExprIn(text, p, c.Limits)
		if err != nil {
			return coded(err)
		}
		f, err := c.lower(t, []syntax.ID{t.Root}, true)
		if err != nil {
			return err
		}
		c.Relations = append(c.Relations, f[0])
	}
	return nil
}

func (c *Scope) declare(text string, at syntax.Span, name, kind string) error {
	fail := func(message, hint string) error {
		return &Error{Syntax, syntax.NewError(text, at, message, hint)}
	}
	t, err := parse.Expr(name, c.Limits)
	if err != nil || t.Nodes[t.Root].Kind != syntax.Name {
		return fail(fmt.Sprintf("%q is not a name", name), "write x:positive or x > 0")
	}
	name = t.Nodes[t.Root].Text
	if twin := c.twin(name); twin != "" {
		return fail(twinText(name, twin), twinHint)
	}
	switch kind {
	case string(Real), string(Positive), string(Negative), string(Nonnegative), string(Nonzero), string(Integer):
		return c.declareType(name, Type(kind))
	case "function":
		if c.known(name) && !c.unspecified[name] {
			return fail(name+" is already a function", "give it another name")
		}
		c.unspecified[name] = true
	case "symmetric", "invertible", "positive_definite", "orthogonal":
		return &Error{Unsupported, syntax.NewError(text, at, "matrices are not supported by this version", "")}
	default:
		return fail(fmt.Sprintf("%q is not a type", kind), "the types are real, positive, negative, nonnegative, nonzero, integer and function")
	}
	return nil
}

// declareType adds a type. A variable may have several: one is kept, the others
// become relations.
func (c *Scope) declareType(name string, t Type) error {
	if name == "pi" {
		return &Error{Syntax, syntax.NewError(name, syntax.Span{Start: 0, End: 2}, "pi is a number", "declare variables")}
	}
	old, typed := c.Types[name]
	switch {
	case !typed || old == Real || t == old:
		c.Types[name] = t
		return nil
	case t == Real:
		return nil
	case t == Integer: // which no relation says as well
		c.Types[name], t = t, old
	}
	return c.Assume(name + typeRelations[t])
}

// typeRelations are the types but for real and integer as relations.
var typeRelations = map[Type]string{Positive: " > 0", Negative: " < 0", Nonnegative: " >= 0", Nonzero: " != 0"}

func (c *Scope) fail(t *syntax.Tree, at syntax.ID, code Code, message, hint string) error {
	return &Error{code, syntax.NewError(t.Source, t.Nodes[at].Span, message, hint)}
}
