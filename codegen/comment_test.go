package codegen

import "testing"

func TestConjunctionsHaveBrackets(t *testing.T) {
	for _, c := range []struct {
		list []string
		want string
	}{
		{[]string{"x > 0"}, "x > 0"},
		{[]string{"x <= -1 or x >= 1"}, "x <= -1 or x >= 1"},
		{[]string{"x <= -1 or x >= 1", "x-y != 0"}, "(x <= -1 or x >= 1) and x-y != 0"},
		{[]string{"y > 0", "x > 0 or floor(y) == y", "x != 0"}, "y > 0 and (x > 0 or floor(y) == y) and x != 0"},
	} {
		if got := conjunction(c.list); got != c.want {
			t.Errorf("%q is %s, want %s", c.list, got, c.want)
		}
	}
}
