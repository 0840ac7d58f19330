package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/symgrad/symgrad/protocol"
)

func newEval() *command {
	q := newQuery("text", newCommand("eval", "EXPR... [--at x=1/2,w=0.3]", "the value at a point, and the gradient",
		`eval prints the value of a formula at a point: the double nearest to the exact
value, in the shortest form that reads back to it, or any number of digits, rounded to
nearest. Intervals of rising precision make sure of each digit, so the value is right
however much cancels on the way, and it is never 0 or infinite unless the formula
is. Numbers of the point are exact: 0.1 is 1/10, pi/4 is allowed. Where there is no
value, the condition that fails is named.

With --grad or --wrt the derivatives follow. At a kink they have a value by convention, and
a line says so: 0 for relu and abs, as in the machine-learning libraries, and 0 by each of
two equal arguments of max and min, where the libraries have 1/2.

With --csv the formula is evaluated for each row of a file of any size. Variables are
columns by their names in the first line, or have one value from --at. The columns are
printed with the value and the derivatives behind them, or with --json one line of
JSON for each row. Here numbers are read and computed as doubles, and in intervals where
doubles lose the digits. A row that has no
value ends the run with its line; with --keep-going the rest is computed, the column
error says what is wrong with a row, and the exit status is 2. Text that a spreadsheet
would run as a formula gets an apostrophe in front.`,
		`  symgrad eval 'sigmoid(w*x+b)' --at w=1/2,x=3,b=-1
  symgrad eval '1/2*(y-z)^2' --let 'y=sigmoid(w*x)' --at w=1,x=2,z=1 --wrt w
  symgrad eval 'sqrt(10^40+1)-10^20'
  symgrad eval 'exp(pi*sqrt(163))' --digits 40
  symgrad eval 'relu(x)' --at x=0 --grad
  symgrad eval 'a[1]^2+a[2]^2' --at 'a[1]=3, a[2]=4' --json
  symgrad eval '(sigmoid(w*x+b)-z)^2' --csv data.csv --at w=1/2,b=0 --wrt w,b
  symgrad eval 'log(x)' --csv - --keep-going --json < data.csv`))
	f := q.flags
	f.StringVar(&q.at, "at", "", "`POINT`: x=1/2, w=0.3")
	f.BoolVar(&q.req.Grad, "grad", false, "print the derivatives by all variables as well")
	f.StringVar(&q.wrt, "wrt", "", "`NAMES` of the variables of the gradient: w,b or a[1] or all")
	f.IntVar(&q.req.Digits, "digits", 0, "`N`: significant digits; a double if it is left out")
	rows := &rowsQuery{query: q}
	f.StringVar(&rows.file, "csv", "", "`FILE` with a row for each point, - for standard input")
	f.BoolVar(&rows.keepGoing, "keep-going", false, "do not stop at a row that has no value")
	answer := q.run
	q.run = func(args []string, std streams) error {
		given := false
		f.Visit(func(x *flag.Flag) { given = given || x.Name == "digits" })
		if given && q.req.Digits == 0 {
			return usagef("the digits are a number from 1 to 1000, not 0; without --digits the value is a double")
		}
		if rows.file == "" {
			return answer(args, std)
		}
		return rows.run(args, std)
	}
	return q.command
}

// A rowsQuery evaluates a formula for the rows of a file.
type rowsQuery struct {
	*query
	file      string
	keepGoing bool
}

func (q *rowsQuery) run(args []string, std streams) error {
	switch {
	case len(args) != 1:
		return usagef("--csv takes one formula, %d given", len(args))
	case q.req.Digits != 0:
		return usagef("--csv computes doubles; --digits is for single points")
	}
	if err := q.fill(); err != nil {
		return err
	}
	requests, err := q.requests(args, std.in)
	if err != nil {
		return err
	}
	o := protocol.TableOptions{Options: q.options, JSON: q.json, KeepGoing: q.keepGoing}
	in := std.in
	if q.file != "-" {
		file, err := os.Open(q.file)
		if err != nil {
			return usageError{err}
		}
		defer file.Close()
		in = file
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() && isTerminal(std.err) {
			bar := &bar{out: std.err, total: info.Size()}
			o.Progress = bar.show
			defer bar.clear()
		}
	}
	rows, bad, err := protocol.Table(requests[0], in, std.out, o)
	if err != nil {
		return err
	}
	if bad > 0 {
		fmt.Fprintf(std.err, "symgrad: %d of %d rows have no value\n", bad, rows)
		return outcome(statusUsage)
	}
	return nil
}

// A bar shows on a terminal how much of a file was read.
type bar struct {
	out   io.Writer
	total int64
	last  time.Time
}

const barWidth = 40

// show draws the bar, a few times a second.
func (b *bar) show(read int64) {
	if time.Since(b.last) < 200*time.Millisecond || b.total == 0 {
		return
	}
	b.last = time.Now()
	done := int(min(read, b.total) * barWidth / b.total)
	fmt.Fprintf(b.out, "\r[%s%s] %3d%%", strings.Repeat("=", done), strings.Repeat(" ", barWidth-done), read*100/b.total)
}

// clear removes the bar.
func (b *bar) clear() {
	if !b.last.IsZero() {
		fmt.Fprintf(b.out, "\r%s\r", strings.Repeat(" ", barWidth+8))
	}
}
