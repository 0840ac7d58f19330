package algebra

import (
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Expand returns a node with all products and integer powers of sums
// multiplied out, in the arguments of functions, branches, exponents and
// bodies of sums as well:
//
//	(x+1)^2/(y·(z+1)) = x^2/(y·z+y) + 2·x/(y·z+y) + 1/(y·z+y)
//
// Each denominator becomes one sum; fractions are neither added nor reduced.
// Functions, roots and powers with symbolic exponents are taken as they are,
// but that the q-th power of a q-th root is what stands below it. The result
// has a value wherever the node has one, and the same one.
//
// Errors: a *poly.LimitError or *symbolic.LimitError. Sizes are estimated
// before anything is built.
func Expand(s *symbolic.Store, id symbolic.ID, b *poly.Budget) (z symbolic.ID, err error) {
	defer symbolic.Catch(&err)
	if b == nil {
		b = new(poly.Budget)
	}
	x := &expander{s: s, budget: b, parts: map[symbolic.ID]symbolic.ID{}, out: map[symbolic.ID]symbolic.ID{}}
	for _, n := range s.Postorder(id) {
		s.CheckStopped()
		if err := x.prepare(n); err != nil {
			return 0, err
		}
	}
	return x.multiplyOut(x.parts[id])
}

// An expander multiplies out. A node is *prepared* where all that is not
// computed in polynomials, such as a function or a denominator, is expanded
// inside.
type expander struct {
	s      *symbolic.Store
	budget *poly.Budget
	parts  map[symbolic.ID]symbolic.ID // node -> prepared
	out    map[symbolic.ID]symbolic.ID // prepared node -> multiplied out
	depth  int                         // denominators within denominators
}

// maxDepth bounds the nesting of fractions whose denominators are multiplied
// with each other; it recurses.
const maxDepth = 100

// prepare finds the prepared form of a node, whose operands have theirs.
func (x *expander) prepare(id symbolic.ID) error {
	s := x.s
	ops := s.Operands(id)
	var z symbolic.ID
	switch k := s.Kind(id); k {
	case symbolic.Number, symbolic.Symbol, symbolic.Constant, symbolic.Boolean:
		z = id
	case symbolic.Sum:
		b := s.NewSum()
		b.AddNumber(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			b.AddScaled(x.parts[ops[i]], s.Number(ops[i+1]))
		}
		z = b.Sum()
	case symbolic.Product:
		b := s.NewProduct()
		b.MulNumber(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			base, exponent, err := x.preparePower(ops[i], ops[i+1])
			if err != nil {
				return err
			}
			b.MulPow(base, exponent)
		}
		z = b.Product()
	case symbolic.Power:
		base, exponent, err := x.preparePower(ops[0], ops[1])
		if err != nil {
			return err
		}
		z = s.Pow(base, exponent)
	default:
		list := slices.Clone(ops)
		for i, o := range list {
			if k == symbolic.Index && i == 0 || k.Binds() && s.Kind(o) == symbolic.Symbol {
				continue
			}
			p, err := x.multiplyOut(x.parts[o])
			if err != nil {
				return err
			}
			list[i] = p
		}
		z = id
		if !slices.Equal(list, ops) {
			z = s.Rebuild(id, list)
		}
	}
	x.parts[id] = z
	return nil
}

// preparePower returns base and exponent of a power, prepared where the power
// is multiplied out, and multiplied out where it is taken as it is.
func (x *expander) preparePower(base, exponent symbolic.ID) (symbolic.ID, symbolic.ID, error) {
	if n, ok := integer(x.s, exponent); ok && n > 0 {
		return x.parts[base], exponent, nil
	}
	b, err := x.multiplyOut(x.parts[base])
	if err != nil {
		return 0, 0, err
	}
	e, err := x.multiplyOut(x.parts[exponent])
	return b, e, err
}

// integer returns the value of an integer that fits in a word.
func integer(s *symbolic.Store, id symbolic.ID) (int64, bool) {
	if s.Kind(id) != symbolic.Number {
		return 0, false
	}
	return s.Number(id).Int64()
}

// multiplyOut returns the sum of the products that a prepared node is.
func (x *expander) multiplyOut(id symbolic.ID) (symbolic.ID, error) {
	if z, ok := x.out[id]; ok {
		return z, nil
	}
	s := x.s
	z := &expansion{x: x, b: s.NewSum()}
	var err error
	switch {
	case s.Kind(id) == symbolic.Sum:
		// Term by term, so that sums of many symbols need no ring of all.
		ops := s.Operands(id)
		z.b.AddNumber(s.Number(ops[0]))
		for i := 1; i < len(ops) && err == nil; i += 2 {
			if x.isTerm(ops[i]) {
				err = z.add(s.Number(ops[i+1]), ops[i])
			} else {
				err = z.product(s.Scale(ops[i], s.Number(ops[i+1])))
			}
		}
	case x.isTerm(id):
		err = z.add(rational.One, id)
	default:
		err = z.product(id)
	}
	if err != nil {
		return 0, err
	}
	x.out[id] = z.written()
	return x.out[id], nil
}

// isTerm tells whether nothing in a node but the arguments of its generators
// can be multiplied out, denominators aside.
func (x *expander) isTerm(id symbolic.ID) bool {
	s := x.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		return false
	case symbolic.Power:
		return !x.multiplies(ops[0], ops[1])
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			if x.multiplies(ops[i], ops[i+1]) {
				return false
			}
		}
	}
	return true
}

// multiplies tells whether a power of a generator or sum is multiplied out:
// (x+y)^n, and (x·y)^(3/2) = x·y·(x·y)^(1/2).
func (x *expander) multiplies(base, exponent symbolic.ID) bool {
	s := x.s
	if s.Kind(exponent) != symbolic.Number || s.Number(exponent).Cmp(rational.One) < 0 {
		return false
	}
	switch s.Kind(base) {
	case symbolic.Sum:
		return true
	case symbolic.Product, symbolic.Power:
		return !s.Number(exponent).IsInt()
	}
	return false
}
