package taylor_test

import (
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// The limit from one side is the limit only where the domain of the formula says that
// there is no other side.
func TestOneSideIsNotTheLimit(t *testing.T) {
	for _, c := range []struct {
		total bool // the formula is said to have a value everywhere
		found bool
	}{{false, true}, {true, false}} {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula("log(step(x))")
		if err != nil {
			t.Fatal(err)
		}
		if c.total {
			f.Domain = scope.Store.Expr(symbolic.True)
		}
		z, err := taylor.Limit(scope, f, scope.Store.Expr(scope.Store.Sym("x")), taylor.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if (z.Value.Err == nil) != c.found {
			t.Errorf("total: %v: the limit is found: %v", c.total, z.Value.Err == nil)
		}
	}
}
