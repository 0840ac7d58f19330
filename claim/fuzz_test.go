package claim_test

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/internal/claimgen"
	"github.com/symgrad/symgrad/internal/oracle"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// patience is the time after which a claim is given up. Verdicts do not depend
// on it: it only keeps one claim from holding up the others.
const patience = 5 * time.Second

// decide reads a claim and decides it; the answer is what a person would read.
func decide(c oracle.Claim) (a oracle.Answer, err error) {
	defer func() {
		if p := recover(); p != nil {
			a, err = oracle.Answer{Verdict: fmt.Sprint("panic: ", p, "\n", string(debug.Stack()))}, nil
		}
	}()
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, text := range c.Let {
		if err := scope.Let(text); err != nil {
			return a, err
		}
	}
	if len(c.Assume) > 0 {
		if err := scope.Assume(strings.Join(c.Assume, ", ")); err != nil {
			return a, err
		}
	}
	r, err := scope.Relate(c.Left, c.Rel, c.Right)
	if err != nil {
		return a, err
	}
	late := time.AfterFunc(patience, scope.Store.Stop)
	defer late.Stop()
	v, err := claim.Prove(scope, r.Left, r.Rel, r.Right)
	var limit *symbolic.LimitError
	if errors.As(err, &limit) {
		return oracle.Answer{Verdict: "late"}, nil
	}
	if err != nil {
		return a, err
	}
	a = oracle.Answer{Verdict: string(v.Kind), Witness: map[string]string{}}
	text := func(e symbolic.Expr) string {
		z, perr := present.NewPrinter(present.Options{}).String(e, present.AsText)
		err = errors.Join(err, perr)
		return z
	}
	for _, e := range v.Conditions {
		a.Conditions = append(a.Conditions, text(e))
	}
	for _, e := range v.HoldsIf {
		a.HoldsIf = append(a.HoldsIf, text(e))
	}
	for _, w := range v.Witness {
		a.Witness[text(w.Variable)] = text(w.Value)
	}
	return a, err
}

// tally counts what became of claims of one kind.
type tally struct {
	verdicts                                   map[string]int
	compared, narrow, refuted, checked, failed int
}

func count(all map[string]*tally, kind string) *tally {
	z := all[kind]
	if z == nil {
		z = &tally{verdicts: map[string]int{}}
		all[kind] = z
	}
	return z
}

func report(all map[string]*tally) string {
	var b strings.Builder
	names := append(claimgen.Kinds(), "all")
	sum := count(all, "all")
	*sum = tally{verdicts: map[string]int{}}
	for _, kind := range names {
		z := count(all, kind)
		if kind != "all" {
			for k, n := range z.verdicts {
				sum.verdicts[k] += n
			}
			sum.compared += z.compared
			sum.narrow += z.narrow
			sum.refuted += z.refuted
			sum.checked += z.checked
			sum.failed += z.failed
		}
		v := z.verdicts
		fmt.Fprintf(&b, "%-11s %8d proved %8d conditional %8d refuted %8d undecided %5d late %6d unreadable; %9d points compared, %6d narrow conditions, %8d witnesses checked\n",
			kind, v["proved"], v["conditional"], v["refuted"], v["undecided"], v["late"], z.failed, z.compared, z.narrow, z.checked)
	}
	return b.String()
}

// try decides a claim and returns what is wrong with the answer.
func try(c oracle.Claim, seed uint64, z *tally) (a oracle.Answer, wrong []string) {
	a, err := decide(c)
	if err != nil {
		z.failed++
		return a, nil
	}
	if strings.HasPrefix(a.Verdict, "panic") {
		return a, []string{"panic"}
	}
	z.verdicts[a.Verdict]++
	r, err := oracle.Judge(c, a, seed)
	if err != nil {
		return a, []string{"the oracle cannot read the claim: " + err.Error()}
	}
	z.compared += r.Compared
	if r.Narrow {
		z.narrow++
	}
	if a.Verdict == "refuted" {
		z.refuted++
		if r.Checked {
			z.checked++
		}
	}
	return a, r.Wrong
}

func number(t *testing.T, name string, standard uint64) uint64 {
	text := os.Getenv(name)
	if text == "" {
		return standard
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestNoVerdictIsWrong decides random claims and compares the verdicts with
// the values of the sides at points. scripts/fuzz-claims.sh runs it with more
// claims: SYMGRAD_CLAIMS is their number and SYMGRAD_CLAIMS_FROM the first.
func TestNoVerdictIsWrong(t *testing.T) {
	claims, from := number(t, "SYMGRAD_CLAIMS", 1000), number(t, "SYMGRAD_CLAIMS_FROM", 1)
	only, all, start := os.Getenv("SYMGRAD_CLAIMS_KIND"), map[string]*tally{}, time.Now()
	keep := os.Getenv("SYMGRAD_CLAIMS_KEEP") != ""
	for seed := from; seed < from+claims; seed++ {
		g := claimgen.New(seed)
		c := g.Claim()
		if only != "" {
			c = g.Of(only)
		}
		began := time.Now()
		a, wrong := try(c, seed, count(all, c.Kind))
		if os.Getenv("SYMGRAD_CLAIMS_SHOW") != "" {
			fmt.Printf("%d %s %s: %s (%v) %v %v %v\n", seed, c.Kind, c, a.Verdict, time.Since(began).Round(time.Millisecond), a.Conditions, a.HoldsIf, a.Witness)
		}
		if len(wrong) > 0 {
			t.Errorf("claim %d of kind %s, which is %s:\n%s\nis %s %v %v %v\n%s", seed, c.Kind, c.Truth, c, a.Verdict, a.Conditions, a.HoldsIf, a.Witness, strings.Join(wrong, "\n"))
			if !keep {
				break
			}
		}
		if n := seed - from + 1; n%10000 == 0 {
			fmt.Printf("%d claims, %v\n", n, time.Since(start).Round(time.Second))
		}
	}
	t.Logf("%v\n%s", time.Since(start).Round(time.Second), report(all))
}

// FuzzClaim decides claims that the fuzzer makes up from seeds, kinds and
// texts that replace the right side.
func FuzzClaim(f *testing.F) {
	for i := range claimgen.Kinds() {
		f.Add(uint64(i), uint8(i), "")
	}
	f.Add(uint64(1), uint8(0), "if(x == 1, 7, x)")
	f.Fuzz(func(t *testing.T, seed uint64, kind uint8, right string) {
		c := claimgen.New(seed).Of(claimgen.Kinds()[int(kind)%len(claimgen.Kinds())])
		if right != "" {
			if _, err := oracle.Read(right); err != nil || len(right) > 200 {
				t.Skip()
			}
			c.Right, c.Truth = right, oracle.Open
		}
		if a, wrong := try(c, seed, count(map[string]*tally{}, "")); len(wrong) > 0 {
			t.Errorf("%s, which is %s:\n%s\nis %s %v %v %v\n%s", c.Kind, c.Truth, c, a.Verdict, a.Conditions, a.HoldsIf, a.Witness, strings.Join(wrong, "\n"))
		}
	})
}
