package protocol_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/symgrad/symgrad/protocol"
)

func ExampleDo() {
	answer := protocol.Do(protocol.Request{
		Op:   "grad",
		Expr: "1/2*(y-z)^2",
		Let:  []string{"v = w*x+b", "y = sigmoid(v)"},
		Wrt:  []string{"w", "b"},
	}, protocol.Options{})
	if err := answer.Text(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// d/dw = (y-z)*y*(1-y)*x
	// d/db = (y-z)*y*(1-y)
}

// An error has a code for programs and a report for people.
func ExampleDo_error() {
	answer := protocol.Do(protocol.Request{Op: "diff", Expr: "2x", Wrt: []string{"x"}}, protocol.Options{})
	fmt.Println(answer.Err.Code, answer.Err.Line, answer.Err.Column)
	fmt.Println(answer.Err.Report)
	// Output:
	// syntax 1 2
	// line 1, column 2: there is no implicit multiplication; write 2*x
	// 2x
	//  ^
}

func ExampleBatch() {
	requests := `{"id":1,"op":"diff","expr":"x^3","wrt":["x"],"order":2}
{"id":2,"op":"diff","expr":"2x","wrt":["x"]}
`
	if err := protocol.Batch(strings.NewReader(requests), os.Stdout, protocol.BatchOptions{Workers: 2}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"id":1,"ok":true,"expr":"x^3","derivative":"6*x","latex":"6 x","conditions":[]}
	// {"id":2,"ok":false,"error":{"code":"syntax","message":"there is no implicit multiplication; write 2*x","line":1,"column":2}}
}
