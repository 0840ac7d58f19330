package rules

import (
	"fmt"
	"strings"
	"sync"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Rule is one row: an equation that is used from left to right.
type Rule struct {
	Name    string // unique, kebab-case; reads aloud in an explanation
	From    string // infix; every free name but pi is a pattern variable; repeated means equal
	To      string
	When    string // guard: conditions on the pattern variables, joined by commas; "" is always
	Use     Use    // the strategies that take the row
	Source  string // DLMF equation, textbook page, or "definition"
	Example string // "log(2*x) with x > 0 => log(2)+log(x)"
	Topic   string // the table that the row stands in

	once  sync.Once
	forms *Forms
}

// Use says what a rule is good for.
type Use uint8

const (
	// Explore rules are tried where equalities are searched for.
	Explore Use = iota
	// Simplify rules make an expression simpler wherever they fire; a
	// strategy that applies them until none fires ends.
	Simplify
	// Normal rules bring functions to the generators of the normal form.
	// With the Simplify rules before them they come to an end, too.
	Normal
)

// String returns the name of the use as it stands in the tables.
func (u Use) String() string { return [...]string{"Explore", "Simplify", "Normal"}[u] }

// Forms are the texts of a rule as templates, whose arguments are the pattern
// variables.
type Forms struct {
	Variables []string // in the order of their first occurrence
	Store     *symbolic.Store
	From, To  symbolic.Expr // as patterns, in Store
	Symbols   []symbolic.ID // the pattern variables in Store
	FromForm  *symbolic.Template
	ToForm    *symbolic.Template
	When      *symbolic.Template // condition; nil for a rule that always holds
	Domain    *symbolic.Template // where the left side has a value, as it was written
}

// Forms returns the templates of a rule. It panics if a text cannot be read:
// the tests read all of them.
func (r *Rule) Forms() *Forms {
	r.once.Do(func() {
		f, err := r.compile(read.Default())
		if err != nil {
			panic(err)
		}
		r.forms = f
	})
	return r.forms
}

func (r *Rule) compile(lib *read.Library) (*Forms, error) {
	s := symbolic.NewStore()
	c := read.NewScope(s, lib)
	wrap := func(column, text string, err error) error {
		return fmt.Errorf("rule %s, column %s, %q: %w", r.Name, column, text, err)
	}
	from, err := c.Formula(r.From)
	if err != nil {
		return nil, wrap("From", r.From, err)
	}
	f := &Forms{Store: s, From: from.Expr}
	for _, x := range c.Variables(from) {
		f.Variables = append(f.Variables, x.Name())
		f.Symbols = append(f.Symbols, x.ID())
	}
	to, err := c.Formula(r.To)
	if err != nil {
		return nil, wrap("To", r.To, err)
	}
	f.To = to.Expr
	roots := []symbolic.ID{to.Expr.ID()}
	if strings.TrimSpace(r.When) != "" {
		when, err := c.Condition(r.When)
		if err != nil {
			return nil, wrap("When", r.When, err)
		}
		roots = append(roots, when.ID())
		f.When = symbolic.NewTemplate(s, when.ID(), f.Symbols)
	}
	for _, x := range s.FreeSymbols(roots...) {
		if !contains(f.Symbols, x) {
			return nil, wrap("From", r.From, fmt.Errorf("%s is not a variable of the left side", s.Name(x)))
		}
	}
	f.FromForm = symbolic.NewTemplate(s, from.Expr.ID(), f.Symbols)
	f.ToForm = symbolic.NewTemplate(s, to.Expr.ID(), f.Symbols)
	f.Domain = symbolic.NewTemplate(s, from.Domain.ID(), f.Symbols)
	return f, nil
}

func contains(list []symbolic.ID, id symbolic.ID) bool {
	for _, x := range list {
		if x == id {
			return true
		}
	}
	return false
}
