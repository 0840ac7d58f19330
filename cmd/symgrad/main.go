// Command symgrad differentiates and simplifies formulas exactly, proves or
// refutes claims about them, and writes them in text, LaTeX and MathML.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/symgrad/symgrad/protocol"
)

// Exit statuses, as programs outside rely on them.
const (
	statusRefuted   = 1 // a claim is refuted, a proof is not accepted
	statusUsage     = 2 // bad usage or bad input
	statusUndecided = 3
	statusLimit     = 4 // a limit on input, output or time
)

// An outcome is the status of a command that has answered all that it was
// asked. It is returned as an error of which nothing is printed.
type outcome int

// Error says that this is no error.
func (o outcome) Error() string { return fmt.Sprintf("answered, with the status %d", int(o)) }

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// run executes a command line and returns the exit status.
func run(args []string, std streams) (status int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(std.err, "symgrad: internal error: %v\n", r)
			status = statusUsage
		}
	}()
	err := dispatch(args, std)
	if err == nil {
		return 0
	}
	var o outcome
	if errors.As(err, &o) {
		return int(o)
	}
	var e *protocol.Error
	if !errors.As(err, &e) {
		fmt.Fprintf(std.err, "symgrad: %v\n", err)
		return statusUsage
	}
	fmt.Fprintf(std.err, "symgrad: %s\n", e.Report)
	switch {
	case e.IsLimit():
		return statusLimit
	case e.IsRejected():
		return statusRefuted
	case e.IsUndecided():
		return statusUndecided
	}
	return statusUsage
}

// commands are the words that may follow symgrad.
func commands() []*command {
	return []*command{newGrad(), newDiff(), newJacobian(), newHessian(), newSimplify(), newExpand(), newFactor(), newCollect(), newTogether(), newApart(), newTaylor(), newLimit(), newActivation(), newEqual(), newProve(), newReplay(), newLaTeX(), newSubs(), newEval(), newGradcheck(), newDescent(), newGen(),
		newFunctions(), newBatch(), newVersion(), newCompletion()}
}

func dispatch(args []string, std streams) error {
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		if len(args) > 1 {
			return dispatch([]string{args[1], "--help"}, std)
		}
		_, err := io.WriteString(std.out, overview())
		return err
	}
	var names []string
	for _, c := range commands() {
		if c.name == args[0] {
			return c.execute(args[1:], std)
		}
		names = append(names, c.name)
	}
	return fmt.Errorf("there is no command %q; the commands are %s", args[0], strings.Join(names, ", "))
}

// overview is what symgrad --help prints.
func overview() string {
	var b strings.Builder
	b.WriteString(`symgrad differentiates and simplifies formulas exactly, states the conditions
under which the result holds, and writes it as text, LaTeX or MathML. Claims
about formulas it proves, step by step, or refutes with a counterexample.

Formulas are infix: + - * / ^ ( ), names, calls such as sigmoid(w*x+b),
entries such as a[1], if(x > 0, a, b), sum(j, 1, n, a[j]^2), diff(f, x).
Numbers are exact: 0.1 is 1/10. - reads a formula from standard input.

Usage:
  symgrad COMMAND [arguments] [flags]

Examples:
  symgrad grad 'sigmoid(w*x+b)' --wrt w,b
  symgrad grad '1/2*(y-z)^2' --let 'v=w*x+b' --let 'y=sigmoid(v)' --wrt w,b --steps
  symgrad diff 'exp(x^2)*sin(x)' --wrt x --order 3
  symgrad hessian 'x^2*y+y^3' --wrt x,y
  symgrad equal '(x^2-1)/(x-1)' 'x+1' --proof
  symgrad prove 'exp(x) > 0'
  symgrad latex 'sqrt(1-v^2/c^2)'

Commands:
`)
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-11s %s\n", c.name, c.short)
	}
	b.WriteString("\nsymgrad COMMAND --help shows the flags of a command, with examples.\n")
	return b.String()
}
