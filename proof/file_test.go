package proof_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// provable are claims of every kind that has proofs of its own: sides, then
// what is assumed.
var provable = []string{
	"(x+1)^2 = x^2+2*x+1",
	"(x^2-1)/(x-1) = x+1",
	"1/(a-b)-1/(a+b) = 2*b/(a^2-b^2)",
	"(a+b+c)^3-a^3-b^3-c^3 = 3*(a+b)*(b+c)*(c+a)",
	"sqrt(x^2) = abs(x)",
	"sqrt(x^2) = x | x >= 0",
	"sqrt(3+2*sqrt(2)) = 1+sqrt(2)",
	"(1+sqrt(x))*(1-sqrt(x)) = 1-x",
	"sqrt(x)*sqrt(y) = sqrt(x*y) | x > 0, y > 0",
	"1/(sqrt(x+1)-sqrt(x)) = sqrt(x+1)+sqrt(x)",
	"sin(x)^2+cos(x)^2 = 1",
	"tan(x)*cos(x) = sin(x)",
	"sin(2*x) = 2*sin(x)*cos(x)",
	"sin(x+y) = sin(x)*cos(y)+cos(x)*sin(y)",
	"cos(x)^4-sin(x)^4 = cos(2*x)",
	"tan(x+y) = (tan(x)+tan(y))/(1-tan(x)*tan(y))",
	"exp(x)*exp(y) = exp(x+y)",
	"cosh(x)^2-sinh(x)^2 = 1",
	"sinh(x) = (exp(x)-exp(-x))/2",
	"log(x*y) = log(x)+log(y) | x > 0, y > 0",
	"log(x^2) = 2*log(x)",
	"log(6)-log(2) = log(3)",
	"tanh(x) = 2*sigmoid(2*x)-1",
	"sigmoid(-x) = 1-sigmoid(x)",
	"log(1+exp(x)) = softplus(x)",
	"x^n*x^m = x^(n+m) | x > 0",
	"x^(n+1)/x = x^n | n:integer",
	"(x*y)^n = x^n*y^n | x > 0, y > 0",
	"a^(2*n)-b^(2*n) = (a^n-b^n)*(a^n+b^n) | a > 0, b > 0",
	"sum(i, 1, 3, sin(i*x)) = sin(x)+sin(2*x)+sin(3*x)",
	"prod(i, 1, 2, x-i)+sum(i, 0, 1, log(x-i)) = (x-1)*(x-2)+log(x*(x-1)) | x > 1",
	"diff(x^3, x) = 3*x^2",
	"diff(sigmoid(x), x) = sigmoid(x)*(1-sigmoid(x))",
	"diff(sqrt(x^2+a), x) = x/sqrt(x^2+a)",
	"diff(log(x), x) = 1/x",
	"diff(sqrt(x)*x, x) = 3/2*sqrt(x)",
	"diff((a+b*x)^(3/2), x) = 3/2*b*sqrt(a+b*x)",
	"diff(x*abs(x), x) = 2*abs(x)",
	"diff(x^n, x) = n*x^(n-1) | x > 0",
	"diff(atan(x), x) = 1/(1+x^2)",
	"diff(sin(x)*exp(x), x, 2) = 2*exp(x)*cos(x)",
	"diff((1-x)^(5/2)*(1+x)^(1/2), x) = -(1-x)^(3/2)*(4+6*x)/(2*(1+x)^(1/2))",
	"abs(x)*sign(x) = x",
	"max(x, y)+min(x, y) = x+y",
	"relu(x)-relu(-x) = x",
	"abs(x*y) = abs(x)*abs(y)",
	"max(x, 0) = (x+abs(x))/2",
	"if(x > 0, x, -x) = abs(x)",
	"atan(x)+atan(1/x) = pi/2*sign(x)",
	"asin(x)+acos(x) = pi/2",
	"atan(x) = asin(x/sqrt(1+x^2))",
	"x^2 >= 0",
	"exp(x) > 0",
	"1+abs(x) != 0",
	"sin(x)^2 <= 1 <= 1+x^2",
	"(x+1)^2-1 = x^2+2*x = x*(x+2)",
	"x = y | x == y",
	"x^2+y^2 = 1 | x == sin(t), y == cos(t)",
	"sqrt(v^2) = v | v > 0 | v=x",
	"diff(f(x)^2, x) = 2*f(x)*diff(f(x), x) | f:function",
	"diff(sign(x), x) = 0",
	"diff(log(x)*sqrt(b*x^2)/x, x) = sqrt(b*x^2)/x^2",
	"diff(asin(exp(x)), x) = exp(x)/sqrt(1-exp(2*x))",
	"diff(-c*x-c*log(x)/a, x) = exp(2*atanh(a*x))*(c-c/(a*x))",
	"log(x^2-2*x+1) = 2*log(x-1)",
	"acosh(2*x^2-1) = 2*acosh(x)",
	"softplus(x) = max(x, 0)+log(1+exp(-abs(x)))",
	"2*atan(x) = asin(2*x/(1+x^2)) | x > -1, x < 1",
	"sum(k, 1, n, 2*a[k]) = 2*sum(k, 1, n, a[k])",
	"sum(k, 1, n, (a[k]-x)*(a[k]+x)) = sum(i, 1, n, a[i]^2)-x^2*sum(j, 1, n, 1) | n:integer",
	"sum(i, 1, m, sum(k, 1, n, a[i]*(a[k]+y))) = sum(i, 1, m, a[i])*sum(j, 1, n, y+a[j]) | n:integer, m:integer",
}

// statement reads a line of provable: the claim, what is assumed, definitions.
func statement(t testing.TB, line string) proof.Statement {
	t.Helper()
	parts := strings.Split(line, " | ")
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	var assume, let []string
	if len(parts) > 1 {
		assume = strings.Split(parts[1], ", ")
	}
	if len(parts) > 2 {
		let = strings.Split(parts[2], ", ")
	}
	if err := scope.Assume(strings.Join(assume, ", ")); len(assume) > 0 && err != nil {
		t.Fatal(err)
	}
	links, err := scope.Claim(parts[0])
	if err != nil {
		t.Fatal(err)
	}
	z := proof.StatementOf(links)
	z.Assume, z.Let = assume, let
	return z
}

// A proven is a statement with its proof and its file.
type proven struct {
	proof.Statement
	claims   []proof.Claim
	verdicts []proof.Verdict
	file     []byte
}

// prove proves a statement, and writes its file.
func prove(t testing.TB, z proof.Statement) (p proven, ok bool) {
	t.Helper()
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	var err error
	p = proven{Statement: z}
	if p.claims, err = z.Claims(scope); err != nil {
		t.Fatalf("%s: %v", z, err)
	}
	for _, c := range p.claims {
		v, err := claim.Prove(c.Scope, c.Left, c.Rel, c.Right)
		if err != nil {
			t.Fatalf("%s: %v", z, err)
		}
		if v.Proof == nil {
			return p, false
		}
		p.verdicts = append(p.verdicts, v)
	}
	var b bytes.Buffer
	if err := proof.Encode(&b, z, scope.Store, p.verdicts...); err != nil {
		t.Fatalf("%s: %v", z, err)
	}
	p.file = b.Bytes()
	return p, true
}

// What is written is checked in a fresh store, with the same outcome, and is
// the same when it is written again.
func TestProofFilesAreReplayed(t *testing.T) {
	proofs := 0
	for _, line := range provable {
		p, ok := prove(t, statement(t, line))
		if !ok {
			t.Logf("%s: no proof is found", line)
			continue
		}
		proofs++
		v, z, err := proof.Replay(bytes.NewReader(p.file))
		if err != nil {
			t.Errorf("%s: %v\n%s", line, err, p.file)
			continue
		}
		if diff := cmp.Diff(p.Statement, z); diff != "" {
			t.Errorf("%s: %s", line, diff)
		}
		var want []string
		for _, w := range p.verdicts {
			want = append(want, texts(t, w.Conditions)...)
		}
		if w := p.verdicts[proof.Weakest(p.verdicts)]; v.Kind != w.Kind {
			t.Errorf("%s: %s, want %s", line, v.Kind, w.Kind)
		}
		if diff := cmp.Diff(want, texts(t, v.Conditions)); diff != "" {
			t.Errorf("%s: conditions: %s", line, diff)
		}
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := proof.Decode(bytes.NewReader(p.file), scope)
		if err != nil {
			t.Fatal(err)
		}
		list, err := f.Check()
		if err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		if err := proof.Encode(&again, f.Statement, scope.Store, list...); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again.Bytes(), p.file) {
			t.Errorf("%s: written again it is\n%s\nand not\n%s", line, again.Bytes(), p.file)
		}
	}
	if proofs < len(provable)*9/10 {
		t.Errorf("only %d of %d claims have proofs", proofs, len(provable))
	}
}

func texts(t testing.TB, list []symbolic.Expr) (out []string) {
	for _, e := range list {
		s, err := present.Text(e)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// A field that is added to proofs has to be written, and comes here then.
func TestEveryFieldOfAProofIsWritten(t *testing.T) {
	for _, c := range []struct {
		value any
		want  []string
	}{
		{proof.Proof{}, []string{"Except", "Zeros", "Steps", "Point"}},
		{proof.Zero{}, []string{"Symbols", "Proof"}},
		{proof.Step{}, []string{"Kind", "From", "To", "Name", "Bind", "Uses", "Cases"}},
		{proof.Case{}, []string{"Cond", "Steps"}},
	} {
		var got []string
		for i := range reflect.TypeOf(c.value).NumField() {
			got = append(got, reflect.TypeOf(c.value).Field(i).Name)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%T: %s", c.value, diff)
		}
	}
}
