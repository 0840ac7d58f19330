package function

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// A formula evaluates one text of the table in float64, straight from the
// characters. Conditions are 1 or 0. It stands in for the parser, which is in
// a higher layer.
type formula struct {
	text  string
	pos   int
	names map[string]float64
	slack float64 // relative slack that relations are given
}

// evaluate panics where the text is not a formula: the tests fail loudly.
func evaluate(text string, names map[string]float64, slack float64) float64 {
	f := &formula{text: text, names: names, slack: slack}
	z := f.list()
	if f.skip(); f.pos != len(text) {
		panic(fmt.Sprintf("%q: unread from %d", text, f.pos))
	}
	return z
}

func holds(text string, names map[string]float64, slack float64) bool {
	return text == "" || evaluate(text, names, slack) != 0
}

func (f *formula) skip() {
	for f.pos < len(f.text) && f.text[f.pos] == ' ' {
		f.pos++
	}
}

func (f *formula) next(token string) bool {
	f.skip()
	if strings.HasPrefix(f.text[f.pos:], token) {
		f.pos += len(token)
		return true
	}
	return false
}

// list reads relations between commas, all of which must hold.
func (f *formula) list() float64 {
	z := f.or()
	for f.next(",") {
		z *= f.or()
	}
	return z
}

func (f *formula) or() float64 {
	z := f.and()
	for f.next("or ") {
		z = max(z, f.and())
	}
	return z
}

func (f *formula) and() float64 {
	z := f.relation()
	for f.next("and ") {
		z *= f.relation()
	}
	return z
}

func (f *formula) relation() float64 {
	x := f.sum()
	for _, op := range []string{"==", "!=", "<=", ">=", "<", ">"} {
		if f.next(op) {
			y := f.sum()
			tol := f.slack * max(math.Abs(x), math.Abs(y))
			var c bool
			switch op {
			case "==":
				c = math.Abs(x-y) <= tol
			case "!=":
				c = x != y || f.slack > 0
			case "<", "<=":
				c = x < y || x <= y+tol && (op == "<=" || f.slack > 0)
			case ">", ">=":
				c = x > y || x >= y-tol && (op == ">=" || f.slack > 0)
			}
			return truth(c).Float64()
		}
	}
	return x
}

func (f *formula) sum() float64 {
	z := f.product()
	for {
		switch {
		case f.next("+"):
			z += f.product()
		case f.next("-"):
			z -= f.product()
		default:
			return z
		}
	}
}

func (f *formula) product() float64 {
	z := f.signed()
	for {
		switch {
		case f.next("*"):
			z *= f.signed()
		case f.next("/"):
			z /= f.signed()
		default:
			return z
		}
	}
}

func (f *formula) signed() float64 {
	if f.next("-") {
		return -f.signed()
	}
	x := f.atom()
	if f.next("^") {
		return pow(x, f.signed())
	}
	return x
}

func (f *formula) atom() float64 {
	if f.next("(") {
		z := f.or()
		f.expect(")")
		return z
	}
	f.skip()
	start := f.pos
	for f.pos < len(f.text) {
		if c := rune(f.text[f.pos]); !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '.' {
			break
		}
		f.pos++
	}
	word := f.text[start:f.pos]
	if x, err := strconv.ParseFloat(word, 64); err == nil {
		return x
	}
	if !f.next("(") {
		if word == "pi" {
			return math.Pi
		}
		x, ok := f.names[word]
		if !ok {
			panic(fmt.Sprintf("%q: unknown name %q", f.text, word))
		}
		return x
	}
	args := []float64{f.or()}
	for f.next(",") {
		args = append(args, f.or())
	}
	f.expect(")")
	if word == "if" {
		if args[0] != 0 {
			return args[1]
		}
		return args[2]
	}
	r, err := Default().Lookup(word, len(args))
	if err != nil {
		panic(err)
	}
	return r.Float(withDefaults(r, args))
}

func (f *formula) expect(token string) {
	if !f.next(token) {
		panic(fmt.Sprintf("%q: no %q at %d", f.text, token, f.pos))
	}
}

// withDefaults appends the defaults of the parameters that args leave out.
func withDefaults(r *Row, args []float64) []float64 {
	for i := len(args); !r.Variadic && i < len(r.Params); i++ {
		args = append(args, evaluate(r.Params[i].Default, nil, 0))
	}
	return args
}

// bind gives the parameters of a row their values.
func bind(r *Row, args []float64) map[string]float64 {
	names := make(map[string]float64)
	for i, p := range r.Params {
		names[p.Name] = args[i]
	}
	return names
}
