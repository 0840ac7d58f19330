package main

import (
	"fmt"
	"strings"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/plot"
	"github.com/symgrad/symgrad/protocol"
)

func newTaylor() *command {
	q := newQuery("text", newCommand("taylor", "EXPR --wrt x [--at 0]", "the expansion by powers of x-a near a point a",
		`taylor prints the expansion of a formula near a point, with exact coefficients: by
powers of x-a, with negative and fractional powers and logarithms where they occur,
and at infinity by powers of x. The point may have symbols. Where the formula is not
the same from both sides, as at a kink or a jump, there are two expansions, and a
line says how smooth it is there. With several variables all terms up to a total
degree are printed.

--remainder gives bounds of the formula minus its expansion on an interval. They
are proved, by Taylor's formula in interval arithmetic. --plot draws the formula, its
expansions up to several orders, and a band in which the formula certainly is.`,
		`  symgrad taylor 'sigmoid(x)' --wrt x --order 7
  symgrad taylor 'sigmoid(a*x+b)' --wrt x --order 3
  symgrad taylor '1/sin(x)' --wrt x
  symgrad taylor 'log(x)' --wrt x --at a --assume 'a>0'
  symgrad taylor 'selu(x)' --wrt x --order 2
  symgrad taylor 'sqrt(x^2+1)' --wrt x --at inf
  symgrad taylor 'gelu(x)' --wrt x --order 4 --remainder '[-1/10, 1/10]'
  symgrad taylor 'mish(x)' --wrt x --order 4 --plot mish.svg
  symgrad taylor 'sigmoid(w*x+b)' --wrt w,b --order 3 --json`)).withPoint()
	q.flags.IntVar(&q.order, "order", 5, "`N`: the order")
	q.flags.StringVar(&q.req.Remainder, "remainder", "", "`INTERVAL`, such as [-1/10, 1/10], on which the remainder is bounded")
	return q.withPlot("draw the formula, expansions and error band to `FILE`.svg or .png", seriesFigure).command
}

// seriesFigure draws a function, its expansions, and the error of the last.
func seriesFigure(a *protocol.Answer) (plot.Figure, error) {
	name, x, p, err := a.TaylorPicture()
	if err != nil {
		return plot.Figure{}, err
	}
	f := plot.Figure{Title: name, X: x, Curves: []plot.Curve{{Name: "f(" + x + ")", X: p.X, Y: p.Function, Main: true}}}
	for _, s := range p.Series {
		f.Curves = append(f.Curves, plot.Curve{Name: fmt.Sprintf("order %d", s.Order), X: p.X, Y: s.Y})
	}
	if n := len(p.Series); n > 0 {
		f.Bands = []plot.Band{{Name: fmt.Sprintf("certified error of order %d", p.Series[n-1].Order), X: p.X, Low: p.Low, High: p.High}}
	}
	return f, nil
}

func newLimit() *command {
	return newQuery("text", newCommand("limit", "EXPR --wrt x [--at 0]", "the limit at a point or at infinity",
		`limit prints the limit of a formula where a variable goes to a point or to
infinity, from both sides or from one. It is found by expansions, and so by proof.
Functions that are declared, as by --assume f:function, are taken to be smooth.`,
		`  symgrad limit 'sin(x)/x' --wrt x
  symgrad limit '(1+1/x)^x' --wrt x --at inf
  symgrad limit 'x^x' --wrt x --side right
  symgrad limit 'abs(x)/x' --wrt x --json`)).withPoint().command
}

// withPoint adds --wrt, --at and --side. A point without the name of its variable
// is one for the variable of --wrt.
func (q *query) withPoint() *query {
	f := q.flags
	f.StringVar(&q.wrt, "wrt", "", "`NAMES` of the variables")
	f.StringVar(&q.at, "at", "", "`POINT`: 0, 1/2, a, inf, -inf; or x=0, y=1")
	f.StringVar(&q.req.Side, "side", "", "`SIDE`: left or right")
	f.BoolVar(&q.req.Raw, "raw", false, "leave the coefficients as they come")
	answer := q.run
	q.run = func(args []string, std streams) error {
		if q.at != "" && !strings.Contains(q.at, "=") {
			if len(parse.SplitList(q.wrt)) > 1 {
				return usagef("--at: a point of several variables is written x=0, y=1, not %s", q.at)
			}
			q.at = q.wrt + "=" + q.at
		}
		return answer(args, std)
	}
	return q
}
