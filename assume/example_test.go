package assume_test

import (
	"fmt"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// What follows from the facts, or holds for every real number, is left out.
func ExampleFacts_Reduce() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	if err := scope.Assume("x > 2, n:integer"); err != nil {
		fmt.Println(err)
		return
	}
	facts := assume.New(scope)
	for _, text := range []string{
		"x > 0, y != 0",
		"1+exp(-v) != 0, v > 1, v > 0",
		"x^2+1 < 0",
	} {
		c, err := scope.Condition(text)
		if err != nil {
			fmt.Println(err)
			return
		}
		c = facts.Reduce(c)
		if c.Kind() == symbolic.Boolean {
			fmt.Println(c.Truth())
			continue
		}
		fmt.Println(present.Text(c))
	}
	// Output:
	// y != 0 <nil>
	// v > 1 <nil>
	// false
}
