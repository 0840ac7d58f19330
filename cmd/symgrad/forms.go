package main

func newExpand() *command {
	return form(newQuery("text", newCommand("expand", "EXPR", "multiply out products and powers of sums",
		`expand multiplies out products and integer powers of sums everywhere: in the
arguments of functions, in branches, exponents and bodies of sums as well. Each
denominator becomes one sum. Functions, roots and powers with symbolic exponents
are taken as they are; fractions are neither added nor reduced (see together).`,
		`  symgrad expand '(a+b)^3*(a-b)'
  symgrad expand '(x+1)^2/(y*(z+1))'
  symgrad expand 'sin((x+1)^2)*(exp(x)+1)^2'
  symgrad expand '(sqrt(x)+1)^4' --json`)))
}

func newFactor() *command {
	return form(newQuery("text", newCommand("factor", "EXPR", "write a formula as a product of irreducible factors",
		`factor writes a formula as one product over the rational numbers, above and below
the line, in lowest terms. Functions, roots and powers with symbolic exponents are
taken for variables; what stands inside them, and integers, stay as they are. Where
a budget ends before all factors are found, a line says so.`,
		`  symgrad factor 'x^2-y^2'
  symgrad factor '6*x^12-6'
  symgrad factor '(x^3-x)/(x^2+2*x+1)'
  symgrad factor 'exp(x)^2-1'`)))
}

func newTogether() *command {
	return form(newQuery("text", newCommand("together", "EXPR", "write a formula as one fraction in lowest terms",
		`together writes a formula as one fraction in lowest terms. The numerator is
multiplied out, but for what all its terms have in common; denominators keep the
factors with which they were written. A formula without fractions stays as it is.`,
		`  symgrad together '1/(x-1)-1/(x+1)'
  symgrad together 'x/2+1/(1+1/y)'
  symgrad together 'exp(x)/(1+exp(x))+1/(1+exp(x))'`)))
}

func newCollect() *command {
	return form(newQuery("text", newCommand("collect", "EXPR --wrt x", "write a formula by falling powers of a variable",
		`collect writes a formula as a polynomial in the first variable of --wrt, with
coefficients that are polynomials in the next one, and so on. The coefficients are
factored where that is not longer. If the variable is in a denominator, numerator
and denominator are collected.`,
		`  symgrad collect 'a*x^2+b*x+c*x^2+d*x' --wrt x
  symgrad collect '(x+y+a)^3' --wrt x,y
  symgrad collect '(a*x+b*x)/(x+c*x+1)' --wrt x`)).withNames())
}

func newApart() *command {
	return form(newQuery("text", newCommand("apart", "EXPR --wrt x", "take a fraction apart into partial fractions",
		`apart writes a formula as a polynomial in a variable and partial fractions over the
rational numbers. All other variables are parameters: where a denominator made of
parameters may be 0, the conditions say that it must not be. Factors that depend on
the variable in another way, such as sin(x), stay below all fractions.`,
		`  symgrad apart '(x^3+1)/(x^2*(x-1))' --wrt x
  symgrad apart '1/((x-a)*(x-b))' --wrt x
  symgrad apart '1/((x-a)*(x-b))' --wrt x --assume 'a<b'`)).withNames())
}

// form adds what belongs to formulas in another form.
func form(q *query) *command {
	q.flags.BoolVar(&q.req.CSE, "cse", false, "write shared parts once, as definitions")
	return q.command
}

// withNames adds --wrt alone.
func (q *query) withNames() *query {
	q.flags.StringVar(&q.wrt, "wrt", "", "`NAMES` of the variables: x,y or a[1] or all")
	return q
}
