package function_test

import (
	"fmt"
	"math"

	"github.com/symgrad/symgrad/function"
)

func ExampleTable_Lookup() {
	r, err := function.Default().Lookup("log", 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Signature(), "where", r.Domain)
	fmt.Println(r.Deriv)
	fmt.Println(r.Float([]float64{8, 2}))
	_, err = function.Default().Lookup("sotfplus", 1)
	fmt.Println(err)
	// Output:
	// log(u, b) where u > 0, b > 0, b != 1
	// [1/(u*log(b)) -log(u)/(b*log(b)^2)]
	// 3
	// unknown function sotfplus; did you mean softplus?
}

func ExampleNewTable() {
	table, err := function.NewTable(nil, function.Row{
		Name:       "squareplus",
		Family:     "own",
		Params:     []function.Param{{Name: "u"}, {Name: "b", Default: "4"}},
		Domain:     "b > 0",
		Deriv:      []string{"1/2*(1+u/sqrt(u^2+b))", "1/(4*sqrt(u^2+b))"},
		Range:      "y > 0",
		Definition: "1/2*(u+sqrt(u^2+b))",
		Float:      func(a []float64) float64 { return (a[0] + math.Hypot(a[0], math.Sqrt(a[1]))) / 2 },
		LaTeX:      `\operatorname{squareplus}`,
		Source:     "definition",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, _ := table.Lookup("squareplus", 1)
	fmt.Println(r.Signature(), function.Default().Has("squareplus"))
	// Output: squareplus(u, b=4) false
}
