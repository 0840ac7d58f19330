package protocol_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/symgrad/symgrad/protocol"
)

func ExampleAnswer_DescentCurve() {
	n := 3
	a := protocol.Do(protocol.Request{Op: "descent", Expr: "x^2", Wrt: []string{"x"}, At: map[string]string{"x": "1"}, Rate: "1/4", Iterations: &n}, protocol.Options{})
	if a.Err != nil {
		fmt.Println(a.Err)
		return
	}
	steps, values, ok := a.DescentCurve()
	fmt.Println(steps, values, ok)
	// Output: [0 1 2 3] [1 0.25 0.0625 0.015625] true
}

// The run is that of a loop by hand.
func TestDescentIsTheLoopByHand(t *testing.T) {
	n := 50
	a := protocol.Do(protocol.Request{Op: "descent", Expr: "1/2*(y-z)^2", Let: []string{"v=w*x+b", "y=1/(1+exp(-v))"}, Wrt: []string{"w", "b"},
		At: map[string]string{"w": "1", "b": "0", "x": "2", "z": "1/4"}, Rate: "1/10", Iterations: &n}, protocol.Options{})
	if a.Err != nil {
		t.Fatal(a.Err)
	}
	_, values, _ := a.DescentCurve()
	w, b, x, z := 1.0, 0.0, 2.0, 0.25
	for k, got := range values {
		y := 1 / (1 + math.Exp(-(w*x + b)))
		if want := (y - z) * (y - z) / 2; math.Abs(got-want) > 1e-14 {
			t.Fatalf("step %d: %v, want %v", k, got, want)
		}
		d := (y - z) * y * (1 - y)
		w, b = w-0.1*d*x, b-0.1*d
	}
	if len(values) != n+1 {
		t.Errorf("%d values for %d steps", len(values), n)
	}
}
