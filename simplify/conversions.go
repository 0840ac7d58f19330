package simplify

import (
	"sync"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// conversions are the rules that bring one function to its normal form, those
// that make every term lighter first.
type conversions struct {
	first []*rewrite.Pattern // composites such as sin(asin(u))
	plain []*rewrite.Pattern // f(u, ...) with variables only
}

// converted keeps the conversions that were looked up.
var converted struct {
	sync.Mutex
	by map[*function.Row]*conversions
}

// conversionsOf returns the conversions of a function, and for nil those of
// powers with exponents that are no integers.
func conversionsOf(row *function.Row) *conversions {
	converted.Lock()
	defer converted.Unlock()
	z, ok := converted.by[row]
	if !ok {
		if len(converted.by) >= maxStrategies || converted.by == nil {
			converted.by = map[*function.Row]*conversions{}
		}
		z = newConversions(row)
		converted.by[row] = z
	}
	return z
}

func newConversions(row *function.Row) *conversions {
	head := headPower
	if row != nil {
		head = row.Name
	}
	z := &conversions{}
	for _, use := range []rules.Use{rules.Simplify, rules.Normal} {
		for _, e := range catalog() {
			if e.rule.Use != use || e.head != head || managed[e.rule.Name] {
				continue
			}
			p := e.compiled()
			from := e.rule.Forms().From
			switch {
			case row == nil && from.Kind() == symbolic.Power:
				z.first = append(z.first, p)
			case row == nil || from.Kind() != symbolic.Apply || from.Function() != row:
			case use == rules.Normal && isPlain(from):
				z.plain = append(z.plain, p)
			default:
				z.first = append(z.first, p)
			}
		}
	}
	return z
}

// Heads of the left sides of rules that are no function.
const (
	headSum     = "+"
	headProduct = "*"
	headPower   = "^"
)

// headOf returns the function or operation at the head of the text of a formula.
func headOf(text string) string {
	head, depth := "", 0
	for i := range len(text) {
		switch c := text[i]; {
		case c == '(':
			if depth == 0 && head == "" {
				head = text[:i]
			}
			depth++
		case c == ')':
			depth--
		case depth > 0:
		case c == '+' || c == '-' && i > 0:
			return headSum
		case c == '*' || c == '/' || c == '-':
			head = headProduct
		case c == '^' && head != headProduct:
			head = headPower
		}
	}
	if head == "sqrt" {
		return headPower
	}
	return head
}
