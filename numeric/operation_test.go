package numeric_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

func TestOperationsAreThoseOfTheProgram(t *testing.T) {
	s := symbolic.NewStore()
	f, err := read.NewScope(s, read.Default()).Formula("if(x > 0, y*tanh(x), 2*y)")
	if err != nil {
		t.Fatal(err)
	}
	p, err := numeric.Compile([]symbolic.Expr{s.Symbol("x"), s.Symbol("y")}, f.Expr)
	if err != nil {
		t.Fatal(err)
	}
	list, outputs := p.Operations()
	tanh, err := function.Default().Lookup("tanh", 1)
	if err != nil {
		t.Fatal(err)
	}
	want := map[numeric.Op]numeric.Operation{
		numeric.Input:    {Op: numeric.Input, N: 1},
		numeric.Call:     {Op: numeric.Call, Row: tanh, Args: []int{0}},
		numeric.Relation: {Op: numeric.Relation, Rel: symbolic.Less},
	}
	got := map[numeric.Op]numeric.Operation{}
	for i, o := range list {
		for _, a := range o.Args {
			if a >= i {
				t.Errorf("operation %d needs operation %d", i, a)
			}
		}
		if o.Op == numeric.Relation { // 0 < x
			if o.Args[1] != 0 || list[o.Args[0]].Value != 0 {
				t.Errorf("the relation has the arguments %v", o.Args)
			}
			o.Args = nil
		}
		if _, ok := want[o.Op]; ok {
			got[o.Op] = o
		}
	}
	same := cmp.Comparer(func(a, b *function.Row) bool { return a == b })
	if d := cmp.Diff(want, got, same); d != "" {
		t.Error(d)
	}
	if len(outputs) != 1 || list[outputs[0]].Op != numeric.If {
		t.Errorf("the output is %v of %v", outputs, list)
	}
}

func ExampleProgram_Operations() {
	s := symbolic.NewStore()
	x := s.Symbol("x")
	p, err := numeric.Compile([]symbolic.Expr{x}, x.Mul(x).Sub(x))
	if err != nil {
		fmt.Println(err)
		return
	}
	list, outputs := p.Operations()
	for _, o := range list {
		switch o.Op {
		case numeric.Input:
			fmt.Println("input", o.N)
		case numeric.Power:
			fmt.Println("power", o.N, "of", o.Args)
		case numeric.Sub:
			fmt.Println("difference of", o.Args)
		}
	}
	fmt.Println("outputs", outputs)
	// Output:
	// input 0
	// power 2 of [0]
	// difference of [1 0]
	// outputs [2]
}
