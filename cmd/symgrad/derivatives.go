package main

func newGrad() *command {
	return newQuery("text", newCommand("grad", "EXPR --wrt w,b", "the exact gradient of a formula",
		`grad prints the partial derivatives of a formula and the conditions under
which they hold. It goes through names given by --let; such a name may stand in
--wrt and is then a free input: its derivative is the adjoint in backpropagation.`,
		`  symgrad grad 'sigmoid(w*x+b)' --wrt w,b
  symgrad grad '1/2*(y-z)^2' --let 'v=w*x+b' --let 'y=sigmoid(v)' --wrt w,b,y --steps
  symgrad grad 'log(x)/y' --wrt all --format latex
  symgrad grad 'sum(j,1,n,exp(a[j]))' --wrt 'a[i]' --json
  symgrad grad 'f(x*y)' --assume 'f:function' --wrt x`)).withVariables().withSteps().command
}

func newDiff() *command {
	q := newQuery("text", newCommand("diff", "EXPR --wrt x", "the derivative by one variable, of any order",
		`diff prints the derivative of a formula by one variable, and the conditions
under which it holds.`,
		`  symgrad diff 'x^x' --wrt x
  symgrad diff 'exp(x^2)*sin(x)/(1+x^2)' --wrt x --order 3
  symgrad diff 'relu(x)*x' --wrt x --format unicode`)).withVariables().withSteps()
	q.flags.IntVar(&q.order, "order", 1, "`N`: the order")
	return q.command
}

func newJacobian() *command {
	return newQuery("text", newCommand("jacobian", "'[f, g]' --wrt x,y", "the Jacobian matrix of several formulas",
		`jacobian prints the matrix of first derivatives in numerator layout: row i has
the derivatives of formula i.`,
		`  symgrad jacobian '[r*cos(t), r*sin(t)]' --wrt r,t
  symgrad jacobian '[x*y, x/y]' --wrt x,y --format latex`)).withVariables().command
}

func newHessian() *command {
	return newQuery("text", newCommand("hessian", "EXPR --wrt x,y", "the matrix of second derivatives",
		`hessian prints the symmetric matrix of second derivatives.`,
		`  symgrad hessian 'x^2*y+y^3' --wrt x,y
  symgrad hessian 'log(1+exp(w*x+b))' --wrt w,b --json`)).withVariables().command
}
