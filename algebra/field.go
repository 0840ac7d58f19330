package algebra

import (
	"errors"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Errors of a Field beside the *poly.LimitError of its budget.
var (
	// ErrCircular says that the equations refer to each other in a circle.
	ErrCircular = errors.New("algebra: circular equations")
	// ErrZeroDivisor says that a denominator is 0 identically: the expression
	// has no value anywhere.
	ErrZeroDivisor = errors.New("algebra: division by zero")
	// ErrExponent says that an exponent or the order of a root is too large.
	ErrExponent = errors.New("algebra: an exponent or the order of a root is too large")
)

// Options of a Field.
type Options struct {
	// Equations are used from left to right. A left side that is a power of a
	// symbol or function with an integer exponent from 2 is a relation; all
	// others are substitutions.
	Equations map[symbolic.ID]symbolic.ID
	// Holds tells whether a condition certainly holds; nil is never. It decides
	// whether x^(n+1) may be taken for x^n·x, and x^(n+m) for x^n·x^m.
	Holds func(cond symbolic.ID) bool
	// Budget bounds the polynomials; nil is the default of package poly, for
	// the life of the field.
	Budget *poly.Budget
}

// A Field computes normal forms of the nodes below its roots. It is not safe
// for concurrent use.
type Field struct {
	s      *symbolic.Store
	o      Options
	budget *poly.Budget
	ring   *poly.Ring
	gens   []generator

	opaque map[symbolic.ID]int // node -> generator
	bases  map[symbolic.ID]int // base of roots -> generator
	primes map[string]int      // number under a root -> generator
	order  int64               // of all roots of bases

	symbolic []symbolic.ID         // powers with symbolic exponents
	powers   map[symbolic.ID]power // what they are made of

	plan  []symbolic.ID // the nodes to be computed, parts first
	done  int           // so many of them are
	memo  map[symbolic.ID]value
	keys  map[string]int // value of a base -> generator of its root
	polys []known        // the factors that are no generators

	trials int64 // steps of trial divisions so far
}

// A generator is a variable of the ring.
type generator struct {
	node     symbolic.ID // what it stands for; of a root or power its base
	inverse  bool        // of a root: its base is 1/node
	kind     kind
	order    int64       // the power that a relation replaces; 0 for none
	power    value       // what that power is
	exponent symbolic.ID // of an exponential
	den      int64       // of an exponential
}

type kind uint8

const (
	atom        kind = iota // the node itself
	root                    // node^(1/order)
	prime                   // number^(1/order)
	exponential             // node^(exponent/den)
)

// New returns a field for the nodes below the roots, through the equations.
//
// Errors: ErrCircular, ErrExponent.
func New(s *symbolic.Store, o Options, roots ...symbolic.ID) (*Field, error) {
	f := &Field{s: s, o: o, budget: o.Budget, order: 1,
		powers: map[symbolic.ID]power{},
		opaque: map[symbolic.ID]int{}, bases: map[symbolic.ID]int{}, primes: map[string]int{},
		memo: map[symbolic.ID]value{}, keys: map[string]int{}}
	if f.budget == nil {
		f.budget = new(poly.Budget)
	}
	if err := f.collect(roots); err != nil {
		return nil, err
	}
	if err := f.splitPowers(); err != nil {
		return nil, err
	}
	f.ring = poly.NewRing(make([]string, len(f.gens))...)
	for i := range f.gens {
		if g := &f.gens[i]; g.kind == root {
			g.order = f.order
		}
	}
	return f, nil
}

// Equal tells whether two nodes below the roots have the same normal form:
// then they are equal wherever both have a value. The errors are those of the
// package and of the budget.
func (f *Field) Equal(a, b symbolic.ID) (bool, error) {
	x, err := f.value(a)
	if err != nil {
		return false, err
	}
	y, err := f.value(b)
	if err != nil {
		return false, err
	}
	z, err := f.sum([]value{x, y.scale(rational.NegOne)})
	return err == nil && z.isZero(), err
}

// value returns the normal form of a node of the plan.
func (f *Field) value(id symbolic.ID) (value, error) {
	for {
		if v, ok := f.memo[id]; ok {
			return v, nil
		}
		if f.done == len(f.plan) {
			panic("algebra: a node that is not below the roots")
		}
		f.s.CheckStopped()
		n := f.plan[f.done]
		v, err := f.compute(n)
		if err != nil {
			return value{}, err
		}
		f.memo[n] = v
		f.done++
	}
}
