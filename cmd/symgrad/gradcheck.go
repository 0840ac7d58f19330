package main

import (
	"errors"
	"strconv"
)

func newGradcheck() *command {
	q := newQuery("text", newCommand("gradcheck", "EXPR --wrt w,b [--points 100]", "the gradient compared with three other ways to it",
		`gradcheck compares the gradient that grad finds with three that share no code with
it, at random points: reverse mode on the compiled formula, hyperdual numbers, and
central differences of the values with steps in proportion. A table has the largest
relative difference of each. Points near kinks and edges of the domain are left out and
counted; a comparison is unclear where rounding errors leave nothing to compare.

The exit status is 1 when something disagrees, and 3 when nothing could be compared.`,
		`  symgrad gradcheck '1/2*(sigmoid(w*x+b)-z)^2' --wrt w,b
  symgrad gradcheck 'x*log(x)' --wrt x --assume 'x>0' --points 1000 --seed 7
  symgrad gradcheck 'relu(w*x)' --wrt w,x --at x=2 --json`))
	f := q.flags
	f.StringVar(&q.wrt, "wrt", "", "`NAMES` of the variables: w,b or a[1] or all")
	f.StringVar(&q.at, "at", "", "`POINT`: values of variables that are not drawn, x=1/2")
	q.req.Points = 100
	f.Func("points", "`N`: at how many points (default 100)", func(text string) error {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			return errors.New("a number of points from 1 is expected")
		}
		q.req.Points = n
		return nil
	})
	f.Uint64Var(&q.req.Seed, "seed", 1, "`N`: another number, other points")
	f.BoolVar(&q.req.Raw, "raw", false, "check the gradient as differentiation gives it")
	return q.command
}
