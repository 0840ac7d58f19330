package protocol

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// TableOptions say how a formula is evaluated for the rows of a CSV file.
type TableOptions struct {
	Options
	JSON      bool // answers as JSON lines, and not as CSV
	KeepGoing bool // a row without a value does not end it
	// Progress, if it is not nil, is told now and then how many bytes were read.
	Progress func(bytes int64)
}

// Rows of one step, and bytes of one row, which bound what is in memory.
const (
	chunkRows = 1024
	maxRow    = 1 << 20
)

// Table evaluates a formula for every row of a CSV file: variables are columns by
// their names in the header, unless the request gives them a value. It writes the
// rows with the value, and the derivatives if they are asked for, as CSV or as
// JSON lines, as they come.
//
// Cells are read as doubles, and results are doubles. A result that is 0, infinite or
// no number as a double, or that has lost digits, is computed once more in intervals and
// for the exact cells, as eval does.
//
// It returns the number of rows that have no value; the error is that of the
// first one unless KeepGoing is set, and names its line.
func Table(req Request, in io.Reader, out io.Writer, o TableOptions) (rows, bad int, err error) {
	if o.MaxBytes == 0 {
		o.MaxBytes = defaultMaxBytes
	}
	defer func() {
		if r := recover(); r != nil {
			err = recovered(r)
		}
	}()
	s := newSession(req, o.Options)
	t := &table{o: o, in: &boundedReader{in: in}, out: bufio.NewWriterSize(out, 1<<16)}
	work, err := s.prepare(func(s *session) (func() (result, error), error) {
		f, v, wrt, err := s.evalSubject()
		if err != nil {
			return nil, err
		}
		return func() (result, error) {
			if err := t.open(); err != nil {
				return nil, err
			}
			for _, name := range sortedKeys(s.req.At) {
				if slices.Contains(t.header, name) {
					return nil, failure(codeSyntax, "%s is a column of the file and given by --at; leave out one of the two", name)
				}
			}
			if t.formula, err = newRowFormula(v, f, wrt); err != nil {
				return nil, err
			}
			return nil, t.run()
		}, nil
	})
	if err == nil {
		_, err = work()
	}
	if flush := t.out.Flush(); err == nil {
		err = flush
	}
	if err != nil {
		err = classify(err)
	}
	return t.rows, t.bad, err
}

// A table is a CSV file on its way through.
type table struct {
	o       TableOptions
	in      *boundedReader
	csv     *csv.Reader
	out     *bufio.Writer
	formula *rowFormula
	header  []string
	columns []int // of the inputs of the formula
	rows    int
	bad     int
}

// A row is a line of the table.
type row struct {
	line  int
	cells []string
	bad   *Error
}

// open reads the header.
func (t *table) open() error {
	r := bufio.NewReader(t.in)
	if mark, _ := r.Peek(3); bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		_, _ = r.Discard(3)
	}
	t.csv = csv.NewReader(r)
	t.csv.FieldsPerRecord = -1
	header, err := t.csv.Read()
	switch {
	case errors.Is(err, io.EOF):
		return failure(codeSyntax, "the CSV file is empty; its first line names the columns")
	case err != nil:
		return t.reading(err)
	}
	t.in.left = maxRow
	for _, name := range header {
		t.header = append(t.header, strings.TrimSpace(name))
	}
	return nil
}

// reading turns an error of package csv into one of this package.
func (t *table) reading(err error) *Error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return &Error{Code: codeSyntax, Message: fmt.Sprintf("line %d: %v", p.Line, p.Err), Report: fmt.Sprintf("line %d, column %d: %v", p.Line, p.Column, p.Err), Line: p.Line, Column: p.Column}
	}
	return classify(err)
}

// bind finds the columns of the inputs.
func (t *table) bind() error {
	for _, name := range t.formula.names {
		i := slices.Index(t.header, name)
		if i < 0 {
			return failure(string(read.UnknownName), "there is no column %s; the columns are %s; write --at %s=1/2 for one value in all rows", name, strings.Join(t.header, ", "), name)
		}
		if slices.Contains(t.header[i+1:], name) {
			return failure(codeSyntax, "there are two columns %s", name)
		}
		t.columns = append(t.columns, i)
	}
	return nil
}

func (t *table) run() error {
	if err := t.bind(); err != nil {
		return err
	}
	if !t.o.JSON {
		t.writeHeader()
	}
	chunk := make([]row, 0, chunkRows)
	for {
		r, err := t.next()
		end := errors.Is(err, io.EOF)
		if err != nil && !end {
			return err
		}
		if !end {
			chunk = append(chunk, r)
		}
		if end || len(chunk) == chunkRows || r.bad != nil && !t.o.KeepGoing {
			if err := t.write(chunk); err != nil || end {
				return err
			}
			chunk = chunk[:0]
		}
	}
}

// next reads a row. The error is io.EOF, or one after which there is no more to
// read.
func (t *table) next() (row, error) {
	cells, err := t.csv.Read()
	t.in.left = maxRow
	var p *csv.ParseError
	switch {
	case errors.As(err, &p):
		return row{line: p.StartLine, bad: t.reading(err)}, nil
	case err != nil:
		if errors.Is(err, io.EOF) {
			return row{}, io.EOF
		}
		return row{}, err
	}
	r := row{cells: cells}
	r.line, _ = t.csv.FieldPos(0)
	if len(cells) != len(t.header) {
		r.bad = rowError(r.line, codeSyntax, "%d cells, but the header has %d", len(cells), len(t.header))
	}
	return r, nil
}

func rowError(line int, code, format string, args ...any) *Error {
	e := failure(code, "line %d: "+format, append([]any{line}, args...)...)
	e.Line = line
	return e
}

// write evaluates rows and writes them.
func (t *table) write(chunk []row) error {
	f := t.formula
	for i := range chunk {
		r := &chunk[i]
		for j, c := range t.columns {
			f.x[j][i] = math.NaN()
			if r.bad == nil {
				x, problem := cellNumber(r.cells[c])
				if problem != "" {
					r.bad = rowError(r.line, codeSyntax, "column %s: %q is %s", f.names[j], r.cells[c], problem)
					continue
				}
				f.x[j][i] = x
			}
		}
	}
	if err := f.eval(len(chunk)); err != nil {
		return err
	}
	for i := range chunk {
		r := &chunk[i]
		var values []string
		if r.bad == nil {
			var problem *Error
			cells := make([]string, len(t.columns))
			for j, c := range t.columns {
				cells[j] = r.cells[c]
			}
			if values, problem = f.row(i, cells); problem != nil {
				r.bad = rowError(r.line, problem.Code, "%s", problem.Message)
				r.bad.undecided = problem.undecided
			}
		}
		t.rows++
		if r.bad != nil {
			if t.bad++; !t.o.KeepGoing {
				return r.bad
			}
		}
		if t.o.JSON {
			t.writeJSON(r, values)
		} else {
			t.writeCSV(r, values)
		}
	}
	if t.o.Progress != nil {
		t.o.Progress(t.in.read)
	}
	return t.out.Flush()
}

// cellNumber reads a finite decimal number, or says what a cell is else.
func cellNumber(cell string) (x float64, problem string) {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return 0, "empty"
	}
	if !isNumber(cell) {
		return 0, "no number"
	}
	x, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return 0, "too large for a double"
	}
	mantissa, _, _ := strings.Cut(strings.ToLower(cell), "e")
	if x == 0 && strings.Trim(mantissa, "+-.0") != "" {
		return 0, "too small for a double"
	}
	return x, ""
}

// isNumber tells whether a cell is a decimal number of any size.
func isNumber(cell string) bool {
	_, err := strconv.ParseFloat(cell, 64)
	return (err == nil || errors.Is(err, strconv.ErrRange)) && strings.Trim(cell, "0123456789+-.eE") == ""
}

// columnName is a name for a column that the header has not.
func (t *table) columnName(name string) string {
	for slices.Contains(t.header, name) {
		name += "_"
	}
	return name
}

func (t *table) writeHeader() {
	cells := slices.Clone(t.header)
	cells = append(cells, t.columnName("value"))
	for _, x := range t.formula.wrt {
		cells = append(cells, t.columnName("d/d"+x))
	}
	if t.o.KeepGoing {
		cells = append(cells, t.columnName("error"))
	}
	t.writeCells(cells)
}

func (t *table) writeCSV(r *row, values []string) {
	cells := append(make([]string, 0, len(t.header)+3), r.cells...)
	for len(cells) < len(t.header) {
		cells = append(cells, "")
	}
	cells = cells[:len(t.header)]
	if r.bad != nil {
		values = make([]string, 1+len(t.formula.wrt))
	}
	cells = append(cells, values...)
	if t.o.KeepGoing {
		message := ""
		if r.bad != nil {
			message = r.bad.Message
		}
		cells = append(cells, message)
	}
	t.writeCells(cells)
}

// writeCells writes a line. A spreadsheet runs cells that begin like a formula; an
// apostrophe before them makes them text.
func (t *table) writeCells(cells []string) {
	for i, c := range cells {
		if runs(c) && !isNumber(c) {
			cells[i] = "'" + c
		}
	}
	w := csv.NewWriter(t.out)
	_ = w.Write(cells) // errors stay in t.out until it is flushed
	w.Flush()
}

// runs tells whether a spreadsheet may take a text for a formula.
func runs(cell string) bool {
	if cell == "" {
		return false
	}
	if strings.ContainsRune("\t\r\n", rune(cell[0])) {
		return true
	}
	cell = strings.TrimLeft(cell, " \u00a0\u3000")
	return cell != "" && strings.ContainsRune("=+-@\uff1d\uff0b\uff0d\uff20\u2212", []rune(cell)[0])
}

func (t *table) writeJSON(r *row, values []string) {
	z := struct {
		Line     int    `json:"line"`
		At       object `json:"at,omitzero"`
		Value    string `json:"value,omitempty"`
		Gradient object `json:"gradient,omitzero"`
		Error    *Error `json:"error,omitempty"`
	}{Line: r.line, Error: r.bad}
	if r.bad == nil {
		z.Value = values[0]
		for j, name := range t.formula.names {
			z.At = append(z.At, [2]string{name, strings.TrimSpace(r.cells[t.columns[j]])})
		}
		for i, x := range t.formula.wrt {
			z.Gradient = append(z.Gradient, [2]string{x, values[1+i]})
		}
	}
	b, _ := marshal(z)
	_, _ = t.out.Write(append(b, '\n'))
}

// A boundedReader counts what was read, and ends when one row is too long.
type boundedReader struct {
	in   io.Reader
	read int64
	left int64
}

func (r *boundedReader) Read(p []byte) (int, error) {
	if r.read > 0 && r.left <= 0 {
		return 0, failure(codeLimit, "a row is longer than %d bytes; is a quotation mark missing?", maxRow)
	}
	n, err := r.in.Read(p)
	if r.read == 0 {
		r.left = maxRow
	}
	r.read += int64(n)
	r.left -= int64(n)
	return n, err
}

// evalSubject reads the formula of eval, the point, and the variables of the
// gradient.
func (s *session) evalSubject() (f read.Formula, v *evaluation, wrt []symbolic.Expr, err error) {
	if f, err = s.scope.Formula(s.req.Expr); err != nil {
		return f, nil, nil, err
	}
	if v, err = s.evaluation(f); err != nil {
		return f, nil, nil, err
	}
	if s.req.Grad || len(s.req.Wrt) > 0 {
		if len(s.req.Wrt) == 0 {
			s.req.Wrt = []string{"all"}
		}
		wrt, err = s.variables(f)
	}
	return f, v, wrt, err
}

// names are the texts of variables.
func names(list []symbolic.Expr) ([]string, error) {
	var out []string
	for _, x := range list {
		name, err := present.Text(x)
		if err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	return out, nil
}
