package exprgen

import (
	"fmt"
	"strings"
)

// Network is a network with one hidden layer of some units, as benchmarks have it:
// its loss, and the names in it, first the inputs x, then for each unit its weights
// w and bias b, then the weights v of the output, and last the target z.
func Network(width int) (names []string, loss string) {
	name := func(format string, args ...any) string {
		n := fmt.Sprintf(format, args...)
		names = append(names, n)
		return n
	}
	var inputs, units []string
	for i := range width {
		inputs = append(inputs, name("x%d", i))
	}
	for j := range width {
		var sum []string
		for i, x := range inputs {
			sum = append(sum, name("w%dk%d", j, i)+"*"+x)
		}
		units = append(units, fmt.Sprintf("tanh(%s+%s)", strings.Join(sum, "+"), name("b%d", j)))
	}
	for j := range units {
		units[j] = name("v%d", j) + "*" + units[j]
	}
	return names, fmt.Sprintf("1/2*(1/(1+exp(-(%s)))-%s)^2", strings.Join(units, "+"), name("z"))
}
