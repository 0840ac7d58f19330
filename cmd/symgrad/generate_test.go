package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The files of internal/neuron are what go generate writes.
func TestGeneratedFilesAreUpToDate(t *testing.T) {
	folder, err := filepath.Abs(filepath.Join("..", "..", "internal", "neuron"))
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(filepath.Join(folder, "doc.go"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^//go:generate go run github.com/symgrad/symgrad/cmd/(symgrad .*)$`).FindSubmatch(source)
	if m == nil {
		t.Fatal("doc.go has no line for go generate")
	}
	t.Chdir(t.TempDir())
	t.Setenv("GOPACKAGE", "neuron")
	if out, status, ok := shell(t, string(m[1])); !ok || status != 0 {
		t.Fatalf("status %d: %s", status, out)
	}
	for _, name := range []string{"loss.go", "loss_test.go"} {
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(got), string(want)); d != "" {
			t.Errorf("%s is not up to date; run go generate ./internal/neuron (-is, +should be):\n%s", name, d)
		}
	}
}
