package protocol

import (
	"fmt"
	"strconv"
	"strings"
)

// A Limit bounds what a request may use. Beyond it the answer is an error with
// the code limit that names it.
type Limit struct {
	Name    string
	Default int
	Meaning string
	field   func(*Options) *int
}

// Limits is the one table of limits; see the types of the fields for how the
// defaults were chosen. With them a request stays below 512 MB.
func Limits() []Limit {
	return []Limit{
		{"bytes", 64 << 20, "length of a formula", func(o *Options) *int { return &o.Parse.Bytes }},
		{"nesting", 10_000, "brackets within brackets", func(o *Options) *int { return &o.Parse.Nesting }},
		{"name", 1000, "bytes of a name", func(o *Options) *int { return &o.Parse.Name }},
		{"digits", 1_000_000, "digits of a number as written", func(o *Options) *int { return &o.Parse.Digits }},
		{"nodes", 4_000_000, "distinct nodes of all formulas of a request", func(o *Options) *int { return &o.Store.Nodes }},
		{"operands", 24_000_000, "operands of all nodes together", func(o *Options) *int { return &o.Store.Operands }},
		{"bits", 1 << 24, "bits of an exact number", func(o *Options) *int { return &o.Store.NumberBits }},
		{"output", defaultMaxBytes, "bytes of a written formula", func(o *Options) *int { return &o.MaxBytes }},
	}
}

// SetLimits sets limits from a text such as "nodes=1000000, output=1000".
func (o *Options) SetLimits(text string) error {
	var names []string
	for _, part := range strings.Split(text, ",") {
		name, value, _ := strings.Cut(part, "=")
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 1 {
			return fmt.Errorf("%q is not a limit; write nodes=1000000", strings.TrimSpace(part))
		}
		found := false
		for _, l := range Limits() {
			names = append(names, l.Name)
			if l.Name == strings.TrimSpace(name) {
				*l.field(o), found = n, true
			}
		}
		if !found {
			return fmt.Errorf("there is no limit %q; the limits are %s", strings.TrimSpace(name), strings.Join(names, ", "))
		}
	}
	return nil
}
