package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
)

// output runs a command line.
func output(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	var out, err bytes.Buffer
	if status := run(args, streams{strings.NewReader(stdin), &out, &err}); status != 0 {
		t.Fatalf("%q: status %d, %s", args, status, err.String())
	}
	return out.String()
}

func TestFinalNewlineOfStandardInputIsDropped(t *testing.T) {
	for _, formula := range []string{"x^2", "x^2\n", "x^2\r\n"} {
		if got := output(t, formula, "grad", "-", "--wrt", "x"); got != "d/dx = 2*x\n" {
			t.Errorf("%q: %q", formula, got)
		}
	}
}

func TestBatchReadsAnyLineEnd(t *testing.T) {
	const a = `{"id":1,"op":"diff","expr":"x^2","wrt":["x"]}`
	const b = `{"id":2,"op":"diff","expr":"x^3","wrt":["x"]}`
	want := output(t, a+"\n"+b+"\n", "batch")
	if strings.Count(want, "\n") != 2 {
		t.Fatalf("two requests, %q", want)
	}
	for _, requests := range []string{a + "\n" + b, a + "\r\n" + b + "\r\n", a + "\r\n" + b, "\n" + a + "\n\n" + b + "\n \n"} {
		if got := output(t, requests, "batch"); got != want {
			t.Errorf("%q: %q, want %q", requests, got, want)
		}
	}
}

// Requests that take long stand among short ones, so that workers that do not
// wait for each other would be seen.
func TestBatchKeepsTheOrder(t *testing.T) {
	var requests, want strings.Builder
	for i := range 200 {
		order := 1
		if i%7 == 0 {
			order = 12
		}
		fmt.Fprintf(&requests, `{"id":%d,"op":"diff","expr":"exp(x^2)*sin(x)","wrt":["x"],"order":%d}`+"\n", i, order)
		fmt.Fprintf(&want, "%d\n", i)
	}
	var got strings.Builder
	for line := range strings.Lines(output(t, requests.String(), "batch", "--workers", "16")) {
		id, _, _ := strings.Cut(strings.TrimPrefix(line, `{"id":`), ",")
		got.WriteString(id + "\n")
	}
	if got.String() != want.String() {
		t.Errorf("the answers come in the order %s", strings.Fields(got.String()))
	}
}

// Every command takes --help, shows examples, and is completed.
func TestEveryCommandHasExamples(t *testing.T) {
	for _, c := range commands() {
		help := output(t, "", c.name, "--help")
		if !strings.Contains(help, "\nExamples:\n") || !strings.Contains(help, "symgrad "+c.name) {
			t.Errorf("%s --help has no examples:\n%s", c.name, help)
		}
		if !strings.Contains(output(t, "", "completion", "bash"), "\n      "+c.name+") words=") {
			t.Errorf("%s is not completed", c.name)
		}
	}
}

// An example in a help text is a promise.
func TestExamplesInHelpTextsRun(t *testing.T) {
	t.Chdir(t.TempDir()) // where some write a file, and others read it
	if err := os.WriteFile("data.csv", []byte("x,z\n1,0\n2,1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range commands() {
		for line := range strings.Lines(c.example) {
			if out, status, ok := shell(t, line); ok && (status == statusUsage || status == statusLimit || out == "" && !strings.Contains(line, " -o ")) {
				t.Errorf("%s: status %d, %s", strings.TrimSpace(line), status, out)
			}
		}
	}
}
