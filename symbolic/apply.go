package symbolic

import (
	"fmt"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
)

// A FuncID names a function within a store.
type FuncID uint16

// A funcEntry is a function that occurs in a store: a row of the table, or an
// unspecified function.
type funcEntry struct {
	name     string
	hash     uint32
	row      *function.Row  // nil: unspecified
	values   []SpecialValue // special values at exact constants
	defaults []ID           // of the parameters; noDefault where there is none, or no constant
}

type funcKey struct {
	name string
	row  *function.Row
}

// A SpecialValue is the value of a function at exact arguments.
type SpecialValue struct {
	Args   []ID
	Result ID
}

// SpecialValues returns the values of the function of an Apply that
// constructors know: those at rational multiples of 1 or π.
func (s *Store) SpecialValues(id ID) []SpecialValue {
	return s.entry(uint32(s.rec(id).aux)).values
}

// Func returns the function of a table row.
func (s *Store) Func(row *function.Row) FuncID { return s.function(row.Name, row) }

// Unspecified returns an unspecified function: one about which nothing is
// known but that it is differentiable.
func (s *Store) Unspecified(name string) FuncID { return s.function(name, nil) }

func (s *Store) function(name string, row *function.Row) FuncID {
	key := funcKey{name, row}
	if f, ok := s.byFunc[key]; ok {
		return FuncID(f)
	}
	f := s.functions.alloc(1)
	if f > 1<<16-1 {
		panic(&LimitError{"functions", 1 << 16})
	}
	h := hashString(name)
	if row == nil {
		h = ^h
	}
	*s.functions.at(f) = &funcEntry{name: name, hash: uint32(h ^ h>>32), row: row}
	s.byFunc[key] = uint16(f)
	if row != nil {
		s.entry(f).values = s.specialValues(row)
		s.entry(f).defaults = s.defaults(row)
	}
	return FuncID(f)
}

// specialValues reads the special values whose arguments and result are
// rational multiples of 1 or π. The others are rules, not canonical form.
func (s *Store) specialValues(row *function.Row) []SpecialValue {
	var out []SpecialValue
	for _, v := range row.Values {
		fv := SpecialValue{}
		ok := true
		for _, text := range strings.Split(v.Args, ",") {
			id, known := s.constantText(text)
			fv.Args, ok = append(fv.Args, id), ok && known
		}
		result, known := s.constantText(v.Result)
		if ok && known {
			fv.Result = result
			out = append(out, fv)
		}
	}
	return out
}

// noDefault is no node.
const noDefault = ^ID(0)

func (s *Store) defaults(row *function.Row) []ID {
	z := make([]ID, len(row.Params))
	for i, p := range row.Params {
		if id, ok := s.constantText(p.Default); ok {
			z[i] = id
		} else {
			z[i] = noDefault
		}
	}
	return z
}

// Written returns the arguments of an Apply without those at the end that have
// their default value: so they are written, and so they read back.
func (s *Store) Written(id ID) []ID {
	ops := s.Operands(id)
	f := s.entry(uint32(s.rec(id).aux))
	if f.row == nil || f.row.Variadic {
		return ops
	}
	n := len(ops)
	for n > 1 && ops[n-1] == f.defaults[n-1] {
		n--
	}
	return ops[:n]
}

// constantText reads "-3/4", "pi", "2*pi/3", "-pi/2".
func (s *Store) constantText(text string) (ID, bool) {
	text = strings.TrimSpace(text)
	rest, negative := strings.CutPrefix(text, "-")
	num, den, _ := strings.Cut(rest, "/")
	num, hasPi := strings.CutSuffix(num, "pi")
	if num, _ = strings.CutSuffix(num, "*"); num == "" && hasPi {
		num = "1"
	}
	c, err := rational.Parse(num, 100)
	if err != nil {
		return 0, false
	}
	if den != "" {
		d, err := rational.Parse(den, 100)
		if err != nil || d.IsZero() {
			return 0, false
		}
		c = c.Div(d)
	}
	if negative {
		c = c.Neg()
	}
	if hasPi {
		return s.Scale(s.Pi(), c), true
	}
	return s.Num(c), true
}

// Apply returns a function of the arguments, all of which are given. Exact
// values are computed, arguments of symmetric functions sorted, and signs
// taken out of odd and even functions.
func (s *Store) Apply(f FuncID, args ...ID) ID {
	entry := s.entry(uint32(f))
	row := entry.row
	if row == nil {
		return s.intern(Apply, uint16(f), args)
	}
	if row.Variadic {
		return s.applyVariadic(f, row, args)
	}
	if len(args) != len(row.Params) || row.Expand != "" {
		panic(fmt.Sprintf("symbolic: %s applied to %d arguments", row.Name, len(args)))
	}
	if row.Symmetric {
		args = slices.Clone(args)
		slices.SortFunc(args, s.Compare)
	}
	if z, ok := s.exact(row, args); ok {
		return z
	}
	for _, v := range entry.values {
		if slices.Equal(v.Args, args) {
			return v.Result
		}
	}
	if row.Parity != function.NoParity && s.negative(args[0]) {
		args = slices.Clone(args)
		args[0] = s.Neg(args[0])
		z := s.Apply(f, args...)
		if row.Parity == function.Odd {
			return s.Neg(z)
		}
		return z
	}
	return s.intern(Apply, uint16(f), args)
}

// exact folds a call whose arguments are all numbers.
func (s *Store) exact(row *function.Row, args []ID) (ID, bool) {
	if row.Exact == nil {
		return 0, false
	}
	var buf [4]rational.Rat
	values := buf[:0]
	for _, a := range args {
		if !s.isNumber(a) {
			return 0, false
		}
		values = append(values, s.Number(a))
	}
	z, ok := row.Exact(values)
	if !ok {
		return 0, false
	}
	return s.Num(z), true
}

// negative tells whether a node is written with a minus sign: a negative
// number or a product with a negative coefficient.
func (s *Store) negative(id ID) bool {
	switch s.Kind(id) {
	case Number:
		return s.Number(id).Sign() < 0
	case Product:
		return s.Number(s.Operands(id)[0]).Sign() < 0
	}
	return false
}

// applyVariadic flattens, sorts and merges the arguments of max and min.
func (s *Store) applyVariadic(f FuncID, row *function.Row, args []ID) ID {
	var flat, numbers []ID
	for _, a := range args {
		inner := []ID{a}
		if r := s.rec(a); r.kind == Apply && FuncID(r.aux) == f {
			inner = s.Operands(a)
		}
		for _, x := range inner {
			if s.isNumber(x) {
				numbers = append(numbers, x)
			} else {
				flat = append(flat, x)
			}
		}
	}
	if len(numbers) > 1 {
		if z, ok := s.exact(row, numbers); ok {
			numbers = []ID{z}
		}
	}
	flat = append(flat, numbers...)
	slices.SortFunc(flat, s.Compare)
	flat = slices.Compact(flat)
	if len(flat) == 1 {
		return flat[0]
	}
	return s.intern(Apply, uint16(f), flat)
}

// FuncOf returns the function of an Apply node.
func (s *Store) FuncOf(id ID) FuncID { return FuncID(s.rec(id).aux) }

func (s *Store) entry(f uint32) *funcEntry { return *s.functions.at(f) }

// FuncName and FuncRow describe a function; the row of an unspecified one is
// nil.
func (s *Store) FuncName(f FuncID) string { return s.entry(uint32(f)).name }

// FuncRow returns the table row of a function, nil if it is unspecified.
func (s *Store) FuncRow(f FuncID) *function.Row { return s.entry(uint32(f)).row }
