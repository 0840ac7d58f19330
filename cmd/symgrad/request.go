package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/protocol"
)

// A command is a request in the making: flags set its fields.
type command struct {
	req    protocol.Request
	json   bool
	assume []string
	let    []string
	shape  []string
	wrt    string
	at     string
	order  int
}

// maxInput is the size of a formula on standard input: one byte more than
// package parse accepts by default, so that it is parse that refuses it.
const maxInput = 64<<20 + 1

// formulaCommand makes a command that reads formulas and answers each.
func formulaCommand(op, use, short, long, example string) (*cobra.Command, *command) {
	c := &command{}
	c.req.Op = op
	cmd := &cobra.Command{
		Use: use, Short: short, Long: long, Example: example,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("%s needs a formula; see symgrad %s --help", op, op)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd, args) },
	}
	f := cmd.Flags()
	f.BoolVar(&c.json, "json", false, "print one JSON value")
	f.StringVar(&c.req.Format, "format", "text", "text, unicode, latex or mathml")
	f.StringVar(&c.req.From, "from", "infix", "how formulas are written: infix")
	f.StringArrayVar(&c.assume, "assume", nil, "what is known: 'x>0, n:integer, f:function'")
	f.StringArrayVar(&c.let, "let", nil, "a name for a part: 'v=w*x+b', 'f(x)=x*sigmoid(x)' (repeatable)")
	f.StringArrayVar(&c.shape, "shape", nil, "sizes of arrays: 'W=3x4, v=4'")
	return cmd, c
}

// withVariables adds --wrt and what belongs to derivatives.
func (c *command) withVariables(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&c.wrt, "wrt", "", "the variables: w,b or a[1] or all")
	f.BoolVar(&c.req.CSE, "cse", false, "write shared parts once, as definitions")
	f.BoolVar(&c.req.Raw, "raw", false, "leave the result as differentiation gives it")
}

func (c *command) run(cmd *cobra.Command, args []string) error {
	c.req.Assume, c.req.Let = c.assume, c.let
	for _, p := range parse.SplitList(c.wrt) {
		c.req.Wrt = append(c.req.Wrt, c.wrt[p.Start:p.End])
	}
	if cmd.Flags().Changed("order") {
		c.req.Order = &c.order
	}
	if err := c.readPairs(); err != nil {
		return err
	}
	var values []json.RawMessage
	for _, arg := range args {
		text, err := formulaText(cmd, arg)
		if err != nil {
			return err
		}
		c.req.Expr = text
		answer := protocol.Do(c.req, protocol.Options{})
		if !c.json {
			if err := answer.Text(cmd.OutOrStdout()); err != nil {
				return err
			}
			continue
		}
		v, err := answer.JSON()
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	if !c.json {
		return nil
	}
	var v any = values
	if len(values) == 1 {
		v = values[0]
	}
	enc := json.NewEncoder(cmd.OutOrStdout())
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// readPairs reads --at and --shape.
func (c *command) readPairs() error {
	for _, p := range parse.SplitList(c.at) {
		name, value, ok := strings.Cut(c.at[p.Start:p.End], "=")
		if !ok {
			return fmt.Errorf("--at: %q has no value; write x=2*t", c.at[p.Start:p.End])
		}
		if c.req.At == nil {
			c.req.At = map[string]string{}
		}
		if _, twice := c.req.At[strings.TrimSpace(name)]; twice {
			return fmt.Errorf("--at: %s is given twice", strings.TrimSpace(name))
		}
		c.req.At[strings.TrimSpace(name)] = value
	}
	return c.req.SetShapes(c.shape)
}

// formulaText is an argument, or what - stands for: standard input without its
// final newline.
func formulaText(cmd *cobra.Command, arg string) (string, error) {
	if arg != "-" {
		return arg, nil
	}
	b, err := io.ReadAll(io.LimitReader(cmd.InOrStdin(), maxInput))
	if err != nil {
		return "", err
	}
	b = bytes.TrimSuffix(b, []byte("\n"))
	return string(bytes.TrimSuffix(b, []byte("\r"))), nil
}

// isTerminal tells whether a person is looking.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
