package claimgen

import "github.com/symgrad/symgrad/internal/oracle"

// tails vanish when they are differentiated by y, and have kinks, jumps and ends that
// move with x.
var tails = []string{
	"step(y+step(x))", "floor(y+step(x)/2)", "if(x > 0, if(y > 0, 5, 3), 5)", "if(x == 0, 2, if(y > 0, 2, 5))", "sign(y-x)", "delta(y, step(x))", "0*sqrt(y-x)", "step(x*y)", "0*log(y+x)", "sign(relu(y)-x)",
	"if(x >= 0, 1, step(y))", "0*asin(y+x)", "floor(x)*step(y)", "step(y)*step(x)", "sign(x)*sign(y)",
}

// mixed claims are about derivatives by two variables, at points where the inner one ends
// or jumps.
func (g *Generator) mixed() oracle.Claim {
	f, h := slopes[g.rng.IntN(len(slopes))], slopes[g.rng.IntN(len(slopes))]
	inY := map[string]string{"x": "y", "y": "a"}
	hy, dhy := rewrite(h[0], inY), rewrite(h[1], inY)
	fx, dfx := rewrite(f[0], map[string]string{"y": "a"}), rewrite(f[1], map[string]string{"y": "a"})
	var c oracle.Claim
	switch g.rng.IntN(6) {
	case 0:
		c.Left, c.Right = "diff(diff("+bracket(fx)+"*"+bracket(hy)+", y), x)", bracket(dfx)+"*"+bracket(dhy)
	case 1:
		c.Left, c.Right = "diff(diff("+bracket(fx)+"*"+bracket(hy)+", x), y)", bracket(dfx)+"*"+bracket(dhy)
	case 2:
		c.Left, c.Right = "diff(x*diff("+hy+", y), x)", dhy
	case 3:
		c.Left, c.Right = "diff("+bracket(fx)+"*diff("+hy+", y), x)", bracket(dfx)+"*"+bracket(dhy)
	case 4:
		c.Left, c.Right = "diff(diff("+bracket(fx)+"*y+"+g.of1(tails...)+", y), x)", dfx
	default:
		c.Left, c.Right = "diff(diff("+bracket(hy)+"+"+g.of1(tails...)+", y), x)", "0"
	}
	at := g.of1("x", "y", "x+y", "x-1", "y-1", "x*y")
	switch g.rng.IntN(5) {
	case 0:
		c.Right = bracket(c.Right) + "+" + g.fill(spikes[g.rng.IntN(len(spikes))], at)
	case 1:
		c.Right = "if(" + at + " == 0, " + g.of1("7", "0", "1") + ", " + c.Right + ")"
	}
	for range g.rng.IntN(3) {
		c.Assume = append(c.Assume, g.of1("x == 0", "y == 0", "x <= 0", "y >= 0", "x >= 0", "y <= 0", "x == 1", "y == -1", "y == 1", "x < 0", "y > 0"))
	}
	return c
}
