package read_test

import (
	"errors"
	"fmt"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Reading gives the expression in canonical form, and the domain of the
// formula as it was written.
func ExampleScope_Formula() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, text := range []string{"x/x + 0.5", "log(x)/(y-1)", "sigmod(x)"} {
		f, err := scope.Formula(text)
		var e *read.Error
		if errors.As(err, &e) {
			fmt.Println(e.Where.Report())
			continue
		}
		value, _ := present.Text(f.Expr)
		domain, _ := present.Text(f.Domain)
		fmt.Println(value, "where", domain)
	}
	// Output:
	// 3/2 where x != 0
	// log(x)/(y-1) where x > 0 and y-1 != 0
	// line 1, column 1: unknown function sigmod; did you mean sigmoid?
	// sigmod(x)
	// ^^^^^^^^^
}

// A quantity keeps its name; a function is written out where it is used.
func ExampleScope_Let() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, text := range []string{"v = w*x+b", "weighted(t) = t*sigmoid(t)"} {
		if err := scope.Let(text); err != nil {
			fmt.Println(err)
			return
		}
	}
	f, err := scope.Formula("weighted(v)")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(present.Text(f.Expr))
	// Output: v*sigmoid(v) <nil>
}
