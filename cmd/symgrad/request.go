package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/protocol"
)

// A query is a command that reads formulas and answers each: its flags set
// the fields of a request.
type query struct {
	*command
	req                protocol.Request
	json               bool
	assume, let, shape texts
	wrt, at, limits    string
	options            protocol.Options
	order              int
	twoSides           bool   // the arguments are the sides of one claim
	proofFile          string // to be written
	asList             bool   // JSON is a list even of one answer
	each               func(*protocol.Answer)
	last               func(text *bytes.Buffer) error // may add to the text
}

// maxInput is the size of a formula on standard input: one byte more than
// package parse accepts by default, so that it is parse that refuses it.
const maxInput = 64<<20 + 1

func newQuery(format string, c *command) *query {
	q := &query{command: c}
	q.req.Op = c.name
	f := c.flags
	f.BoolVar(&q.json, "json", false, "print one JSON value")
	f.StringVar(&q.req.Format, "format", format, "`FORMAT`: text, unicode, latex or mathml")
	f.StringVar(&q.req.From, "from", "infix", "`SYNTAX` of the formulas: infix")
	f.Var(&q.assume, "assume", "`FACTS`: 'x>0, n:integer, f:function' (repeatable)")
	f.Var(&q.let, "let", "`NAME=EXPR`: 'v=w*x+b' or 'f(x)=x*sigmoid(x)' (repeatable)")
	f.Var(&q.shape, "shape", "`SIZES` of arrays: 'W=3x4, v=4' (repeatable)")
	c.withTimeout(&q.options.Timeout, time.Minute, "formula")
	f.StringVar(&q.limits, "limits", "", limitsUsage())
	c.run = q.answer
	return q
}

// withVariables adds --wrt and what belongs to derivatives.
func (q *query) withVariables() *query {
	f := q.flags
	f.StringVar(&q.wrt, "wrt", "", "`NAMES` of the variables: w,b or a[1] or all")
	f.BoolVar(&q.req.CSE, "cse", false, "write shared parts once, as definitions")
	f.BoolVar(&q.req.Raw, "raw", false, "leave the result as differentiation gives it")
	return q
}

// withSteps adds --steps.
func (q *query) withSteps() *query {
	q.flags.BoolVar(&q.req.Steps, "steps", false, "show the chain rule step by step")
	return q
}

func (q *query) answer(args []string, std streams) error {
	if len(args) == 0 {
		return usagef("a formula is needed; see symgrad %s --help", q.name)
	}
	if err := q.fill(); err != nil {
		return err
	}
	requests, err := q.requests(args, std.in)
	if err != nil {
		return err
	}
	if q.proofFile != "" && len(requests) > 1 {
		return usagef("--proof-json takes one claim, %d given", len(requests))
	}
	var values []json.RawMessage
	var buf bytes.Buffer // nothing is printed before all is well
	status := outcome(0)
	for _, req := range requests {
		answer := protocol.Do(req, q.options)
		if !q.json {
			if err := answer.Text(&buf); err != nil {
				return err
			}
		} else {
			v, err := answer.JSON()
			if err != nil {
				return err
			}
			values = append(values, v)
		}
		if err := q.writeProof(&answer, std.err); err != nil {
			return err
		}
		if q.each != nil {
			q.each(&answer)
		}
		status = status.and(answer.Verdict())
	}
	if q.last != nil {
		if err := q.last(&buf); err != nil {
			return err
		}
	}
	if q.asList && q.json {
		return printJSON(std.out, values)
	}
	if err := printAnswers(q.json, values, &buf, std.out); err != nil {
		return err
	}
	if status != 0 {
		return status
	}
	return nil
}

// fill sets the fields of the request that are not flags themselves.
func (q *query) fill() error {
	q.req.Assume, q.req.Let = q.assume, q.let
	for _, p := range parse.SplitList(q.wrt) {
		q.req.Wrt = append(q.req.Wrt, q.wrt[p.Start:p.End])
	}
	if q.order != 0 || q.flags.Lookup("order") != nil {
		q.req.Order = &q.order
	}
	if err := q.readPairs(); err != nil {
		return err
	}
	return setLimits(&q.options, q.limits)
}

// printAnswers prints the answers to several requests, as JSON or as text.
func printAnswers(asJSON bool, values []json.RawMessage, text *bytes.Buffer, out io.Writer) error {
	switch {
	case !asJSON:
		_, err := out.Write(text.Bytes())
		return err
	case len(values) == 1:
		return printJSON(out, values[0])
	}
	return printJSON(out, values)
}

// requests makes a request of each argument, or for equal one of two.
func (q *query) requests(args []string, in io.Reader) ([]protocol.Request, error) {
	var out []protocol.Request
	for _, arg := range args {
		text, err := formulaText(in, arg)
		if err != nil {
			return nil, err
		}
		req := q.req
		req.Expr = text
		out = append(out, req)
	}
	if !q.twoSides {
		return out, nil
	}
	if len(out) != 2 {
		return nil, usagef("two formulas are needed, %d given; see symgrad %s --help", len(out), q.name)
	}
	req := q.req
	req.LHS, req.RHS = out[0].Expr, out[1].Expr
	return []protocol.Request{req}, nil
}

// readPairs reads --at and --shape.
func (q *query) readPairs() error {
	for _, p := range parse.SplitList(q.at) {
		pair := q.at[p.Start:p.End]
		name, value, ok := strings.Cut(pair, "=")
		if name = strings.TrimSpace(name); !ok {
			return usagef("--at: %q has no value; write x=2*t", pair)
		}
		if q.req.At == nil {
			q.req.At = map[string]string{}
		}
		if _, twice := q.req.At[name]; twice {
			return usagef("--at: %s is given twice", name)
		}
		q.req.At[name] = value
	}
	if err := q.req.SetShapes(q.shape); err != nil {
		return usageError{err}
	}
	return nil
}

// limitsUsage lists the limits for --help.
func limitsUsage() string {
	var b strings.Builder
	b.WriteString("`LIMITS` as nodes=1000000,output=1000:")
	for i, l := range protocol.Limits() {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, " %s (%s; %d)", l.Name, l.Meaning, l.Default)
	}
	return b.String()
}

func setLimits(o *protocol.Options, text string) error {
	if text == "" {
		return nil
	}
	if err := o.SetLimits(text); err != nil {
		return usagef("--limits: %w", err)
	}
	return nil
}

// formulaText is an argument, or what - stands for: standard input without its
// final newline.
func formulaText(in io.Reader, arg string) (string, error) {
	if arg != "-" {
		return arg, nil
	}
	limitMemory()
	b, err := io.ReadAll(io.LimitReader(in, maxInput))
	if err != nil {
		return "", err
	}
	b = bytes.TrimSuffix(b, []byte("\n"))
	return string(bytes.TrimSuffix(b, []byte("\r"))), nil
}

// limitMemory sets the collector for commands whose input may be large: it
// runs less often, as requests leave little behind that is still used, and
// harder from a heap of 400 MB on. At every start this would cost half a
// millisecond.
func limitMemory() {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(400 << 20)
}

func printJSON(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// isTerminal tells whether a person is looking.
func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
