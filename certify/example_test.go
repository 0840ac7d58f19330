package certify_test

import (
	"fmt"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// compile reads formulas, and conditions after them, into one program.
func compile(formulas []string, conditions ...string) (*symbolic.Store, *certify.Program) {
	s := symbolic.NewStore()
	scope := read.NewScope(s, read.Default())
	var roots []symbolic.ID
	for _, text := range formulas {
		f, err := scope.Formula(text)
		if err != nil {
			panic(err)
		}
		roots = append(roots, f.Expr.ID())
	}
	for _, text := range conditions {
		c, err := scope.Condition(text)
		if err != nil {
			panic(err)
		}
		roots = append(roots, c.ID())
	}
	return s, certify.Compile(read.Default(), s, roots...)
}

// On a box: the values of a formula and the truth of a condition, with one
// scratch for many boxes.
func ExampleProgram_Float() {
	_, p := compile([]string{"relu(x) + x^2"}, "x < 3")
	var scratch certify.Scratch
	for _, x := range []interval.Float{interval.NewFloat(-1, 2), interval.FloatPoint(4)} {
		v := p.Float([]interval.Float{x}, &scratch)
		fmt.Println(x, v[0].Real, v[0].Real.Decoration(), v[1].Truth)
	}
	// Output:
	// [-1, 2] [0, 6] continuous yes
	// [4, 4] [20, 20] continuous no
}

func ExampleProgram_Big() {
	_, p := compile([]string{"1 - cos(x)"})
	x := []interval.Interval{interval.FromFloats(0x1p-60, 0x1p-60)}
	fmt.Println(p.Big(200, x)[0].Real)
	// Output: [3.7615819226313200247e-37, 3.7615819226313200255e-37]
}

// At an exact point values are exact where they are rational.
func ExampleProgram_At() {
	s, p := compile([]string{"sin(x)^2", "1/(x-pi/6)"})
	sixth := s.Scale(s.Pi(), rational.New(1, 6))
	v := p.At(certify.Point{p.Inputs()[0]: sixth}, 64)
	fmt.Println(v[0].Real, v[1].Real.Decoration())
	// Output: [0.25, 0.25] nowhere
}

// sqrt(x^2) = x is refuted by a point.
func ExampleProgram_Compare() {
	s, p := compile([]string{"sqrt(x^2)", "x"})
	c := p.Compare(0, 1, certify.Point{p.Inputs()[0]: s.Int(-1)}, certify.Options{})
	left, right := c.Sides()
	fmt.Println(left, "is", c.Order, "than", right)
	// Output: [1, 1] is greater than [-1, -1]
}

// A domain is a condition like others; what is not reached need not be defined.
func ExampleProgram_Holds() {
	s, p := compile(nil, "x != 0 and 1/x > 5", "1/x > 5")
	zero := certify.Point{p.Inputs()[0]: s.Int(0)}
	first, _ := p.Holds(0, zero, certify.Options{})
	second, _ := p.Holds(1, zero, certify.Options{})
	fmt.Println(first, second)
	// Output: no undefined
}

// The variables of a program, in the order of the arguments.
func ExampleProgram_Inputs() {
	s, p := compile([]string{"sum(k,1,2,w[k]*x) + f0"})
	for _, id := range p.Inputs() {
		if s.Kind(id) == symbolic.Index {
			ops := s.Operands(id)
			fmt.Println(s.Name(ops[0]), s.Number(ops[1]))
		} else {
			fmt.Println(s.Name(id))
		}
	}
	// Output:
	// x
	// f0
	// w 1
	// w 2
}

func ExampleCompile() {
	s := symbolic.NewStore()
	f, err := read.NewScope(s, read.Default()).Formula("gelu(x)")
	if err != nil {
		panic(err)
	}
	p := certify.Compile(read.Default(), s, f.Expr.ID()) // by its definition
	fmt.Println(p.Float([]interval.Float{interval.FloatPoint(0)}, new(certify.Scratch))[0].Real)
	// Output: [0, 0]
}
