package main

import (
	"bytes"
	"os"
	"strings"
)

func newGen() *command {
	q := newQuery("text", newCommand("gen", "EXPR --lang go [--wrt w,b]", "source code of the value and the gradient",
		`gen writes a formula as source code: a function of its value and, with --wrt, one of
value and gradient, in Go, C, Python (numpy, jax, torch), Julia or SQL. Parts that are
used more than once are computed once, names of --let are names of variables in
the code, and forms are chosen that lose no digits: log1p, expm1, softplus, the largest
exponent taken out of a sum of exponentials. The comment has the formula and the conditions
under which the results hold.

In SQL it is one query of the table --func, the same for SQLite, DuckDB, PostgreSQL and
Spark SQL.

For Go the file compiles as it is; --test writes FILE_test.go beside it, which compares
the value with what symgrad computes and the gradient with the differences of
gonum.org/v1/gonum/diff/fd. In a Go file, the line

  //go:generate symgrad gen "sigmoid(w*x+b)" --wrt w,b --lang go --func Neuron -o neuron.go

makes go generate keep the code up to date; the package is then the one of that file.`,
		`  symgrad gen '1/2*(sigmoid(w*x+b)-z)^2' --wrt w,b --lang go --func Loss -o loss.go --test
  symgrad gen '1/2*(y-z)^2' --let 'v=w*x+b' --let 'y=sigmoid(v)' --wrt w,b --lang torch --func loss
  symgrad gen 'if(x > 0, log(x), x)' --wrt x --lang c
  symgrad gen 'log(1+exp(w*x+b))-z*(w*x+b)' --wrt w,b --lang sql --func samples
  symgrad gen 'sqrt(x^2+y^2)' --lang julia --json`))
	var file string
	f := q.flags
	f.StringVar(&q.wrt, "wrt", "", "`NAMES` of the variables of the gradient: w,b or a[1] or all")
	f.StringVar(&q.req.Lang, "lang", "", "`LANGUAGE`: go, c, numpy, jax, torch, julia or sql")
	f.StringVar(&q.req.Func, "func", "", "`NAME` of the function; of the table in SQL")
	f.StringVar(&q.req.Package, "package", "", "`NAME` of the package of Go; that of go generate, or of the function, if it is left out")
	f.StringVar(&file, "o", "", "`FILE` to write to")
	f.BoolVar(&q.req.Test, "test", false, "write a test of the code as well; needs -o")
	answer := q.run
	q.run = func(args []string, std streams) error {
		if q.req.Lang == "go" && q.req.Package == "" {
			q.req.Package = os.Getenv("GOPACKAGE")
		}
		switch {
		case len(args) > 1:
			return usagef("one formula is needed, %d given", len(args))
		case q.req.Test && (file == "" || q.json):
			return usagef("--test writes a file beside that of -o; give -o loss.go, without --json")
		case q.req.Test && q.req.Lang != "go":
			return usagef("--test is for Go alone; write --lang go")
		case q.req.Test && (!strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go")):
			return usagef("--test needs a file such as loss.go, not %s", file)
		case file == "":
			return answer(args, std)
		}
		for i, arg := range args { // standard input can be read once
			text, err := formulaText(std.in, arg)
			if err != nil {
				return err
			}
			args = append(args[:i:i], text)
		}
		// Both are generated before one is written.
		test := q.req.Test
		q.req.Test = false
		var code, testCode bytes.Buffer
		if err := answer(args, streams{std.in, &code, std.err}); err != nil {
			return err
		}
		if test {
			q.req.Test = true
			q.wrt = "" // read by now
			if err := answer(args, streams{std.in, &testCode, std.err}); err != nil {
				return err
			}
			if err := os.WriteFile(strings.TrimSuffix(file, ".go")+"_test.go", testCode.Bytes(), 0o644); err != nil {
				return err
			}
		}
		return os.WriteFile(file, code.Bytes(), 0o644)
	}
	return q.command
}
