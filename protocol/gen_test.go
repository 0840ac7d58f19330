package protocol_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/protocol"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// TestRandomQueriesAreNullWhereThereIsNoValue runs queries of random formulas on SQLite at
// points inside and outside their domains. SYMGRAD_RANDOM sets how many.
func TestRandomQueriesAreNullWhereThereIsNoValue(t *testing.T) {
	path, err := exec.LookPath("sqlite3")
	if err != nil || exec.Command(path, ":memory:", "SELECT exp(1.0)").Run() != nil {
		t.Skip("there is no sqlite3 with mathematical functions")
	}
	n := 60
	if s := os.Getenv("SYMGRAD_RANDOM"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	var rows []*function.Row
	for _, r := range function.Default().All() {
		if r.Family != "gamma" && r.Family != "error function" && r.Name != "gelu" {
			rows = append(rows, r)
		}
	}
	g := exprgen.New(9, exprgen.Options{Size: 7, Functions: rows, NoBinders: true})
	undefined, defined := 0, 0
	for range n {
		text := g.Real().String()
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(text)
		if err != nil {
			t.Fatal(err)
		}
		a := protocol.Do(protocol.Request{Op: "gen", Expr: text, Wrt: []string{"all"}, Lang: "sql"}, protocol.Options{})
		var code bytes.Buffer
		if a.Err == nil {
			err = a.Text(&code)
		}
		if a.Err != nil || err != nil { // no variable, no value anywhere, a function that SQL lacks
			continue
		}
		var in strings.Builder
		in.WriteString("CREATE TABLE points (x DOUBLE, y DOUBLE, z DOUBLE);\n")
		var points [][3]float64
		for i := range 27 {
			values := [3]float64{-1.5, 0, 0.7}
			p := [3]float64{values[i/9], values[i/3%3], values[i%3] * 2}
			points = append(points, p)
			fmt.Fprintf(&in, "INSERT INTO points VALUES (%v, %v, %v);\n", p[0], p[1], p[2])
		}
		in.Write(code.Bytes())
		in.WriteString(";\n")
		cmd := exec.Command(path, "-bail", ":memory:")
		cmd.Stdin = strings.NewReader(in.String())
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%.500s", text, err, out)
		}
		vars := len(scope.Variables(f))
		for k, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
			e := evaluate.New(evaluate.Floats{})
			e.Margin, e.Limit = 1e-9, 1e8
			at := evaluate.Point[float64]{Values: map[string]float64{"x": points[k][0], "y": points[k][1], "z": points[k][2]}}
			holds, err := e.Holds(f.Domain, at)
			if errors.Is(err, evaluate.ErrUndefined) {
				holds, err = false, nil
			}
			var want float64
			if holds {
				want, err = e.Value(f.Expr, at)
			}
			got := strings.Split(line, "|")[vars:]
			switch {
			case err != nil: // beyond what doubles tell
			case !holds:
				undefined++
				if slices.ContainsFunc(got, func(s string) bool { return s != "" }) {
					t.Errorf("%s at %v is %v, want NULL", text, points[k], got)
				}
			default:
				defined++
				if z, err := strconv.ParseFloat(got[0], 64); err != nil || math.Abs(z-want) > 1e-6*(1+math.Abs(want)) {
					t.Errorf("%s at %v is %v, want %v", text, points[k], got, want)
				}
			}
		}
	}
	if undefined < 3*n || defined < 6*n {
		t.Errorf("of %d formulas only %d values were undefined, and %d defined", n, undefined, defined)
	}
}
