package protocol_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/protocol"
)

// Each limit of the table is reached by a request of its own, and named.
func TestEveryLimitIsReached(t *testing.T) {
	requests := map[string]struct {
		limit int
		expr  string
	}{
		"bytes":    {10, "x+1+2+3+4+5+6"},
		"nesting":  {5, "((((((((x))))))))"},
		"name":     {5, "abcdefgh*x"},
		"digits":   {5, "12345678*x"},
		"nodes":    {20, "x*(x+1)*(x+2)*(x+3)*(x+4)*(x+5)*(x+6)"},
		"operands": {20, "x*(x+1)*(x+2)*(x+3)*(x+4)*(x+5)*(x+6)"},
		"bits":     {64, "x*9999999999999999999999999999999999"},
		"output":   {10, "x^2+sin(x)+exp(x)+log(1+x^2)"},
	}
	for _, l := range protocol.Limits() {
		r, ok := requests[l.Name]
		if !ok {
			t.Errorf("the limit %s has no test", l.Name)
			continue
		}
		var o protocol.Options
		if err := o.SetLimits(fmt.Sprintf("%s=%d", l.Name, r.limit)); err != nil {
			t.Error(err)
			continue
		}
		req := protocol.Request{Op: "diff", Expr: r.expr, Wrt: []string{"x"}}
		answer := protocol.Do(req, o)
		err := answer.Err
		if err == nil {
			_, e := answer.JSON()
			err, _ = e.(*protocol.Error)
		}
		if err == nil || !err.IsLimit() {
			t.Errorf("%s=%d and %s: the error is %v", l.Name, r.limit, r.expr, err)
		}
		if answer := protocol.Do(req, protocol.Options{}); answer.Err != nil {
			t.Errorf("%s by default: %v", r.expr, answer.Err)
		}
	}
}

func TestUnknownLimitsAreRefused(t *testing.T) {
	for _, text := range []string{"memory=5", "nodes", "nodes=0", "nodes=x", "nodes=5;digits=3"} {
		var o protocol.Options
		if err := o.SetLimits(text); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
	var o protocol.Options
	if err := o.SetLimits("memory=5"); err == nil || !strings.Contains(err.Error(), "nodes") {
		t.Errorf("the error does not say which limits there are: %v", err)
	}
}
