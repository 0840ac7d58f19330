package main

func newSimplify() *command {
	q := newQuery("text", newCommand("simplify", "EXPR", "a simpler formula with the same value",
		`simplify prints a formula that has the same value wherever the given one has
one, and the conditions under which that is. It is never longer. Assumptions
help: sqrt(x^2) is abs(x), and x if x > 0 is assumed.`,
		`  symgrad simplify 'exp(-v)/(1+exp(-v))^2'
  symgrad simplify '(x^2-1)/(x-1)' --steps
  symgrad simplify 'sqrt(x^2)+log(x*y)-log(x)' --assume 'x>0'
  symgrad simplify 'sin(x)^4-cos(x)^4' --json`))
	q.flags.BoolVar(&q.req.Steps, "steps", false, "show which rule did what")
	q.flags.BoolVar(&q.req.CSE, "cse", false, "write shared parts once, as definitions")
	return q.command
}
