package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/symgrad/symgrad/function"
)

type functionJSON struct {
	Name       string   `json:"name"`
	Aliases    []string `json:"aliases,omitempty"`
	Family     string   `json:"family"`
	Signature  string   `json:"signature"`
	Arity      [2]int   `json:"arity"` // least and most arguments; -1: any number
	Domain     string   `json:"domain,omitempty"`
	Derivative []string `json:"derivative,omitempty"`
	Smooth     string   `json:"smooth,omitempty"`
	Range      string   `json:"range,omitempty"`
	LaTeX      string   `json:"latex"`
	Source     string   `json:"source,omitempty"`
	Meaning    string   `json:"meaning,omitempty"`
}

func newFunctions() *command {
	c := newCommand("functions", "[NAME...]", "list the known functions",
		`functions lists the functions with their arguments, domain, derivative and
LaTeX, from the one table that symgrad itself uses. Names select some of them.`,
		`  symgrad functions
  symgrad functions selu gelu
  symgrad functions --json`)
	asJSON := c.flags.Bool("json", false, "print one JSON value")
	c.run = func(names []string, std streams) error {
		list, err := selectFunctions(names)
		if err != nil {
			return err
		}
		if *asJSON {
			return printJSON(std.out, list)
		}
		w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, "FUNCTION\tDOMAIN\tDERIVATIVE\tLATEX")
		for _, f := range list {
			what := strings.Join(f.Derivative, "; ")
			if f.Meaning != "" {
				what = f.Meaning
			}
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", f.Signature, f.Domain, what, f.LaTeX)
		}
		return w.Flush()
	}
	return c
}

func selectFunctions(names []string) ([]functionJSON, error) {
	var list []functionJSON
	for _, r := range function.Default().All() {
		f := functionJSON{Name: r.Name, Aliases: r.Aliases, Family: r.Family, Signature: r.Signature(), Domain: r.Domain,
			Derivative: r.Deriv, Smooth: r.Smooth, Range: r.Range, LaTeX: r.LaTeX, Source: r.Source, Arity: arity(r)}
		list = append(list, f)
	}
	for _, r := range function.Forms() {
		list = append(list, functionJSON{Name: r.Name, Family: "form", Signature: r.Syntax, LaTeX: r.LaTeX, Meaning: r.Meaning, Arity: [2]int{-1, -1}})
	}
	if len(names) == 0 {
		return list, nil
	}
	var chosen []functionJSON
	for _, name := range names {
		before := len(chosen)
		for _, f := range list {
			if f.Name == name || strings.Contains(" "+strings.Join(f.Aliases, " ")+" ", " "+name+" ") {
				chosen = append(chosen, f)
			}
		}
		if len(chosen) == before {
			message := "there is no function " + name
			if near := function.Default().Nearest(name); near != "" {
				message += "; did you mean " + near + "?"
			}
			return nil, usagef("%s", message)
		}
	}
	return chosen, nil
}

// arity returns the least and the largest number of arguments, -1 for any.
func arity(r *function.Row) [2]int {
	if r.Variadic {
		return [2]int{1, -1}
	}
	least := 0
	for _, p := range r.Params {
		if p.Default == "" {
			least++
		}
	}
	return [2]int{least, len(r.Params)}
}
