package proof_test

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// tangent is a proof file by hand: that of tan(x)*cos(x) = sin(x).
const tangent = `{"format":"symgrad proof","version":1,
"statement":{"sides":["tan(x)*cos(x)","sin(x)"],"relations":["="]},
"nodes":["symbol x","apply tan 0","number -1","apply cos 0","number 1","apply sin 0","product 4 5 4 3 2","product 4 1 4 3 4"],
"proofs":[{"verdict":"conditional","point":[[0,4]],"steps":[
{"kind":"rule","name":"tangent-as-quotient","from":1,"to":6,"bind":[0]},
{"kind":"ring","from":7,"to":5,"uses":[0]}]}],
"sha256":""}`

// edited returns tangent with texts replaced, and its checksum set right.
func edited(t *testing.T, pairs ...string) string {
	t.Helper()
	z := tangent
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(z, pairs[i]) {
			t.Fatalf("there is no %q", pairs[i])
		}
		z = strings.Replace(z, pairs[i], pairs[i+1], 1)
	}
	b, ok := proof.Rehashed([]byte(z))
	if !ok {
		t.Fatalf("not JSON: %s", z)
	}
	return string(b)
}

func TestProofFileByHandIsAccepted(t *testing.T) {
	v, z, err := proof.Replay(strings.NewReader(edited(t)))
	if err != nil || v.Kind != proof.Conditional || z.String() != "tan(x)*cos(x) = sin(x)" {
		t.Errorf("%s, %s, %v", v.Kind, z, err)
	}
}

// What is no proof file is told from a proof that is not accepted.
func TestFilesThatAreNoProofs(t *testing.T) {
	long := strings.Repeat("[", 1000)
	for _, c := range []struct{ name, file, want string }{
		{"nothing", "", "it is not JSON: unexpected end of JSON input"},
		{"another text", "2+2", "it is not JSON"},
		{"cut off", tangent[:200], "it is not JSON"},
		{"more behind it", edited(t) + "{}", "it is not JSON"},
		{"a list", "[]", "it must be an object"},
		{"an unknown rule alone", `{"rule":"no-such-rule"}`, `unknown field "rule"`},
		{"brackets", long, "nested too deep"},
		{"brackets in a field", `{"nodes":` + long + strings.Repeat("]", 1000) + `}`, "nested too deep"},
		{"an object without fields", "{}", `its format is "", version 0`},
		{"another version", edited(t, `"version":1`, `"version":2`), "version 2"},
		{"a version that is no number", strings.Replace(tangent, `"version":1`, `"version":"1"`, 1), "the field version must not be a string"},
		{"a huge version", strings.Replace(tangent, `"version":1`, `"version":1e999`, 1), "the field version must not be a number"},
		{"a huge place", strings.Replace(tangent, `"from":1`, `"from":99999999999999999999`, 1), "must not be a number"},
		{"a place with a fraction", strings.Replace(tangent, `"from":1`, `"from":1.5`, 1), "must not be a number"},
		{"a field twice", strings.Replace(edited(t), `"version":1`, `"version":2,"version":1`, 1), "stands twice"},
		{"a field in capitals", strings.Replace(edited(t), `"version":1`, `"Version":1`, 1), "not spelled"},
		{"bytes that are no text", strings.Replace(edited(t), "tan(x)", "\xff(x)", 1), "not spelled"},
		{"a field that is missing", strings.Replace(edited(t), `"kind":"ring",`, "", 1), "a field is missing"},
		{"no proof", edited(t, `[{"verdict":"conditional","point":[[0,4]],"steps":[
{"kind":"rule","name":"tangent-as-quotient","from":1,"to":6,"bind":[0]},
{"kind":"ring","from":7,"to":5,"uses":[0]}]}]`, "[]"), "0 proofs for 1 relation"},
		{"another verdict", edited(t, "conditional", "refuted"), `the verdict "refuted"`},
		{"a node of no kind", edited(t, "number -1", "nothing -1"), `node 2, "nothing -1"`},
		{"a node that comes later", edited(t, "apply tan 0", "apply tan 1"), `node 1, "apply tan 1"`},
		{"a negative place", edited(t, "apply tan 0", "apply tan -1"), `"apply tan -1"`},
		{"a place with a sign", edited(t, "apply tan 0", "apply tan +0"), `"apply tan +0"`},
		{"a number that is none", edited(t, "number -1", "number 1e999999999"), `"number 1e999999999"`},
		{"a number not in lowest terms", edited(t, "number -1", "number 2/4"), `"number 2/4"`},
		{"a division by zero", edited(t, "number -1", "number 1/0"), `"number 1/0"`},
		{"a long number", edited(t, "number -1", "number "+strings.Repeat("7", 2_000_000)), "node 2"},
		{"a name that is none", edited(t, "symbol x", "symbol x+1"), `"symbol x+1"`},
		{"another constant", edited(t, "symbol x", "constant e"), `"constant e"`},
		{"another truth value", edited(t, "symbol x", "boolean maybe"), `"boolean maybe"`},
		{"a function that is not there", edited(t, "apply tan 0", "apply sen 0"), `"apply sen 0"`},
		{"a function that is rewritten", edited(t, "apply tan 0", "apply sqrt 0"), `"apply sqrt 0"`},
		{"arguments left out", edited(t, "apply tan 0", "apply tan"), `"apply tan"`},
		{"too many arguments", edited(t, "apply tan 0", "apply tan 0 0"), `"apply tan 0 0"`},
		{"a table function as an unspecified one", edited(t, "apply tan 0", "function tan 0"), `"function tan 0"`},
		{"a product without factors", edited(t, "product 4 1 4 3 4", "product 4"), `"product 4"`},
		{"half a factor", edited(t, "product 4 1 4 3 4", "product 4 1 4 3"), `"product 4 1 4 3"`},
		{"a coefficient that is no number", edited(t, "product 4 1 4 3 4", "product 0 1 4 3 4"), `"product 0 1 4 3 4"`},
		{"a relation as an operand", edited(t, `"symbol x"`, `"symbol x","relation < 0 0"`, "apply tan 0", "apply tan 1"), `"apply tan 1"`},
		{"a relation that is not there", edited(t, "apply tan 0", "relation <> 0 0"), `"relation <> 0 0"`},
		{"no words", edited(t, "apply tan 0", ""), `node 1, ""`},
		{"a word alone", edited(t, "apply tan 0", "number"), `"number"`},
		{"a step that refers to no node", edited(t, `"from":1`, `"from":8`), "node 8 of 8"},
		{"a negative node", edited(t, `"from":1`, `"from":-1`), "node -1 of 8"},
		{"a step that uses a later one", edited(t, `"uses":[0]`, `"uses":[5]`), "step 1 uses step 5"},
		{"a step that uses itself", edited(t, `"uses":[0]`, `"uses":[1]`), "step 1 uses step 1"},
		{"a number at which the point is", edited(t, "[[0,4]]", "[[4,4]]"), "node 4 is not a symbol"},
		{"two values at a point", edited(t, "[[0,4]]", "[[0,4],[0,2]]"), "two values for x"},
		{"a number as exception", edited(t, `"steps"`, `"except":[0],"steps"`), "where a condition is expected"},
		{"a claim without sides", edited(t, `["="]`, `[]`), "one relation between each two"},
	} {
		_, _, err := proof.Replay(strings.NewReader(c.file))
		var format *proof.FormatError
		if !errors.As(err, &format) || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestStatementThatCannotBeReadHasAPosition(t *testing.T) {
	for _, c := range []struct{ file, part, want string }{
		{edited(t, `"sin(x)"`, `"sin(x"`), "", "line 1, column 4"},
		{edited(t, `["="]`, `["=="]`, `"sin(x)"`, `"2x"`), "", "2*x"},
		{edited(t, `["="]}`, `["="],"assume":["x:banana"]}`), "assume", "not a type"},
		{edited(t, `["="]}`, `["="],"let":["x"]}`), "let", "name = expression"},
	} {
		_, _, err := proof.Replay(strings.NewReader(c.file))
		var r *read.Error
		if !errors.As(err, &r) || r.Where.Name != c.part || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q in %q", err, c.want, c.part)
		}
	}
}

// jumping says that the derivative of x^2 at if(x == 0, 1, 0) is 0 but for x = 0, where the
// mean value theorem would carry it over.
const jumping = `{"format":"symgrad proof","version":1,"statement":{"sides":["diff(x^2,x,1,if(x==0,1,0))","0"],"relations":["="]},"nodes":["symbol x","number 0","number 1","number 2","power 0 3","relation == 0 1","if 5 2 1","derivative 4 0 2 6","relation != 1 0","relation < 1 0","relation < 0 1","product 3 6 2"],"proofs":[{"verdict":"conditional","point":[[0,2]],"except":[8],"steps":[{"kind":"derivative","from":7,"to":11},{"kind":"branch","from":6,"to":1},{"kind":"ring","from":7,"to":1,"uses":[0,1]}]}],"sha256":"e20c112207d3d646ec61c91f381d30776ba2e00e61ea4006e7664c9049c0f42a"}`

// Proofs that can be read and are not proofs of their claims.
func TestProofsThatAreNotAccepted(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"a checksum", strings.Replace(edited(t), "tan(x)", "tan(y)", 1), "altered"},
		{"another claim", edited(t, `"sin(x)"`, `"cos(x)"`), "do not conclude the claim"},
		{"a stronger verdict", edited(t, "conditional", "proved"), "verdict is not proved"},
		{"no such rule", edited(t, "tangent-as-quotient", "no-such-rule"), "there is no rule no-such-rule"},
		{"another rule", edited(t, "tangent-as-quotient", "secant-as-reciprocal"), "the result is another one"},
		{"too few values", edited(t, `"bind":[0]`, `"bind":[]`), "another number of variables"},
		{"another kind", edited(t, `"kind":"ring"`, `"kind":"scale"`), "uses a step that is not there"},
		{"no such kind", edited(t, `"kind":"ring"`, `"kind":"intuition"`), "no such kind of step"},
		{"a step less", edited(t, `,
{"kind":"ring","from":7,"to":5,"uses":[0]}`, ""), "do not conclude the claim"},
		{"a use less", edited(t, `,"uses":[0]`, ""), "the normal forms differ"},
		{"no point", edited(t, "[[0,4]]", "[]"), "the point is not known to be in the region"},
		{"an exception where the derivative is at a point that jumps", jumping, "exceptions are for one derivative of order 1"},
		{"a point outside", edited(t, `3 4"]`, `3 4","constant pi","number 1/2","product 9 8 4"]`, "[[0,4]]", "[[0,10]]"), "the point is not known to be in the region"},
	} {
		_, _, err := proof.Replay(strings.NewReader(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// Large tables end at a limit, and not in memory.
func TestLimitsOfProofFiles(t *testing.T) {
	powers := edited(t, `3 4"]`, `3 4","number 2","number 8000000"`+strings.Repeat(`,"power 8 9"`, 20)+"]")
	for _, c := range []struct{ name, file, want string }{
		{"a long file", strings.Repeat(" ", 40<<20), "bytes of a proof file"},
		{"large powers", powers, "bits of the numbers of a proof file"},
	} {
		_, _, err := proof.Replay(strings.NewReader(c.file))
		var l *symbolic.LimitError
		if !errors.As(err, &l) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// Constants of enormous size are not computed to the last digit, however few
// roots they have.
func TestConstantsOfEnormousSizeAreNotComputed(t *testing.T) {
	tower := `,"sum 1 7 0"`
	for i := range 60 { // ((1+x)^n+1)^n...
		tower += fmt.Sprintf(`,"power %d 3","sum 1 %d 0"`, 2*i+8, 2*i+9)
	}
	for _, name := range []struct {
		nodes string
		from  int
	}{
		{`"number 1","number 2","number 0","number 19102","power 1 3","sum 0 4 0","power 5 3"`, 6},
		{`"number 1","number 2","number 0","number 1000000","power 1 3","sum 0 4 0","power 5 3","power 5 3"` + tower, 128},
	} {
		file := `{"format":"symgrad proof","version":1,"statement":{"sides":["x+1","1+x"],"relations":["="]},"nodes":[` + name.nodes +
			`],"proofs":[{"verdict":"proved","point":[],"steps":[{"kind":"constant","from":` + strconv.Itoa(name.from) + `,"to":0}]}],"sha256":""}`
		b, ok := proof.Rehashed([]byte(file))
		if !ok {
			t.Fatal(file)
		}
		if _, _, err := proof.Replay(bytes.NewReader(b)); err == nil || !strings.Contains(err.Error(), "too large to be told from 0") {
			t.Errorf("%v", err)
		}
	}
}

// Every digit of a file matters.
func TestProofWithAnotherDigitIsRejected(t *testing.T) {
	for _, line := range []string{"(x^2-1)/(x-1) = x+1", "diff(sqrt(x^2+a), x) = x/sqrt(x^2+a)", "max(x, y)+min(x, y) = x+y"} {
		p, ok := prove(t, statement(t, line))
		if !ok {
			t.Fatalf("%s has no proof", line)
		}
		for i, c := range p.file {
			if c < '0' || c > '9' {
				continue
			}
			for d := byte('0'); d <= '9'; d++ {
				z := bytes.Clone(p.file)
				if z[i] = d; d == c {
					continue
				}
				if _, _, err := proof.Replay(bytes.NewReader(z)); err == nil {
					t.Fatalf("accepted with %c for %c at %d:\n%s", d, c, i, z)
				}
			}
		}
	}
}
