package main

func newEval() *command {
	q := newQuery("text", newCommand("eval", "EXPR... [--at x=1/2,w=0.3]", "the value at a point, and the gradient",
		`eval prints the value of a formula at a point: the double nearest to the exact
value, in the shortest form that reads back to it, or any number of digits, rounded to
nearest. Intervals of rising precision make sure of each digit, so the value is right
however much cancels on the way, and it is never 0 or infinite unless the formula
is. Numbers of the point are exact: 0.1 is 1/10, pi/4 is allowed. Where there is no
value, the condition that fails is named.

With --grad or --wrt the derivatives follow. At a kink they have the value that the
machine-learning libraries use, and a line says so.`,
		`  symgrad eval 'sigmoid(w*x+b)' --at w=1/2,x=3,b=-1
  symgrad eval '1/2*(y-z)^2' --let 'y=sigmoid(w*x)' --at w=1,x=2,z=1 --wrt w
  symgrad eval 'sqrt(10^40+1)-10^20'
  symgrad eval 'exp(pi*sqrt(163))' --digits 40
  symgrad eval 'relu(x)' --at x=0 --grad
  symgrad eval 'a[1]^2+a[2]^2' --at 'a[1]=3, a[2]=4' --json`))
	f := q.flags
	f.StringVar(&q.at, "at", "", "`POINT`: x=1/2, w=0.3")
	f.BoolVar(&q.req.Grad, "grad", false, "print the derivatives by all variables as well")
	f.StringVar(&q.wrt, "wrt", "", "`NAMES` of the variables of the gradient: w,b or a[1] or all")
	f.IntVar(&q.req.Digits, "digits", 0, "`N`: significant digits; a double if it is left out")
	return q.command
}
