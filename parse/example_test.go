package parse_test

import (
	"errors"
	"fmt"

	"github.com/symgrad/symgrad/parse"
)

func ExampleExpr() {
	for _, formula := range []string{"1/2*(sigmoid(w*x+b)-z)^2", "0 < x <= 0.1", "2x + 1"} {
		tree, err := parse.Expr(formula, parse.Limits{})
		var e *parse.Error
		if errors.As(err, &e) {
			fmt.Println(e.Report())
			continue
		}
		fmt.Println(tree)
	}
	// Output:
	// (* (/ 1 2) (^ (- (call sigmoid (+ (* w x) b)) z) 2))
	// (chain 0 < x <= 0.1)
	// line 1, column 2: there is no implicit multiplication; write 2*x
	// 2x + 1
	//  ^
}

func ExampleSplitList() {
	const list = "x>0, f(a, b) < 1, n:integer"
	for _, part := range parse.SplitList(list) {
		fmt.Println(list[part.Start:part.End])
	}
	// Output:
	// x>0
	// f(a, b) < 1
	// n:integer
}
