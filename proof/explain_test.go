package proof_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/symbolic"
)

// declaredKinds reads the kinds of steps from the source.
func declaredKinds(t *testing.T) (all []proof.Kind) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "step.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if c, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(c.Names[0].Name, "By") {
			text, err := strconv.Unquote(c.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, proof.Kind(text))
		}
		return true
	})
	return all
}

// A new kind of step is forged and explained, too.
func TestEveryKindOfStepIsForgedAndExplained(t *testing.T) {
	all := declaredKinds(t)
	if len(all) < 14 {
		t.Fatalf("only %d kinds were found: %v", len(all), all)
	}
	for _, k := range all {
		if !slices.Contains(kinds, k) {
			t.Errorf("no step of the kind %s is forged", k)
		}
	}
	p, _ := prove(t, statement(t, "if(x > 0, x, -x) = abs(x)"))
	c := p.claims[0]
	s := c.Scope.Store
	// The operands of each kind that its words speak of.
	sine, err := c.Scope.Formula("sin(x)")
	if err != nil {
		t.Fatal(err)
	}
	x := s.Sym("x")
	for _, k := range all {
		st := proof.Step{Kind: k, From: c.Left.Expr.ID(), To: c.Right.Expr.ID(), Name: "sine-squared", Bind: []symbolic.ID{x, s.Relate(symbolic.Less, x, s.Int(2))}}
		switch k {
		case proof.ByDefinition:
			st.From = sine.Expr.ID()
		case proof.ByDerivative:
			st.From = s.Derivative(sine.Expr.ID(), x, symbolic.One, x)
		case proof.ByScale, proof.ByRoot:
			st.Bind[0] = s.Int(2)
		}
		line := proof.Explain(c, &proof.Proof{Steps: []proof.Step{st}})[0]
		if len(line.Reason) == 0 || line.Reason[0].Words == "" || line.Reason[0].Words == string(k) {
			t.Errorf("the reason of a step of the kind %s is %v", k, line.Reason)
		}
	}
}

// Lines are numbered in order, refer to earlier ones only, and the last
// equation is the claim.
func TestProofsAreExplained(t *testing.T) {
	for _, text := range provable {
		p, ok := prove(t, statement(t, text))
		if !ok {
			continue
		}
		for i, c := range p.claims {
			lines := proof.Explain(c, p.verdicts[i].Proof)
			next, concluded := 1, false
			for _, l := range lines {
				if l.Number == 0 {
					continue
				}
				if l.Number != next {
					t.Errorf("%s: line %d comes behind %d", text, l.Number, next-1)
				}
				for _, piece := range l.Reason {
					for _, word := range strings.FieldsFunc(piece.Words, func(r rune) bool { return r < '0' || r > '9' }) {
						if n, _ := strconv.Atoi(word); n >= next && strings.Contains(piece.Words, "using "+word) {
							t.Errorf("%s: line %d uses %d", text, l.Number, n)
						}
					}
				}
				left, right := c.Left.Expr, c.Right.Expr
				concluded = concluded || l.Left == left && l.Right == right || l.Left == right && l.Right == left
				next++
			}
			if !concluded {
				t.Errorf("%s: the claim is not among the lines", text)
			}
		}
	}
}
