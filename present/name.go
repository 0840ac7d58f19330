package present

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A name is what an infix spelling such as hat_y_k, w_sup_i or h_ij means on
// paper. One reading of the spelling serves every format.
type name struct {
	accent *accent
	base   string // letters: one, a Greek name, or a word
	primes int
	subs   []string
	sup    string
}

// parseName reads an infix spelling; false means that the spelling follows no
// pattern and is shown as it is.
func parseName(s string) (name, bool) {
	var n name
	first, rest, more := strings.Cut(s, "_")
	if a := findAccent(first); a != nil && more {
		n.accent = a
		first, rest, more = strings.Cut(rest, "_")
	}
	letters := strings.TrimRight(first, "0123456789")
	if letters == "" || strings.ContainsAny(letters, "0123456789") {
		return n, false
	}
	n.base = letters
	if digits := first[len(letters):]; digits != "" {
		n.subs = append(n.subs, digits)
	}
	for more {
		first, rest, more = strings.Cut(rest, "_")
		switch {
		case first == "":
			return n, false
		case first == "prime":
			n.primes++
		case first == "sup" && more && n.sup == "":
			n.sup, rest, more = strings.Cut(rest, "_")
			if n.sup == "" {
				return n, false
			}
		default:
			n.subs = append(n.subs, first)
		}
	}
	return n, true
}

// latexName spells a name for LaTeX.
func latexName(s string) string {
	n, ok := parseName(s)
	if !ok {
		return `\mathit{` + latexLetters(s) + `}`
	}
	var b strings.Builder
	base := latexBase(n.base)
	if n.accent != nil {
		b.WriteString(n.accent.latex + "{" + base + "}")
	} else {
		b.WriteString(base)
	}
	b.WriteString(strings.Repeat("'", n.primes))
	if len(n.subs) > 0 {
		b.WriteString("_{")
		for i, sub := range n.subs {
			if i > 0 {
				b.WriteString(",")
			}
			b.WriteString(latexScript(sub))
		}
		b.WriteString("}")
	}
	if n.sup != "" {
		b.WriteString("^{(" + latexScript(n.sup) + ")}")
	}
	return b.String()
}

// latexBase spells the letters of a name. The letter e alone is Euler's
// number to a reader of LaTeX, and is set apart.
func latexBase(s string) string {
	if g := findGreek(s); g != nil {
		return g.latex
	}
	if isSingle(s) && s != "e" {
		return latexLetters(s)
	}
	return `\mathit{` + latexLetters(s) + `}`
}

// latexScript spells a subscript: short ones as letters, words upright.
func latexScript(s string) string {
	switch {
	case findGreek(s) != nil:
		return findGreek(s).latex
	case isWord(s):
		return `\text{` + s + `}`
	}
	return latexLetters(s)
}

// isWord reports whether a subscript is a word and not a few index letters.
func isWord(s string) bool {
	if len(s) < 3 {
		return false
	}
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

func latexLetters(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '_':
			b.WriteString(`\_`)
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		default:
			g := greekByLetter[string(r)]
			if g == nil {
				b.WriteRune(r)
				continue
			}
			b.WriteString(g.latex)
			if next := i + utf8.RuneLen(r); next < len(s) && unicode.IsLetter(rune(s[next])) && g.latex[0] == '\\' {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// unicodeName spells a name in one line of Unicode text.
func unicodeName(s string) string {
	n, ok := parseName(s)
	if !ok {
		return s
	}
	var b strings.Builder
	base := unicodeLetters(n.base)
	b.WriteString(base)
	if n.accent != nil {
		if !isSingle(base) {
			return s
		}
		b.WriteString(n.accent.combining)
	}
	b.WriteString(strings.Repeat("′", n.primes))
	for i, sub := range n.subs {
		low, ok := translate(unicodeLetters(sub), subscripts)
		if !ok || i > 0 {
			low = "_" + unicodeLetters(sub)
		}
		b.WriteString(low)
	}
	if n.sup != "" {
		high, ok := translate("("+n.sup+")", superscripts)
		if !ok {
			high = "^(" + unicodeLetters(n.sup) + ")"
		}
		b.WriteString(high)
	}
	return b.String()
}

func unicodeLetters(s string) string {
	if g := findGreek(s); g != nil {
		return g.letter
	}
	return s
}

// mathMLName spells a name as presentation MathML.
func mathMLName(s string) string {
	n, ok := parseName(s)
	if !ok {
		return "<mi>" + s + "</mi>"
	}
	base := mathMLLetters(n.base)
	if n.accent != nil {
		// Browsers set an accent="true" of most fonts into the letter.
		base = "<mover>" + base + `<mo stretchy="false">` + n.accent.over + "</mo></mover>"
	}
	var low, high string
	for i, sub := range n.subs {
		if i > 0 {
			low += `<mo separator="true">,</mo>`
		}
		low += mathMLScript(sub)
	}
	if n.primes > 0 {
		high = "<mo>" + strings.Repeat("′", n.primes) + "</mo>"
	}
	if n.sup != "" {
		high += `<mo stretchy="false">(</mo>` + mathMLScript(n.sup) + `<mo stretchy="false">)</mo>`
	}
	switch {
	case low != "" && high != "":
		return "<msubsup>" + base + "<mrow>" + low + "</mrow><mrow>" + high + "</mrow></msubsup>"
	case low != "":
		return "<msub>" + base + "<mrow>" + low + "</mrow></msub>"
	case high != "":
		return "<msup>" + base + "<mrow>" + high + "</mrow></msup>"
	}
	return base
}

func mathMLScript(s string) string {
	if isDigits(s) {
		return "<mn>" + s + "</mn>"
	}
	if findGreek(s) != nil || isSingle(s) {
		return mathMLLetters(s)
	}
	if isWord(s) {
		return "<mtext>" + s + "</mtext>"
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteString("<mi>" + string(r) + "</mi>")
	}
	return b.String()
}

// mathMLLetters spells the letters of a name. Greek capitals are upright, as
// in LaTeX.
func mathMLLetters(s string) string {
	letters := unicodeLetters(s)
	if g := findGreek(letters); g != nil && "A" <= g.name && g.name <= "Z~" {
		return `<mi mathvariant="normal">` + letters + "</mi>"
	}
	return "<mi>" + letters + "</mi>"
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// spelling returns the spelling of a Name, worked out once for each format.
func (t *Tree) spelling(n *node, f Format) string {
	for len(t.spelled[f]) < len(t.texts) {
		t.spelled[f] = append(t.spelled[f], make([]string, len(t.texts)-len(t.spelled[f]))...)
	}
	p := &t.spelled[f][n.text]
	if *p == "" {
		switch s := t.texts[n.text]; f {
		case AsUnicode:
			*p = unicodeName(s)
		case AsLaTeX:
			*p = latexName(s)
		case AsMathML:
			*p = mathMLName(s)
		default:
			*p = s
		}
	}
	return *p
}

// callable holds the spellings that people read as a function when a bracket
// follows: a product needs its dot there.
func callable(s string) bool {
	switch s {
	case "f", "g", "h", "sigma", "σ", "Gamma", "Γ", "psi", "ψ", "delta", "δ", "zeta", "ζ":
		return true
	}
	return false
}

func isSingle(s string) bool { return utf8.RuneCountInString(s) == 1 }

// nameTraits says what the writers ask of a name.
func nameTraits(s string) traits {
	n, ok := parseName(s)
	if !ok {
		return word
	}
	var z traits
	if n.primes > 0 || n.sup != "" {
		z |= raised
	}
	if len(n.subs) > 0 {
		z |= lowered
	}
	if !isSingle(n.base) && findGreek(n.base) == nil {
		z |= word
	}
	return z
}
