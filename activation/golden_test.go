package activation

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func text(t *testing.T, e symbolic.Expr) string {
	t.Helper()
	s, err := present.Text(e)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func extremeText(t *testing.T, e Extreme) string {
	t.Helper()
	s := Digits(e.Within, 8)
	switch {
	case e.Infinity != 0:
		s = fmt.Sprint(inf * float64(e.Infinity))
	case e.IsExact():
		s = text(t, e.Exact)
	}
	if e.Attained {
		return s + " attained"
	}
	return s
}

func seriesText(t *testing.T, part taylor.Series) string {
	t.Helper()
	list := []string{}
	for _, u := range part.Terms {
		list = append(list, text(t, u.Expr()))
	}
	if part.Exact {
		return "[" + strings.Join(list, ", ") + "]"
	}
	return "[" + strings.Join(list, ", ") + ", ...]"
}

// The functions of the table and other formulas: an input line, and what was found.
func TestGolden(t *testing.T) {
	var b bytes.Buffer
	for _, formula := range all() {
		z, _ := report(t, formula, "1")
		fmt.Fprintf(&b, "%s\n", formula)
		if len(z.Expansion.Series) == 1 {
			fmt.Fprintf(&b, "\t%s %s\n", seriesText(t, z.Right), z.Expansion.Smoothness)
		} else {
			fmt.Fprintf(&b, "\t%s %s %s\n", seriesText(t, z.Left), seriesText(t, z.Right), z.Expansion.Smoothness)
		}
		fmt.Fprintf(&b, "\t%s: %s\n", z.Verdict.Kind, z.Verdict.Reason)
		fmt.Fprintf(&b, "\t%s\n", z.Parity)
		if z.Unknown != "" {
			fmt.Fprintf(&b, "\t%s\n", z.Unknown)
		} else {
			fmt.Fprintf(&b, "\tvalues %s, %s\n", extremeText(t, z.Range.Low), extremeText(t, z.Range.High))
			if z.Range.Gaps {
				fmt.Fprintf(&b, "\tgaps\n")
			}
			fmt.Fprintf(&b, "\tslopes %s, %s\n", extremeText(t, z.Slope.Low), extremeText(t, z.Slope.High))
		}
		for _, m := range z.Moments {
			var terms []string
			for _, p := range m.Series.Terms {
				terms = append(terms, fmt.Sprintf("%s*sigma^%d", text(t, p.Coef), p.Power))
			}
			if !m.Series.Exact {
				terms = append(terms, fmt.Sprintf("O(sigma^%d)", m.Series.Rest))
			}
			number := ""
			if m.HasNumber {
				number = Digits(m.Within, 10)
			}
			fmt.Fprintf(&b, "\t%s [%s] %s\n", m.Name, strings.Join(terms, ", "), number)
		}
		if z.NoNumber != "" {
			fmt.Fprintf(&b, "\t%s\n", z.NoNumber)
		}
	}
	const name = "testdata/functions.txt"
	if *update {
		if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); d != "" {
		t.Errorf("%s (-) and this version (+) differ:\n%s", name, d)
	}
}
