package present_test

import (
	"fmt"
	"os"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// neuron returns 1/2*(y-z)^2*y*(1-y)*x.
func neuron(s *symbolic.Store) symbolic.Expr {
	x, y, z := s.Symbol("x"), s.Symbol("y"), s.Symbol("z")
	one, half := s.Rational(rational.One), s.Rational(rational.New(1, 2))
	two := s.Rational(rational.Int(2))
	return half.Mul(y.Sub(z).Pow(two)).Mul(y).Mul(one.Sub(y)).Mul(x)
}

func ExampleText() {
	fmt.Println(present.Text(neuron(symbolic.NewStore())))
	// Output: 1/2*x*y*(y-z)^2*(1-y) <nil>
}

func ExampleUnicode() {
	fmt.Println(present.Unicode(neuron(symbolic.NewStore())))
	// Output: ½·x·y·(y − z)²·(1 − y) <nil>
}

func ExampleLaTeX() {
	fmt.Println(present.LaTeX(neuron(symbolic.NewStore())))
	// Output: \frac{1}{2} x y (y - z)^{2} (1 - y) <nil>
}

func ExampleWrite() {
	s := symbolic.NewStore()
	e := neuron(s)
	// z belongs to the output of a network, y to the layer before, x to its input.
	level := map[string]int{"x": 0, "y": 1, "z": 2}
	o := present.Options{Level: func(e symbolic.Expr) int { return level[e.Name()] }}
	if err := present.Write(os.Stdout, e, present.AsText, o); err != nil {
		fmt.Println(err)
	}
	// Output: 1/2*(y-z)^2*y*(1-y)*x
}

func ExampleMathML() {
	s := symbolic.NewStore()
	fmt.Println(present.MathML(s.Symbol("x").Div(s.Symbol("hat_y"))))
	// Output: <math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mfrac><mi>x</mi><mover><mi>y</mi><mo stretchy="false">^</mo></mover></mfrac></math> <nil>
}

func ExampleLeaves() {
	fmt.Println(present.Leaves(neuron(symbolic.NewStore())))
	// Output: 8
}

func ExampleDefinitions() {
	s := symbolic.NewStore()
	a, b := s.Symbol("alpha"), s.Symbol("beta")
	n := s.Symbol("n")
	shared := a.Mul(b).Add(n).Pow(n)
	f, g := shared.Add(a), shared.Mul(b)

	definitions := present.Definitions("t", f, g)
	p := present.NewPrinter(present.Options{Define: present.DefinitionNames(definitions)})
	for _, d := range definitions {
		body, _ := p.Body(d.Expr, present.AsText)
		fmt.Println(d.Name, "=", body)
	}
	fmt.Println(p.String(f, present.AsText))
	fmt.Println(p.String(g, present.AsText))
	// Output:
	// t1 = alpha*beta+n
	// alpha+t1^n <nil>
	// beta*t1^n <nil>
}

func ExampleTree() {
	var t present.Tree
	name := func(s string) present.Ref { return t.Add(present.Name, s) }
	once := t.Add(present.Number, "1")
	partial := func(f, x string) present.Ref { return t.Add(present.Derivative, "∂", name(f), name(x), once) }

	chain := t.Add(present.Relation, "=", partial("J", "w"), t.Add(present.Product, "", partial("J", "y"), partial("y", "w")))
	if err := t.Write(os.Stdout, chain, present.AsUnicode, 0); err != nil {
		fmt.Println(err)
	}
	// Output: ∂J/∂w = ∂J/∂y·∂y/∂w
}
