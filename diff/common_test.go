package diff_test

import (
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A product may have a power with a variable exponent, whose derivatives share
// the product, beside a root of a product, whose derivatives share a multiple
// of it: the two common factors are not the same.
func TestCommonFactorsAreKeptApart(t *testing.T) {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := c.Formula("a^x*sqrt(b*x)")
	if err != nil {
		t.Fatal(err)
	}
	want, err := c.Formula("log(a)*a^x*sqrt(b*x)+1/2*a^x*sqrt(b*x)/x")
	if err != nil {
		t.Fatal(err)
	}
	got, err := diff.Derivative(f, c.Store.Symbol("x"), 1, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got.Partials[0] != want.Expr {
		text, _ := c.Formula("x")
		t.Errorf("%v is not the derivative by %v", got.Partials[0], text.Tree)
	}
}
