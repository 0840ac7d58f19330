package claim_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/internal/oracle"
)

// A listed claim is a line of testdata/claims.txt: claim | assumptions |
// verdicts. More than one verdict is accepted where each keeps what it
// promises.
type listed struct {
	line     int
	claim    oracle.Claim
	verdicts []string
}

// relations are looked for outside of brackets.
var relations = []string{" <= ", " != ", " = ", " < "}

// cut splits a claim at its relation.
func cut(text string) (left, rel, right string, ok bool) {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		for _, r := range relations {
			if depth == 0 && strings.HasPrefix(text[i:], r) {
				return text[:i], strings.TrimSpace(r), text[i+len(r):], true
			}
		}
	}
	return "", "", "", false
}

func readList(t *testing.T, name string) (list []listed) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(data), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != 3 {
			t.Fatalf("%s:%d has %d parts", name, i+1, len(parts))
		}
		z := listed{line: i + 1}
		var ok bool
		if z.claim.Left, z.claim.Rel, z.claim.Right, ok = cut(strings.TrimSpace(parts[0])); !ok {
			t.Fatalf("%s:%d has no relation", name, i+1)
		}
		if a := strings.TrimSpace(parts[1]); a != "" {
			z.claim.Assume = []string{a}
		}
		z.verdicts = strings.Fields(parts[2])
		list = append(list, z)
	}
	return list
}

var update = flag.Bool("update", false, "write verdicts where the list has ?")

// TestListedClaims runs claims that were found by trying to break the promise.
// What is accepted is listed, and the points of the oracle have to agree.
func TestListedClaims(t *testing.T) {
	name := "testdata/claims.txt"
	if other := os.Getenv("SYMGRAD_LIST"); other != "" {
		name = other
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	for _, z := range readList(t, name) {
		a, err := decide(z.claim)
		if *update && slices.Equal(z.verdicts, []string{"?"}) {
			lines[z.line-1] = strings.Replace(lines[z.line-1], "| ?", "| "+a.Verdict, 1)
			z.verdicts = []string{a.Verdict}
		}
		if err != nil {
			t.Errorf("line %d: %v", z.line, err)
			continue
		}
		if !slices.Contains(z.verdicts, a.Verdict) {
			t.Errorf("line %d: %s\nis %s, want %s", z.line, z.claim, a.Verdict, strings.Join(z.verdicts, " or "))
		}
		r, err := oracle.Judge(z.claim, a, uint64(z.line))
		if err != nil {
			t.Errorf("line %d: %v", z.line, err)
		}
		for _, w := range r.Wrong {
			t.Errorf("line %d: %s\nis %s %v %v: %s", z.line, z.claim, a.Verdict, a.Conditions, a.HoldsIf, w)
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
