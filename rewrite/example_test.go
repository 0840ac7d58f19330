package rewrite_test

import (
	"fmt"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// formula reads a formula for an example.
func formula(c *read.Scope, text string) symbolic.ID {
	f, err := c.Formula(text)
	if err != nil {
		fmt.Println(err)
	}
	return f.Expr.ID()
}

func show(s *symbolic.Store, id symbolic.ID) string {
	text, err := present.Text(s.Expr(id))
	if err != nil {
		return err.Error()
	}
	return text
}

// A pattern matches in any order, with a scale and a rest.
func ExamplePattern_Each() {
	p, err := rewrite.Compile(&rules.Rule{Name: "pythagoras", From: "sin(a)^2 + cos(a)^2", To: "1"})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := symbolic.NewStore()
	c := read.NewScope(s, read.Default())
	err = p.Each(s, formula(c, "2*cos(x*y)^2 + z + 2*sin(x*y)^2"), 1000, func(t rewrite.Step) bool {
		fmt.Printf("a = %s, scale %s, rest %s: %s becomes %s\n", show(s, t.Bindings[0]), t.Scale, show(s, t.Rest), show(s, t.Node), show(s, t.Result))
		return true
	})
	fmt.Println(err)
	// Output:
	// a = x*y, scale 2, rest z: 2*cos(x*y)^2+2*sin(x*y)^2+z becomes z+2
	// <nil>
}

// Rules are applied from left to right until none fires. A guard that is not
// answered Yes does not fire.
func ExampleStrategy_Run() {
	z, err := rewrite.NewStrategy(
		&rules.Rule{Name: "square-root-of-square", From: "sqrt(a^2)", To: "abs(a)"},
		&rules.Rule{Name: "absolute-value", From: "abs(a)", To: "a", When: "a >= 0"},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := symbolic.NewStore()
	c := read.NewScope(s, read.Default())
	if err := c.Assume("x > 0"); err != nil {
		fmt.Println(err)
		return
	}
	facts := assume.New(c)
	region := rewrite.Region{Guard: func(cond symbolic.ID) bool { return facts.Holds(s.Expr(cond)) == assume.Yes }}
	out, err := z.Run(s, formula(c, "sqrt(x^2) + sqrt(y^2)"), region, rewrite.Budget{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(show(s, out.Result), "-", out.Stop)
	for _, t := range out.Steps {
		fmt.Printf("%s: %s = %s\n", t.Rule.Name, show(s, t.Node), show(s, t.Result))
	}
	// Output:
	// x+abs(y) - no rule fires
	// square-root-of-square: sqrt(y^2) = abs(y)
	// square-root-of-square: sqrt(x^2) = abs(x)
	// absolute-value: abs(x) = x
}

// A run is proved by a list of equations that follow from rules and from one
// another.
func ExampleOutcome_Proof() {
	z, err := rewrite.NewStrategy(&rules.Rule{Name: "exp-of-log", From: "exp(log(a))", To: "a"})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := symbolic.NewStore()
	c := read.NewScope(s, read.Default())
	out, err := z.Run(s, formula(c, "2*y*exp(log(x))"), rewrite.Region{}, rewrite.Budget{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, e := range out.Proof().Equations {
		fmt.Printf("%d. %s = %s (%s)\n", i, show(s, e.Left), show(s, e.Right), e.Reason)
	}
	// Output:
	// 0. exp(log(x)) = x (rule)
	// 1. y*exp(log(x)) = y*x (equal parts)
	// 2. 2*y*exp(log(x)) = 2*y*x (equal parts)
}

// Searching finds what no direction of the rules leads to.
func ExampleGraph_Saturate() {
	z, err := rewrite.NewStrategy(
		&rules.Rule{Name: "factor", From: "a*b + a*c", To: "a*(b+c)"},
		&rules.Rule{Name: "pythagoras", From: "sin(a)^2 + cos(a)^2", To: "1"},
		&rules.Rule{Name: "tangent", From: "tan(a)", To: "sin(a)/cos(a)"},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := symbolic.NewStore()
	c := read.NewScope(s, read.Default())
	x, y := formula(c, "x*cos(y)^2 + x*(tan(y)*cos(y))^2"), formula(c, "x")
	g := rewrite.NewGraph(s, nil)
	r, err := g.Saturate(z, rewrite.Search{Until: [2]symbolic.ID{x, y}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Stop)
	p, err := g.Explain(x, y)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, e := range p.Equations {
		fmt.Printf("%d. %s = %s (%s)\n", i, show(s, e.Left), show(s, e.Right), e.Reason)
	}
	// Output:
	// the two nodes are equal
	// 0. tan(y) = sin(y)/cos(y) (rule)
	// 1. tan(y)^2 = sin(y)^2/cos(y)^2 (equal parts)
	// 2. cos(y)^2*tan(y)^2 = sin(y)^2 (equal parts)
	// 3. cos(y)^2*tan(y)^2+cos(y)^2 = cos(y)^2+sin(y)^2 (equal parts)
	// 4. cos(y)^2+sin(y)^2 = 1 (rule)
	// 5. cos(y)^2*tan(y)^2+cos(y)^2 = 1 (chain)
	// 6. x*cos(y)^2*tan(y)^2+x*cos(y)^2 = x*(cos(y)^2*tan(y)^2+cos(y)^2) (rule)
	// 7. x*(cos(y)^2*tan(y)^2+cos(y)^2) = x (equal parts)
	// 8. x*cos(y)^2*tan(y)^2+x*cos(y)^2 = x (chain)
}

// The cheapest member of a class, by a cost of one's own: here exponentials are
// dear.
func ExampleGraph_Extract() {
	z, err := rewrite.NewStrategy(&rules.Rule{Name: "logistic", From: "1/(1+exp(-a))", To: "sigmoid(a)"})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := symbolic.NewStore()
	c := read.NewScope(s, read.Default())
	id := formula(c, "y/(1+exp(-x))")
	g := rewrite.NewGraph(s, nil)
	if err := g.Add(id); err != nil {
		fmt.Println(err)
		return
	}
	if _, err := g.Saturate(z, rewrite.Search{}); err != nil {
		fmt.Println(err)
		return
	}
	best, err := g.Extract(id, func(s *symbolic.Store, id symbolic.ID, parts []int) int {
		if s.Name(id) == "exp" {
			return 100 + rewrite.Size(s, id, parts)
		}
		return rewrite.Size(s, id, parts)
	})
	fmt.Println(show(s, best), err)
	// Output:
	// y*sigmoid(x) <nil>
}

// What is equal by assumption is equal wherever it occurs.
func ExampleGraph_Assume() {
	s := symbolic.NewStore()
	c := read.NewScope(s, read.Default())
	g := rewrite.NewGraph(s, nil)
	x, y := formula(c, "exp(w*x)+w*x"), formula(c, "exp(u)+u")
	if err := g.Add(x, y); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(g.Same(x, y))
	if err := g.Assume(formula(c, "w*x"), formula(c, "u")); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(g.Same(x, y), show(s, g.Representative(x)))
	// Output:
	// false
	// true u+exp(u)
}

func ExampleParts() {
	s := symbolic.NewStore()
	c := read.NewScope(s, read.Default())
	for _, text := range []string{"2*x+y/z+3", "2*x*y^2", "x*y^2", "atan2(x, y+1)", "if(x > 0, x, y)"} {
		id := formula(c, text)
		fmt.Print(show(s, id), ":")
		for _, p := range rewrite.Parts(s, nil, id) {
			fmt.Print(" ", show(s, p))
		}
		fmt.Println()
	}
	// Output:
	// 2*x+y/z+3: 2*x y/z
	// 2*x*y^2: x*y^2
	// x*y^2: y^2 x
	// atan2(x, y+1): x y+1
	// if(x > 0, x, y):
}
