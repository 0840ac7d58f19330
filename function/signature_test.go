package function_test

import (
	"testing"

	"github.com/symgrad/symgrad/function"
)

func TestFunctionsInPieces(t *testing.T) {
	for _, c := range []struct {
		name string
		args int
		want bool
	}{{"abs", 1, true}, {"relu", 1, true}, {"max", 2, true}, {"sign", 1, true}, {"sin", 1, false}, {"sigmoid", 1, false}, {"floor", 1, false}} {
		row, err := function.Default().Lookup(c.name, c.args)
		if err != nil {
			t.Fatal(err)
		}
		if got := row.IsPiecewise(); got != c.want {
			t.Errorf("%s is defined by branches: %v", c.name, got)
		}
	}
	if (*function.Row)(nil).IsPiecewise() {
		t.Error("a function without a row is defined by branches")
	}
}
