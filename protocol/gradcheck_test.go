package protocol

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/gradcheck"
	"github.com/symgrad/symgrad/proof"
)

// TestWrongGradientIsRefuted changes the report of a right one: the answer says by
// what, and the verdict, from which the exit status follows, is refuted.
func TestWrongGradientIsRefuted(t *testing.T) {
	a := Do(Request{Op: "gradcheck", Expr: "x^2", Wrt: []string{"x"}, At: map[string]string{"x": "3"}}, Options{})
	if a.Err != nil || a.Verdict() != "" {
		t.Fatalf("right gradient: %v %q", a.Err, a.Verdict())
	}
	e := &a.result.(*checked).report.Entries[0][gradcheck.Reverse]
	e.Agrees, e.Want, e.Got, e.At = false, 7, 6, []float64{3}
	var text strings.Builder
	if err := a.Text(&text); err != nil {
		t.Fatal(err)
	}
	if want := "d/dx is 7 by formula and 6 by reverse mode at x = 3\n"; a.Verdict() != proof.Refuted || !strings.Contains(text.String(), want) {
		t.Errorf("verdict %q, text %q", a.Verdict(), &text)
	}
}
