package codegen

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/function"
)

// cells are the columns of languages.
func (r *row) cells() map[string]string {
	m := map[string]string{}
	for _, l := range languages() {
		m[l.name] = l.cell(r)
	}
	return m
}

func TestEveryFunctionHasARowInTheSameOrder(t *testing.T) {
	var want, got []string
	for _, r := range function.Default().All() {
		want = append(want, fmt.Sprintf("%s/%d", r.Name, len(r.Params)))
	}
	for _, r := range functions {
		got = append(got, fmt.Sprintf("%s/%d", r.name, r.args))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("the function table (-) and the names of functions (+) differ:\n%s", d)
	}
}

func TestCellsUseTheirArguments(t *testing.T) {
	places := regexp.MustCompile(`#(\d)`)
	for _, r := range functions {
		for lang, cell := range r.cells() {
			if cell == "" || cell == missing {
				continue
			}
			used := map[string]bool{}
			for _, m := range places.FindAllStringSubmatch(cell, -1) {
				used[m[1]] = true
			}
			for i := range r.args {
				delete(used, fmt.Sprint(i+1))
			}
			if len(used) > 0 || !places.MatchString(cell) {
				t.Errorf("%s in %s: %q has other arguments than the %d of the function", r.name, lang, cell, r.args)
			}
		}
	}
}

// A function without a cell has to be written out in terms of others.
func TestFunctionsWithoutACellHaveAForm(t *testing.T) {
	for i, r := range function.Default().All() {
		for lang, cell := range functions[i].cells() {
			if cell == "" && functions[i].form == "" && r.Definition == "" {
				t.Errorf("%s has neither a name in %s nor a form", r.Name, lang)
			}
		}
		if n := len(functions[i].slope); n > len(r.Params) {
			t.Errorf("%s has %d slopes for %d parameters", r.Name, n, len(r.Params))
		}
	}
}

func TestLevelsOfCells(t *testing.T) {
	for cell, want := range map[string]level{
		"f(#1, #2)":          atom,
		"a.b(#1)[1]":         atom,
		"#1 ^ #2":            multiples,
		"1 / (1 + exp(-#1))": multiples,
		"#1 ? #2 : #3":       loose,
		"CASE WHEN #1 END":   loose,
		"#1 + 1":             loose,
	} {
		if got := levelOf(cell); got != want {
			t.Errorf("%q has level %d, want %d", cell, got, want)
		}
	}
}
