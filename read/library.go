package read

import (
	"fmt"
	"sync"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/symbolic"
)

// A Library gives the texts of a function table as templates. Each row is
// read when it is first needed. A Library is safe for concurrent use.
type Library struct {
	table      *function.Table
	forms      sync.Map // *function.Row -> *entry
	expansions sync.Map // *function.Row -> *symbolic.Template
}

type entry struct {
	once  sync.Once
	forms *Forms
}

// NewLibrary returns the library of a table.
func NewLibrary(table *function.Table) *Library { return &Library{table: table} }

// Default is the library of the default table.
var Default = sync.OnceValue(func() *Library { return NewLibrary(function.Default()) })

// Table returns the table.
func (l *Library) Table() *function.Table { return l.table }

// Floor returns the row of floor, in terms of which conditions say that a
// value is an integer.
func (l *Library) Floor() *function.Row {
	row, err := l.table.Lookup("floor", 1)
	if err != nil {
		panic(err)
	}
	return row
}

// Forms are the texts of one row as templates. Their arguments are the row's
// parameters and then the value; a nil template is an empty text.
type Forms struct {
	Row        *function.Row
	Domain     *symbolic.Template // condition
	Smooth     *symbolic.Template // condition
	Continuous *symbolic.Template // condition
	Range      *symbolic.Template // condition on the value
	Deriv      []*symbolic.Template
	DerivValue *symbolic.Template
	Definition *symbolic.Template
	Shift      *symbolic.Template
	Sign       *symbolic.Template
	AtInfinity []*symbolic.Template
}

// Forms returns the templates of a row of the table. It panics if a text
// cannot be read: the table's tests read all of them, and Table rejects own
// rows with bad texts.
func (l *Library) Forms(row *function.Row) *Forms {
	e, _ := l.forms.LoadOrStore(row, &entry{})
	once := e.(*entry)
	once.once.Do(func() {
		f, err := l.compile(row)
		if err != nil {
			panic(err)
		}
		once.forms = f
	})
	return once.forms
}

// expansion is what a row such as sqrt is rewritten to. It is kept apart from
// the other texts, since those of sqrt itself contain sqrt.
func (l *Library) expansion(row *function.Row) *symbolic.Template {
	if t, ok := l.expansions.Load(row); ok {
		return t.(*symbolic.Template)
	}
	c, params := l.textScope(row)
	f, err := c.Formula(row.Expand)
	if err != nil {
		panic(fmt.Errorf("function %s, column Expand, %q: %w", row.Name, row.Expand, err))
	}
	t, _ := l.expansions.LoadOrStore(row, symbolic.NewTemplate(c.Store, f.Expr.ID(), params))
	return t.(*symbolic.Template)
}

// textScope is a scope for the texts of a row: its parameters, then the value.
func (l *Library) textScope(row *function.Row) (*Scope, []symbolic.ID) {
	c := NewScope(symbolic.NewStore(), l)
	c.bare = true
	var params []symbolic.ID
	for _, p := range row.Params {
		params = append(params, c.Store.Sym(p.Name))
	}
	return c, append(params, c.Store.Sym("y"))
}

// Check reads all texts of a row, such as one of the caller's own.
func (l *Library) Check(row *function.Row) error {
	_, err := l.compile(row)
	return err
}

func (l *Library) compile(row *function.Row) (*Forms, error) {
	f := &Forms{Row: row}
	c, params := l.textScope(row)
	template := func(column, text string, condition bool) (*symbolic.Template, error) {
		if text == "" {
			return nil, nil
		}
		var e symbolic.Expr
		var err error
		if condition {
			e, err = c.Condition(text)
		} else {
			var g Formula
			g, err = c.Formula(text)
			e = g.Expr
		}
		if err != nil {
			return nil, fmt.Errorf("function %s, column %s, %q: %w", row.Name, column, text, err)
		}
		return symbolic.NewTemplate(c.Store, e.ID(), params), nil
	}
	var err error
	for _, column := range []struct {
		name, text string
		to         **symbolic.Template
		condition  bool
	}{
		{"Domain", row.Domain, &f.Domain, true},
		{"Smooth", row.Smooth, &f.Smooth, true},
		{"Continuous", row.Continuous, &f.Continuous, true},
		{"Range", row.Range, &f.Range, true},
		{"DerivValue", row.DerivValue, &f.DerivValue, false},
		{"Definition", row.Definition, &f.Definition, false},
		{"Shift", row.Shift, &f.Shift, false},
		{"Sign", row.Sign, &f.Sign, false},
	} {
		if *column.to, err = template(column.name, column.text, column.condition); err != nil {
			return nil, err
		}
	}
	for _, text := range row.Deriv {
		t, err := template("Deriv", text, false)
		if err != nil {
			return nil, err
		}
		f.Deriv = append(f.Deriv, t)
	}
	for _, text := range row.AtInfinity {
		t, err := template("AtInfinity", text, false)
		if err != nil {
			return nil, err
		}
		f.AtInfinity = append(f.AtInfinity, t)
	}
	return f, nil
}
