package main

import (
	"bytes"
	"fmt"

	"github.com/symgrad/symgrad/plot"
	"github.com/symgrad/symgrad/protocol"
)

func newActivation() *command {
	q := newQuery("text", newCommand("activation", "NAME|EXPR...", "what an activation function does to small inputs and to normal ones",
		`activation analyses functions of one variable, by name or as formulas in x: how they
look at 0 from both sides, whether they are odd or even, their range, slopes and
Lipschitz constant, the mean and variance of s(X) and of s'(X) for X ~ N(0, sigma^2),
and whether a deep network of them is approximately linear for small inputs, with the
reason. Of several functions a table follows.

Series, ranges and constants are exact where that is possible. Numbers that end in
... are cut off and all their digits are right; [a, b] is an interval that certainly has
the number in it. Other names than x are parameters; what needs numbers for them is
left out, and the answer says so.`,
		`  symgrad activation sigmoid tanh relu selu --sigma 1/10
  symgrad activation 'if(x>0, lambda*x, alpha*(exp(x)-1))'
  symgrad activation 'x*sigmoid(beta*x)' --let beta=2 --order 7
  symgrad activation gelu silu mish --sigma 1/2 --table
  symgrad activation sigmoid tanh relu selu --table --format latex
  symgrad activation sigmoid tanh --depth 4
  symgrad activation selu elu --plot selu.svg
  symgrad activation gelu --sigma 1/2 --json`))
	f := q.flags
	f.StringVar(&q.req.Sigma, "sigma", "", "`NUMBER`: the standard deviation of the inputs, for numbers")
	f.IntVar(&q.order, "order", 5, "`N`: the order of the expansions")
	f.IntVar(&q.req.Depth, "depth", 0, "`L`: expand s, s(s), ... up to L layers as well")
	f.StringVar(&q.wrt, "wrt", "", "`NAME` of the variable, if it is not x")
	var table bool
	f.BoolVar(&table, "table", false, "print the table only")
	var answers []*protocol.Answer
	q.asList = true
	q.each = func(a *protocol.Answer) { answers = append(answers, a) }
	q.last = func(text *bytes.Buffer) error {
		if t := protocol.ActivationTable(answers); t != "" && !q.json && (table || len(answers) > 1) {
			if table {
				text.Reset()
			} else {
				text.WriteByte('\n')
			}
			text.WriteString(t)
		}
		return nil
	}
	return q.withPlot("draw functions, Taylor polynomials and error bands to `FILE`.svg or .png", activationFigure).command
}

// activationFigure draws a function, its expansions, and the error of the last.
func activationFigure(a *protocol.Answer) (plot.Figure, error) {
	name, x, p, ok := a.ActivationPicture()
	if !ok {
		return plot.Figure{}, fmt.Errorf("%s cannot be drawn: it needs numbers for its parameters", name)
	}
	f := plot.Figure{Title: name, X: x, Curves: []plot.Curve{{Name: "s(" + x + ")", X: p.X, Y: p.Function, Main: true}}}
	for _, s := range p.Series {
		f.Curves = append(f.Curves, plot.Curve{Name: s.Name, X: p.X, Y: s.Y})
	}
	if p.Low != nil && len(p.Series) > 0 {
		f.Bands = []plot.Band{{Name: "certified error of " + p.Series[len(p.Series)-1].Name, X: p.X, Low: p.Low, High: p.High}}
	}
	return f, nil
}
