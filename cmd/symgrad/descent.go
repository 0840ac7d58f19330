package main

import (
	"errors"

	"github.com/symgrad/symgrad/plot"
	"github.com/symgrad/symgrad/protocol"
)

func newDescent() *command {
	q := newQuery("text", newCommand("descent", "EXPR --wrt w,b --at w=1,b=0 --rate 1/10", "gradient descent: the iteration, and its run",
		`descent prints the formula of one step of gradient descent, in which every variable
of --wrt becomes itself less the rate times its derivative, and runs it from the point
--at, which also has the values of the other variables. A table shows the start as it
was given and some of the steps; --json has all. With --format latex the formula alone is
printed.

The formula is the exact gradient; the run is in doubles, with reverse mode on the
compiled formula. Where the run leaves the domain or the assumptions, or diverges, the
error names the step.`,
		`  symgrad descent '1/2*(sigmoid(w*x+b)-z)^2' --wrt w,b --at w=1,b=0,x=2,z=1 --rate 1/10 --steps 100
  symgrad descent '1/2*(y-z)^2' --let 'v=w*x+b' --let 'y=sigmoid(v)' --wrt w,b --at w=1,b=0,x=2,z=1 --rate 1/10 --format latex
  symgrad descent 'x^2+10*y^2' --wrt all --at x=1,y=1 --rate 1/20 --plot loss.svg
  symgrad descent 'x^4-x' --wrt x --at x=1/2 --rate 1/10 --steps 20 --json`))
	var iterations int
	f := q.flags
	f.StringVar(&q.wrt, "wrt", "", "`NAMES` of the variables that change: w,b or a[1] or all")
	f.StringVar(&q.at, "at", "", "`POINT`: where they start, and values of the others: w=1,b=0,x=2")
	f.StringVar(&q.req.Rate, "rate", "", "`NUMBER` by which the derivatives are multiplied")
	f.IntVar(&iterations, "steps", 100, "`N`: how many steps")
	f.BoolVar(&q.req.Raw, "raw", false, "leave the derivatives as differentiation gives them")
	answer := q.run
	q.run = func(args []string, std streams) error {
		q.req.Iterations = &iterations
		return answer(args, std)
	}
	return q.withPlot("draw the value by step to `FILE`.svg or .png", descentFigure).command
}

// descentFigure draws the value after each step.
func descentFigure(a *protocol.Answer) (plot.Figure, error) {
	steps, values, ok := a.DescentCurve()
	if !ok {
		return plot.Figure{}, errors.New("there are no steps to draw")
	}
	return plot.Figure{Title: "gradient descent", X: "step", Curves: []plot.Curve{{Name: "value", X: steps, Y: values, Main: true}}}, nil
}
