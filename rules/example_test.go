package rules_test

import (
	"fmt"

	"github.com/symgrad/symgrad/rules"
)

func ExampleLookup() {
	r, _ := rules.Lookup("logarithm-of-product")
	fmt.Println(r.From, "=>", r.To, "when", r.When)
	fmt.Println(r.Use, "-", r.Source)
	// Output:
	// log(a*b) => log(a)+log(b) when a >= 0
	// Normal - DLMF 4.8.2
}

func ExampleAll() {
	for _, r := range rules.All() {
		if r.Topic == "parity" && r.From == "cosh(a-b)" {
			fmt.Println(r.Name, r.Example)
		}
	}
	// Output: hyperbolic-cosine-of-opposite-difference cosh(x-y) => cosh(y-x)
}

func ExampleAllRejected() {
	r := rules.AllRejected()[0]
	fmt.Printf("%s is not %s: %s at %s\n", r.From, r.To, r.Why, r.Counterexample)
	// Output: sqrt(a^2) is not a: a root is never negative at a = -1
}
