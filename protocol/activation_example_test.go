package protocol_test

import (
	"fmt"
	"os"

	"github.com/symgrad/symgrad/protocol"
)

func ExampleActivationTable() {
	var answers []*protocol.Answer
	for _, name := range []string{"sigmoid", "tanh", "relu"} {
		a := protocol.Do(protocol.Request{Op: "activation", Expr: name}, protocol.Options{})
		answers = append(answers, &a)
	}
	fmt.Print(protocol.ActivationTable(answers))
	// Output:
	// function  s(0)  slope at 0  max |s'|  linear for small inputs
	// sigmoid   1/2   1/4         1/4       no: bias 1/2 goes through every layer
	// tanh      0     1           1         yes, approximately
	// relu      0     0 | 1       1         no: different slopes on both sides
}

func ExampleAnswer_ActivationPicture() {
	a := protocol.Do(protocol.Request{Op: "activation", Expr: "x^2-x"}, protocol.Options{})
	if err := a.Text(os.Stdout); err != nil {
		panic(err)
	}
	name, variable, p, ok := a.ActivationPicture()
	fmt.Println(name, variable, ok, p.Function[0])
	// Output:
	// x^2-x
	//   near 0     value 0, slope -1; smooth (analytic)
	//   series     -x+x^2
	//   symmetry   neither odd nor even
	//   range      [-1/4, inf)
	//   slope      from -inf to inf; no Lipschitz constant
	//   inputs     X ~ N(0, sigma^2)
	//     mean s   sigma^2
	//     var s    sigma^2+2*sigma^4
	//     mean s'  -1
	//     var s'   4*sigma^2
	//   verdict    approximately linear through 0: s(x) = -x + ..., and the first term left out, x^2, is small against it for small inputs
	// x^2-x x true 20
}
