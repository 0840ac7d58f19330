package symbolic

import (
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
)

// An Expr is an expression: a store and a node of it. Exprs are immutable and
// comparable; == is structural equality of expressions of one store.
type Expr struct {
	s  *Store
	id ID
}

// Expr returns the expression of a node.
func (s *Store) Expr(id ID) Expr { return Expr{s, id} }

// Exprs returns the expressions of several nodes.
func (s *Store) Exprs(ids []ID) []Expr {
	out := make([]Expr, len(ids))
	for i, id := range ids {
		out[i] = Expr{s, id}
	}
	return out
}

// Symbol returns the variable of that name.
func (s *Store) Symbol(name string) Expr { return Expr{s, s.Sym(name)} }

// Rational returns an exact number.
func (s *Store) Rational(x rational.Rat) Expr { return Expr{s, s.Num(x)} }

// Call applies a function of the table to arguments of which none is left
// out.
func (s *Store) Call(row *function.Row, args ...Expr) Expr {
	ids := make([]ID, len(args))
	for i, a := range args {
		ids[i] = s.own(a)
	}
	return Expr{s, s.Apply(s.Func(row), ids...)}
}

func (s *Store) own(e Expr) ID {
	if e.s != s {
		panic("symbolic: expressions of two stores do not mix; use Store.Import")
	}
	return e.id
}

// Store and ID return the parts of an expression.
func (e Expr) Store() *Store { return e.s }

// ID returns the node of the expression in its store.
func (e Expr) ID() ID { return e.id }

// Add returns x + y.
func (x Expr) Add(y Expr) Expr { return Expr{x.s, x.s.Add(x.id, x.s.own(y))} }

// Sub returns x - y.
func (x Expr) Sub(y Expr) Expr { return Expr{x.s, x.s.Sub(x.id, x.s.own(y))} }

// Mul returns x·y.
func (x Expr) Mul(y Expr) Expr { return Expr{x.s, x.s.Mul(x.id, x.s.own(y))} }

// Div returns x/y. x/0 is a node without a value.
func (x Expr) Div(y Expr) Expr { return Expr{x.s, x.s.Div(x.id, x.s.own(y))} }

// Pow returns x^y.
func (x Expr) Pow(y Expr) Expr { return Expr{x.s, x.s.Pow(x.id, x.s.own(y))} }

// Neg returns -x.
func (x Expr) Neg() Expr { return Expr{x.s, x.s.Neg(x.id)} }

// Kind returns the kind of the expression's node.
func (e Expr) Kind() Kind { return e.s.Kind(e.id) }

// Number returns the value of a Number.
func (e Expr) Number() rational.Rat { return e.s.Number(e.id) }

// Name returns the name of a Symbol, Constant or applied function.
func (e Expr) Name() string { return e.s.Name(e.id) }

// Function returns the table row of an Apply, nil if it is unspecified.
func (e Expr) Function() *function.Row { return e.s.Function(e.id) }

// Rel returns the relation of a Relation.
func (e Expr) Rel() Rel { return e.s.Rel(e.id) }

// Truth returns the value of a Boolean.
func (e Expr) Truth() bool { return e.id == True }

// Len returns the number of terms of a Sum (its constant aside), of factors
// of a Product (its coefficient aside), or of operands.
func (e Expr) Len() int {
	n := len(e.s.Operands(e.id))
	if k := e.Kind(); k == Sum || k == Product {
		return n / 2
	}
	return n
}

// Operand returns operand i of a node that is neither Sum nor Product.
func (e Expr) Operand(i int) Expr { return Expr{e.s, e.s.Operands(e.id)[i]} }

// Coefficient returns the constant of a Sum or the coefficient of a Product.
func (e Expr) Coefficient() rational.Rat { return e.s.Number(e.s.Operands(e.id)[0]) }

// Term returns term i of a Sum, and its coefficient.
func (e Expr) Term(i int) (Expr, rational.Rat) {
	ops := e.s.Operands(e.id)
	return Expr{e.s, ops[2*i+1]}, e.s.Number(ops[2*i+2])
}

// Factor returns base and exponent of factor i of a Product.
func (e Expr) Factor(i int) (base, exponent Expr) {
	ops := e.s.Operands(e.id)
	return Expr{e.s, ops[2*i+1]}, Expr{e.s, ops[2*i+2]}
}

// FreeSymbols returns the free symbols in the order of the input.
func (e Expr) FreeSymbols() []Expr { return e.s.Exprs(e.s.FreeSymbols(e.id)) }

// Subs replaces free symbols or other nodes, all at once.
func (e Expr) Subs(from, to Expr) Expr {
	return Expr{e.s, e.s.Substitute(e.id, map[ID]ID{e.s.own(from): e.s.own(to)})}
}
