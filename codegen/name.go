package codegen

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/symgrad/symgrad/symbolic"
)

// names gives out the names of one function.
type names struct {
	l     *language
	taken map[string]bool
	parts int
}

func newNames(l *language, taken ...string) *names {
	n := &names{l: l, taken: map[string]bool{}}
	for _, t := range taken {
		n.taken[n.key(t)] = true
	}
	return n
}

// key is what a name is compared by.
func (n *names) key(name string) string {
	if n.l.any {
		return strings.ToLower(name)
	}
	return name
}

// pick returns a name like the one that is wanted, that is free.
func (n *names) pick(wanted string) string {
	name := identifier(wanted)
	for !n.free(name) {
		name += "_"
	}
	n.taken[n.key(name)] = true
	return name
}

func (n *names) free(name string) bool { return !n.taken[n.key(name)] && !n.l.isReserved(name) }

// part returns a name for a part of a formula.
func (n *names) part() string {
	for {
		n.parts++
		if name := "t" + strconv.Itoa(n.parts); n.free(name) {
			n.taken[n.key(name)] = true
			return name
		}
	}
}

// isReserved tells whether a word means something in the language.
func (l *language) isReserved(name string) bool {
	if l.any {
		name = strings.ToLower(name)
	}
	for word := range strings.FieldsSeq(l.reserved) {
		if word == name {
			return true
		}
	}
	return false
}

// greek has the names of letters.
var greek = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{'ϵ': "epsilon", 'ϑ': "theta", 'ϕ': "phi", 'ϖ': "pi", 'ϱ': "rho", 'ς': "sigma", 'ϰ': "kappa"}
	words := strings.Fields("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega")
	for i, w := range words {
		m['α'+rune(i)] = w
		m['Α'+rune(i)] = strings.ToUpper(w[:1]) + w[1:]
	}
	return m
})

// identifier makes a name of ASCII letters, digits and _ that does not begin with
// a digit or _ from any text.
func identifier(text string) string {
	var b strings.Builder
	for _, c := range text {
		switch {
		case c < unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsDigit(c)), c == '_':
			b.WriteRune(c)
		case greek()[c] != "":
			b.WriteString(greek()[c])
		default:
			b.WriteByte('_')
		}
	}
	name := b.String()
	if name == "" || name[0] == '_' || name[0] >= '0' && name[0] <= '9' {
		name = "x" + name
	}
	return name
}

// isIdentifier tells whether a text is a name as this package makes them.
func isIdentifier(text string) bool { return text != "" && identifier(text) == text }

// variableText is the spelling of a variable in a formula, and in code: W[1][2] is
// W_1_2.
func variableText(e symbolic.Expr) (text, code string) {
	if e.Kind() != symbolic.Index {
		return e.Name(), e.Name()
	}
	text = e.Operand(0).Name()
	code = text
	for i := 1; i < e.Len(); i++ {
		o := e.Operand(i)
		s := "i"
		switch o.Kind() {
		case symbolic.Number:
			s = o.Number().String()
		case symbolic.Symbol:
			s = o.Name()
		}
		text += "[" + s + "]"
		code += "_" + s
	}
	return text, code
}
