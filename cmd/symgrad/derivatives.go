package main

import "github.com/spf13/cobra"

func newGrad() *cobra.Command {
	cmd, c := formulaCommand("grad", "grad EXPR --wrt w,b", "The exact gradient of a formula",
		`grad prints the partial derivatives of a formula and the conditions under
which they hold. It goes through names given by --let; such a name may stand in
--wrt and is then a free input: its derivative is the adjoint in backpropagation.`,
		`  symgrad grad 'sigmoid(w*x+b)' --wrt w,b
  symgrad grad '1/2*(y-z)^2' --let 'v=w*x+b' --let 'y=sigmoid(v)' --wrt w,b,y --steps
  symgrad grad 'log(x)/y' --wrt all --format latex
  symgrad grad 'sum(j,1,n,exp(a[j]))' --wrt 'a[i]' --json
  symgrad grad 'f(x*y)' --assume 'f:function' --wrt x`)
	c.withVariables(cmd)
	cmd.Flags().BoolVar(&c.req.Steps, "steps", false, "show the chain rule step by step")
	return cmd
}

func newDiff() *cobra.Command {
	cmd, c := formulaCommand("diff", "diff EXPR --wrt x", "The derivative by one variable, of any order",
		`diff prints the derivative of a formula by one variable, and the conditions
under which it holds.`,
		`  symgrad diff 'x^x' --wrt x
  symgrad diff 'exp(x^2)*sin(x)/(1+x^2)' --wrt x --order 3
  symgrad diff 'relu(x)*x' --wrt x --format unicode`)
	c.withVariables(cmd)
	cmd.Flags().IntVar(&c.order, "order", 1, "the order")
	cmd.Flags().BoolVar(&c.req.Steps, "steps", false, "show the chain rule step by step")
	return cmd
}

func newJacobian() *cobra.Command {
	cmd, c := formulaCommand("jacobian", "jacobian '[f, g]' --wrt x,y", "The Jacobian of several formulas",
		`jacobian prints the matrix of first derivatives in numerator layout: row i has
the derivatives of formula i.`,
		`  symgrad jacobian '[r*cos(t), r*sin(t)]' --wrt r,t
  symgrad jacobian '[x*y, x/y]' --wrt x,y --format latex`)
	c.withVariables(cmd)
	return cmd
}

func newHessian() *cobra.Command {
	cmd, c := formulaCommand("hessian", "hessian EXPR --wrt x,y", "The matrix of second derivatives",
		`hessian prints the symmetric matrix of second derivatives.`,
		`  symgrad hessian 'x^2*y+y^3' --wrt x,y
  symgrad hessian 'log(1+exp(w*x+b))' --wrt w,b --json`)
	c.withVariables(cmd)
	return cmd
}
