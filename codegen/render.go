package codegen

import (
	"slices"
	"strings"
)

// A layout says how statements are written.
type layout struct {
	plain   func(s *statement) string   // a variable is set
	open    func(s *statement) []string // a choice begins
	between string
	set     func(name, value string) string // in a branch
	end     string
	zeroed  bool // a variable that is declared is 0
}

// lines writes a block and those inside it, one step deeper each. It has a stack of
// its own.
func (y *layout) lines(root *block, indent string) []string {
	type frame struct {
		b    *block
		at   int
		of   *statement // of which b is a branch
		then bool
	}
	var out []string
	stack := []frame{{b: root}}
	put := func(depth int, texts ...string) {
		for _, t := range texts {
			if t != "" {
				out = append(out, strings.Repeat(indent, depth)+t)
			}
		}
	}
	for len(stack) > 0 {
		f := &stack[len(stack)-1]
		depth := len(stack)
		if f.at < len(f.b.statements) {
			s := &f.b.statements[f.at]
			f.at++
			if s.then == nil {
				put(depth, y.plain(s))
				continue
			}
			put(depth, y.open(s)...)
			stack = append(stack, frame{b: s.then, of: s, then: true})
			continue
		}
		if f.of == nil {
			break
		}
		for i, r := range f.b.results {
			put(depth, y.set(f.of.sets[i].name, r.text))
		}
		if f.then && !(y.zeroed && f.of.otherwise.isZero()) {
			put(depth-1, y.between)
			*f = frame{b: f.of.otherwise, of: f.of}
			continue
		}
		put(depth-1, y.end)
		stack = stack[:len(stack)-1]
	}
	return out
}

// isZero tells whether a branch sets all variables to 0.
func (b *block) isZero() bool {
	return len(b.statements) == 0 && !slices.ContainsFunc(b.results, func(p piece) bool { return p.text != "0" })
}
