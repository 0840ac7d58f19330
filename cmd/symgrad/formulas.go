package main

import "github.com/spf13/cobra"

func newLaTeX() *cobra.Command {
	cmd, c := formulaCommand("latex", "latex EXPR", "Write a formula in LaTeX (or text, Unicode, MathML)",
		`latex reads a formula and writes it in canonical form, by default in LaTeX for
math mode with the package amsmath.`,
		`  symgrad latex 'sqrt(1-v^2/c^2)'
  symgrad latex 'if(x>0, x, alpha*(exp(x)-1))'
  symgrad latex 'sum(j,1,n,w_j*x[j])' --format mathml
  echo '(a+b)/2' | symgrad latex -`)
	c.req.Format = "latex"
	cmd.Flags().Lookup("format").DefValue = "latex"
	return cmd
}

func newSubs() *cobra.Command {
	cmd, c := formulaCommand("subs", "subs EXPR --at x=2*t", "Replace variables by formulas",
		`subs replaces variables by formulas, all at once, and prints the result with
the conditions under which it has a value.`,
		`  symgrad subs 'x^2+y' --at x=2*t,y=1
  symgrad subs 'x*y' --at x=y,y=x`)
	cmd.Flags().StringVar(&c.at, "at", "", "what replaces what: x=2*t,y=1")
	return cmd
}
