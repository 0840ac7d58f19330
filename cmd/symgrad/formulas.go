package main

func newLaTeX() *command {
	return newQuery("latex", newCommand("latex", "EXPR", "write a formula in LaTeX, text, Unicode or MathML",
		`latex reads a formula and writes it in canonical form, by default in LaTeX for
math mode with the package amsmath.`,
		`  symgrad latex 'sqrt(1-v^2/c^2)'
  symgrad latex 'if(x>0, x, alpha*(exp(x)-1))'
  symgrad latex 'sum(j,1,n,w_j*x[j])' --format mathml
  echo '(a+b)/2' | symgrad latex -`)).command
}

func newSubs() *command {
	q := newQuery("text", newCommand("subs", "EXPR --at x=2*t", "replace variables by formulas",
		`subs replaces variables by formulas, all at once, and prints the result with
the conditions under which it has a value.`,
		`  symgrad subs 'x^2+y' --at x=2*t,y=1
  symgrad subs 'x*y' --at x=y,y=x`))
	q.flags.StringVar(&q.at, "at", "", "`PAIRS` of what is replaced by what: x=2*t,y=1")
	return q.command
}
