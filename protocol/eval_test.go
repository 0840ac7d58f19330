package protocol_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/protocol"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// An evalAnswer is the JSON of an answer to eval.
type evalAnswer struct {
	Value      string            `json:"value"`
	Gradient   map[string]string `json:"gradient"`
	Conditions []string          `json:"conditions"`
	Remark     string            `json:"remark"`
}

func evalDo(t *testing.T, req protocol.Request) (z evalAnswer, err *protocol.Error) {
	t.Helper()
	req.Op = "eval"
	a := protocol.Do(req, protocol.Options{})
	if a.Err != nil {
		return z, a.Err
	}
	b, jsonErr := a.JSON()
	if jsonErr == nil {
		jsonErr = json.Unmarshal(b, &z)
	}
	if jsonErr != nil {
		t.Fatal(jsonErr)
	}
	return z, nil
}

// TestEvalOfRandomFormulas compares eval with an evaluator that shares no code with
// it, at exact points: both have a value or both have none, and the values are near
// as far as rounding errors let them.
func TestEvalOfRandomFormulas(t *testing.T) {
	n := 400
	if k, err := strconv.Atoi(os.Getenv("SYMGRAD_RANDOM")); err == nil {
		n = k
	}
	g := exprgen.New(11, exprgen.Options{Size: 9, Arrays: []string{"a"}})
	values, nowhere, open := 0, 0, 0
	for i := range n {
		text := g.Real().String()
		f, err := read.NewScope(symbolic.NewStore(), read.Default()).Formula(text)
		if err != nil {
			t.Fatal(err)
		}
		p := g.Point(i%2 == 0)
		at := map[string]string{}
		for name, x := range p {
			at[name] = strconv.FormatFloat(x, 'f', -1, 64)
		}
		z, failed := evalDo(t, protocol.Request{Expr: text, At: at})
		e := evaluate.New(evaluate.Floats{})
		e.Margin, e.Limit = 1e-9, 1e12
		want, err := e.Value(f.Expr, evaluate.Point[float64]{Values: p})
		inside, domainErr := e.Holds(f.Domain, evaluate.Point[float64]{Values: p})
		if domainErr == nil && !inside {
			err = evaluate.ErrUndefined
		}
		switch {
		case domainErr != nil, err != nil && !errors.Is(err, evaluate.ErrUndefined):
			open++ // doubles do not tell
		case failed != nil && failed.Code != "domain":
			open++
		case err != nil:
			if nowhere++; failed == nil {
				t.Errorf("%s at %v is %s, and there is no value", text, at, z.Value)
			}
		case failed != nil:
			t.Errorf("%s at %v: %v, and the value is %v", text, at, failed, want)
		default:
			values++
			got, err := strconv.ParseFloat(z.Value, 64)
			if err != nil || math.Abs(got-want) > 1e-6*max(1, math.Abs(want)) {
				t.Errorf("%s at %v is %s, want %v", text, at, z.Value, want)
			}
		}
	}
	if values < n/3 || nowhere < n/50 {
		t.Errorf("of %d formulas only %d have a value and %d have none; %d are open", n, values, nowhere, open)
	}
}

// TestDigitsRoundToTheDouble: 25 digits say which double is nearest, and so does
// eval without --digits.
func TestDigitsRoundToTheDouble(t *testing.T) {
	for _, text := range []string{"exp(x)", "sin(10^22*x)", "gamma(x+1/3)", "1/3", "x/7", "sqrt(2)*x", "erf(x)", "x^40", "log(1+1e-20*x)", "2^(1/3)", "1e300*x", "5e-324", "-1e-310*x", "exp(x)-exp(x-1e-15)", "0.1*x", "12345678901234567890.5"} {
		req := protocol.Request{Expr: text, At: map[string]string{"x": "13/11"}}
		double, err := evalDo(t, req)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		req.Digits = 25
		long, err := evalDo(t, req)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		x, _, parseErr := big.ParseFloat(long.Value, 10, 200, big.ToNearestEven)
		if parseErr != nil {
			t.Fatal(parseErr)
		}
		want, _ := x.Float64()
		if got, _ := strconv.ParseFloat(double.Value, 64); got != want {
			t.Errorf("%s is %s, and %s", text, double.Value, long.Value)
		}
	}
}

// TestDigitsAgree: fewer digits are more digits rounded.
func TestDigitsAgree(t *testing.T) {
	for _, text := range []string{"pi", "exp(50)", "1e-5/3", "2/3", "sqrt(5)*10^30", "exp(-1000)"} {
		long, _ := evalDo(t, protocol.Request{Expr: text, Digits: 60})
		x, _, err := big.ParseFloat(long.Value, 10, 400, big.ToNearestEven)
		if err != nil {
			t.Fatalf("%s: %q", text, long.Value)
		}
		for n := 1; n < 40; n++ {
			z, _ := evalDo(t, protocol.Request{Expr: text, Digits: n})
			y, _, err := big.ParseFloat(z.Value, 10, 400, big.ToNearestEven)
			if err != nil || y.Text('e', n-1) != x.Text('e', n-1) {
				t.Errorf("%s to %d digits is %q, to 60 %q", text, n, z.Value, long.Value)
			}
		}
	}
}

// TestTableAgreesWithEval computes rows one by one and as a table.
func TestTableAgreesWithEval(t *testing.T) {
	const expr = "if(x > 1, log(x-1)*w, exp(w)/x)"
	var csv strings.Builder
	csv.WriteString("x,w\n")
	var want []string
	for i := range 3000 {
		x, w := float64(i%97-40)/8, float64(i%13-6)/4
		fmt.Fprintf(&csv, "%v,%v\n", x, w)
		z, err := evalDo(t, protocol.Request{Expr: expr, At: map[string]string{"x": fmt.Sprint(x), "w": fmt.Sprint(w)}})
		if err != nil {
			z.Value = ""
		}
		want = append(want, z.Value)
	}
	var out strings.Builder
	rows, bad, err := protocol.Table(protocol.Request{Expr: expr}, strings.NewReader(csv.String()), &out, protocol.TableOptions{KeepGoing: true, JSON: true})
	if err != nil || rows != len(want) {
		t.Fatalf("%d rows, %d bad, %v", rows, bad, err)
	}
	for i, line := range strings.Split(strings.TrimSpace(out.String()), "\n") {
		var z evalAnswer
		if err := json.Unmarshal([]byte(line), &z); err != nil {
			t.Fatal(err)
		}
		got, _ := strconv.ParseFloat(z.Value, 64)
		x, _ := strconv.ParseFloat(want[i], 64)
		if (z.Value == "") != (want[i] == "") || math.Abs(got-x) > 1e-14*math.Abs(x) {
			t.Errorf("row %d is %q, want %q", i, z.Value, want[i])
		}
	}
}
