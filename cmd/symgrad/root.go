package main

import (
	"github.com/spf13/cobra"
)

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "symgrad",
		Short: "Exact gradients of formulas",
		Long: `symgrad differentiates formulas exactly, states the conditions under which
the result holds, and writes it as text, LaTeX or MathML.

Formulas are infix: + - * / ^ ( ), names, calls such as sigmoid(w*x+b),
entries such as a[1], if(x > 0, a, b), sum(j, 1, n, a[j]^2), diff(f, x).
Numbers are exact: 0.1 is 1/10. - reads a formula from standard input.`,
		Example: `  symgrad grad 'sigmoid(w*x+b)' --wrt w,b
  symgrad grad '1/2*(y-z)^2' --let 'v=w*x+b' --let 'y=sigmoid(v)' --wrt w,b --steps
  symgrad diff 'exp(x^2)*sin(x)' --wrt x --order 3
  symgrad hessian 'x^2*y+y^3' --wrt x,y
  symgrad latex 'sqrt(1-v^2/c^2)'`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.AddCommand(newGrad(), newDiff(), newJacobian(), newHessian(), newLaTeX(), newSubs(),
		newFunctions(), newBatch(), newVersion())
	return root
}
