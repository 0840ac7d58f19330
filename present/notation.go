package present

import (
	"strings"

	"github.com/symgrad/symgrad/function"
)

// A shape is the way in which a function call is laid out.
type shape uint8

const (
	plain    shape = iota // operator(arguments)
	fence                 // |u|
	postfix               // n!
	root                  // radical sign
	powerOfE              // e^u
	binomial              // n over k
	lowBase               // log with its second argument, or a fixed number, as subscript
	symbol                // name with all arguments as subscripts: δ_ij
	template              // the row's own LaTeX with #1, #2
)

// A notation is the spelling of one function in the formats. Infix text needs
// none: there every call is name(arguments).
type notation struct {
	shape    shape
	operator string    // LaTeX
	letter   string    // Unicode and MathML
	open     [2]string // fences: LaTeX, Unicode
	closing  [2]string
	degree   string // root: degree; lowBase: the base
	parts    []string
	slots    []uint32 // template: argument after parts[i]
}

// layouts are the functions that are not written as operator(arguments).
var layouts = map[string]notation{
	"abs":       {shape: fence, open: [2]string{`\lvert`, "|"}, closing: [2]string{`\rvert`, "|"}},
	"floor":     {shape: fence, open: [2]string{`\lfloor`, "⌊"}, closing: [2]string{`\rfloor`, "⌋"}},
	"ceil":      {shape: fence, open: [2]string{`\lceil`, "⌈"}, closing: [2]string{`\rceil`, "⌉"}},
	"factorial": {shape: postfix, operator: "!", letter: "!"},
	"sqrt":      {shape: root},
	"cbrt":      {shape: root, degree: "3"},
	"exp":       {shape: powerOfE, operator: `\exp`, letter: "exp"},
	"binomial":  {shape: binomial, operator: `\binom`, letter: "binomial"},
	"log":       {shape: lowBase, operator: `\log`, letter: "log"},
	"log2":      {shape: lowBase, operator: `\log`, letter: "log", degree: "2"},
	"log10":     {shape: lowBase, operator: `\log`, letter: "log", degree: "10"},
	"delta":     {shape: symbol, operator: `\delta`, letter: "δ"},
	"sigmoid":   {shape: plain, operator: `\sigma`, letter: "σ"},
	"gamma":     {shape: plain, operator: `\Gamma`, letter: "Γ"},
	"digamma":   {shape: plain, operator: `\psi`, letter: "ψ"},
}

// superscripted holds the operators whose integer powers are written between
// name and argument: sin²(x).
var superscripted = map[string]bool{
	`\sin`: true, `\cos`: true, `\tan`: true, `\sec`: true, `\csc`: true, `\cot`: true,
	`\sinh`: true, `\cosh`: true, `\tanh`: true, `\coth`: true, `\log`: true,
}

// Function declares how calls of a known function are written. Calls of
// functions that are not declared are written by their names.
func (t *Tree) Function(row *function.Row) {
	if row == nil {
		return
	}
	i := t.intern(row.Name)
	if t.calls[i] == nil {
		t.setNotation(i, newNotation(row.Name, row.LaTeX))
	}
}

func (t *Tree) setNotation(i uint32, n *notation) {
	if t.calls == nil {
		t.calls = make(map[uint32]*notation)
	}
	t.calls[i] = n
}

// notation returns the notation of a Call.
func (t *Tree) notation(n *node) *notation {
	z := t.calls[n.text]
	if z == nil {
		z = newNotation(t.textOf(n), "")
		t.setNotation(n.text, z)
	}
	return z
}

// newNotation combines the layout of a function, if it has one, with the
// LaTeX column of its row.
func newNotation(name, latex string) *notation {
	if z, ok := layouts[name]; ok {
		return &z
	}
	if strings.Contains(latex, "#") {
		return newTemplate(name, latex)
	}
	z := &notation{operator: latex, letter: name}
	switch {
	case latex == "" && (isSingle(name) || findGreek(name) != nil || strings.Contains(name, "_")):
		z.operator, z.letter = latexName(name), unicodeName(name)
	case latex == "":
		z.operator = `\operatorname{` + latexLetters(name) + `}`
	default:
		if word, ok := latexWord(latex); ok {
			z.letter = unicodeLetters(word)
		}
	}
	return z
}

// latexWord returns the word of an operator such as \sin or
// \operatorname{relu}.
func latexWord(latex string) (string, bool) {
	word, wrapped := strings.CutPrefix(latex, `\operatorname{`)
	if wrapped {
		word = strings.ReplaceAll(strings.TrimSuffix(word, "}"), `\_`, "_")
	} else {
		word = strings.TrimPrefix(word, `\`)
	}
	return word, !strings.ContainsAny(word, `\{}^_ `) || wrapped && !strings.ContainsAny(word, `\{}`)
}

func newTemplate(name, latex string) *notation {
	z := &notation{shape: template, letter: name}
	for {
		i := strings.IndexByte(latex, '#')
		if i < 0 || i+1 >= len(latex) || latex[i+1] < '1' || latex[i+1] > '9' {
			z.parts = append(z.parts, latex)
			return z
		}
		z.parts = append(z.parts, latex[:i])
		z.slots = append(z.slots, uint32(latex[i+1]-'1'))
		latex = latex[i+2:]
	}
}

// fits reports whether a template has a place for every argument.
func (z *notation) fits(args uint32) bool {
	for i := range args {
		found := false
		for _, s := range z.slots {
			found = found || s == i
		}
		if !found {
			return false
		}
	}
	for _, s := range z.slots {
		if s >= args {
			return false
		}
	}
	return true
}
