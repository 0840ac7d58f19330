package algebra

import (
	"errors"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/symbolic"
)

// A Form is an expression in another form. It has a value wherever the given
// one has, and the same one, but where a node of NonZero is 0.
type Form struct {
	Node    symbolic.ID
	NonZero []symbolic.ID // denominators that were not in the given one
	Limit   string        // the limit that was reached: a better form may exist
	Order   []Part        // the terms of Node as they should be written; nil for any order
}

// A Part is a term of a sum: a node; or a factor times a sum of parts, which
// is the same as the node.
type Part struct {
	Node   symbolic.ID
	Factor symbolic.ID
	Parts  []Part
}

// maxMatrix bounds generators times nodes of one field: each term of a
// polynomial has room for the exponents of all generators. A sum of a thousand
// symbols is below it.
const maxMatrix = 1 << 22

// defaultBudget lets a form take some seconds.
func defaultBudget() *poly.Budget { return &poly.Budget{Steps: 400_000_000, Terms: 200_000} }

// rewritten computes a form in a field. Where a budget ends, and where the
// expression has no value at all, the form is the expression itself.
func rewritten(s *symbolic.Store, id symbolic.ID, o Options, by func(*Field) (Form, error)) (z Form, err error) {
	defer symbolic.Catch(&err)
	if o.Budget == nil {
		o.Budget = defaultBudget()
	}
	f, err := New(s, o, id)
	if err == nil {
		if len(f.gens)*len(f.plan) > maxMatrix {
			err = &poly.LimitError{Limit: "generators", Max: maxMatrix}
		} else {
			z, err = by(f)
		}
	}
	if err == nil {
		return z, nil
	}
	if limit, ok := limitOf(err); ok {
		return Form{Node: id, Limit: limit}, nil
	}
	if errors.Is(err, ErrZeroDivisor) {
		return Form{Node: id}, nil
	}
	return Form{}, err
}

// Factorize returns a node as a product of irreducible factors over the rational
// numbers, above and below the line, in lowest terms:
//
//	x^2-y^2 = (x-y)·(x+y)   6·x^2+6 = 6·(x^2+1)   exp(x)^2-1 = (exp(x)-1)·(exp(x)+1)
//
// Generators are the variables; integers stay as they are. The cost can be
// exponential in the number of factors modulo a prime; if the budget ends
// before, the factors that were found are given.
func Factorize(s *symbolic.Store, id symbolic.ID, o Options) (Form, error) {
	return rewritten(s, id, o, func(f *Field) (Form, error) {
		q, limit, err := f.factoredQuotient(id, (*quotient).reduce)
		if err != nil {
			return Form{}, err
		}
		return Form{Node: q.node(), Limit: limit}, nil
	})
}

// Together returns a node as one fraction in lowest terms. The numerator is
// multiplied out but for what all its terms have in common; factors of
// denominators stay as they were written.
//
//	1/(x-1) - 1/(x+1) = 2/((x-1)·(x+1))
//
// A node without fractions stays as it is.
func Together(s *symbolic.Store, id symbolic.ID, o Options) (Form, error) {
	if !hasFraction(s, id) {
		return Form{Node: id}, nil
	}
	return rewritten(s, id, o, func(f *Field) (Form, error) {
		q, err := f.quotient(id)
		if err == nil {
			err = q.reduce()
		}
		if err != nil {
			return Form{}, err
		}
		return Form{Node: q.node()}, nil
	})
}

// hasFraction tells whether there is a number that is no integer, or a
// denominator, outside the arguments of generators.
func hasFraction(s *symbolic.Store, id symbolic.ID) bool {
	found := false
	s.PostorderWithin([]symbolic.ID{id}, func(n symbolic.ID) bool {
		ops := s.Operands(n)
		switch s.Kind(n) {
		case symbolic.Sum, symbolic.Product:
			for i := 0; i < len(ops); i += 2 {
				if s.Kind(ops[i]) != symbolic.Number {
					continue
				}
				e := s.Number(ops[i])
				// Roots have exponents that are no integers.
				found = found || !e.IsInt() && (i == 0 || s.Kind(n) == symbolic.Sum) || e.Sign() < 0 && i > 0 && s.Kind(n) == symbolic.Product
			}
			return true
		case symbolic.Power:
			found = found || negative(s, ops[1])
			return s.Kind(ops[1]) == symbolic.Number
		}
		return false
	})
	return found
}
