package function

import (
	"slices"
	"sync"
)

// A Table is an ordered set of rows that are looked up by name. It does not
// change and is safe for concurrent use; own functions make a new table (see
// [NewTable]). Its index is built when it is first asked.
type Table struct {
	base *Table // its rows come first; nil for the built-in table
	own  []Row

	once  sync.Once
	rows  []*Row
	index map[string][]*Row
}

// builtin is filled from the family tables by the first question to it, which
// keeps them out of the start of the program.
var builtin Table

// Default returns the table of the built-in functions.
func Default() *Table { return &builtin }

// families returns the built-in rows in the order in which they are listed.
func families() [][]Row {
	return [][]Row{
		exponential, power, piecewise,
		trigonometric, inverseTrigonometric, hyperbolic, inverseHyperbolic,
		errorFunction, gammaFamily,
		activation, rectifier,
	}
}

// NewTable returns a table of the rows of base, where nil means [Default],
// followed by own rows, whose texts may use each other's names. What the rows
// refer to must not be changed afterwards.
//
// Errors: a *[RowError] for the first row that is malformed: a name that can
// not be read as one or that belongs to the language, parameters without
// name or a default before a parameter without one, a count of derivatives
// that is not that of the parameters, no kernel or no LaTeX, a text that is
// not balanced or uses a name that is neither a parameter nor pi nor (in
// Range and DerivValue) the value y, a call that no row answers, or a name
// and count of arguments that another row has already.
func NewTable(base *Table, rows ...Row) (*Table, error) {
	if base == nil {
		base = Default()
	}
	t := &Table{base: base, own: slices.Clone(rows)}
	for i := range t.own {
		if err := t.validate(&t.own[i]); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// build makes the list and the index of the rows.
func (t *Table) build() {
	t.once.Do(func() {
		if t.base != nil {
			t.rows = t.base.All()
		} else {
			for _, family := range families() {
				t.rows = appendRows(t.rows, family)
			}
		}
		t.rows = appendRows(t.rows, t.own)
		t.index = make(map[string][]*Row, 2*len(t.rows))
		for _, r := range t.rows {
			t.index[r.Name] = append(t.index[r.Name], r)
			for _, alias := range r.Aliases {
				t.index[alias] = append(t.index[alias], r)
			}
		}
	})
}

func appendRows(list []*Row, rows []Row) []*Row {
	for i := range rows {
		list = append(list, &rows[i])
	}
	return list
}

// All returns the rows in order: the built-in families, then own rows. The
// slice is the caller's; the rows must not be changed.
func (t *Table) All() []*Row {
	t.build()
	return slices.Clone(t.rows)
}

// Has tells whether name is a name or an alias of a row of any arity.
func (t *Table) Has(name string) bool {
	t.build()
	return len(t.index[name]) > 0
}

// Lookup returns the row that a call of name with args arguments means; name
// may be an alias. The row must not be changed.
//
// Errors: *[UnknownError] if no row has the name, *[ArityError] if none of
// those that have it takes so many arguments.
func (t *Table) Lookup(name string, args int) (*Row, error) {
	t.build()
	rows := t.index[name]
	for _, r := range rows {
		if r.Accepts(args) {
			return r, nil
		}
	}
	if len(rows) == 0 {
		return nil, &UnknownError{Name: name, Nearest: t.Nearest(name)}
	}
	e := &ArityError{Name: name, Args: args}
	for _, r := range rows {
		e.Signatures = append(e.Signatures, r.Signature())
	}
	return nil, e
}
