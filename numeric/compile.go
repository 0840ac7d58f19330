package numeric

import (
	"slices"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Compile returns the program whose inputs are the variables, each a symbol or
// an entry of an array such as W[1][2], and whose outputs are the expressions,
// real ones or conditions, all of one store.
//
//   - Sums and products over an index with numeric bounds are written out, up
//     to 1000 terms each and 2^18 nodes in all. Longer ones and those up to a
//     variable are loops; more than 2^24 rounds in one evaluation give NaN.
//   - The domain is that of the expression as it stands: the condition x != 0
//     of x/x is lost when it is read, and may be compiled as another output.
//
// Compile makes nodes in the store, so nobody else may use it meanwhile; the
// program does not refer to it.
//
// Errors: *[UnboundError] for a variable that is no input, *[UnsupportedError]
// for functions and derivatives about which nothing is known, and for a list
// of variables with something else or the same variable twice in it;
// *[symbolic.LimitError] where the store is full. The cost is linear in the
// distinct nodes.
func Compile(vars []symbolic.Expr, exprs ...symbolic.Expr) (p *Program, err error) {
	defer symbolic.Catch(&err)
	if len(exprs) == 0 {
		return nil, unsupported("there is no expression to compile")
	}
	c := newCompiler(exprs[0].Store(), newGraph(len(vars)))
	for i, v := range vars {
		if k := v.Kind(); k != symbolic.Symbol && k != symbolic.Index {
			return nil, unsupported("a variable is a name or an entry such as a[1], and not a %s", k)
		}
		if _, twice := c.values[v.ID()]; twice {
			return nil, unsupported("the variable %s is given twice", c.name(v.ID()))
		}
		c.bind(v.ID(), c.g.inputs[i])
	}
	for _, e := range exprs {
		out, err := c.compile(e.ID())
		if err != nil {
			return nil, err
		}
		c.g.outputs = append(c.g.outputs, out)
	}
	return newProgram(c.g), nil
}

// A compiler makes the operations of nodes.
type compiler struct {
	s       *symbolic.Store
	g       *graph
	values  map[symbolic.ID]value
	entries map[symbolic.ID][]symbolic.ID // inputs by array

	constants map[symbolic.ID]bool  // nodes without variables, and others
	folded    map[symbolic.ID]value // constants that were computed
	bodies    map[symbolic.ID][]symbolic.ID
	left      int64 // nodes that may still be written out
	scaled    map[symbolic.ID]*scaledSum
}

func newCompiler(s *symbolic.Store, g *graph) *compiler {
	return &compiler{
		s: s, g: g, left: maxNodes,
		values: map[symbolic.ID]value{}, entries: map[symbolic.ID][]symbolic.ID{},
		constants: map[symbolic.ID]bool{}, folded: map[symbolic.ID]value{},
		bodies: map[symbolic.ID][]symbolic.ID{}, scaled: map[symbolic.ID]*scaledSum{},
	}
}

// bind makes a variable known.
func (c *compiler) bind(id symbolic.ID, v value) {
	c.values[id] = v
	if c.s.Kind(id) == symbolic.Index {
		array := c.s.Operands(id)[0]
		c.entries[array] = append(c.entries[array], id)
	}
}

// name returns the text of a variable.
func (c *compiler) name(id symbolic.ID) string {
	if c.s.Kind(id) != symbolic.Index {
		return c.s.Name(id)
	}
	ops := c.s.Operands(id)
	text := c.s.Name(ops[0])
	for _, o := range ops[1:] {
		text += "["
		if c.s.Kind(o) == symbolic.Number {
			text += c.s.Number(o).String()
		} else {
			text += c.s.Name(o)
		}
		text += "]"
	}
	return text
}

// compile returns the value of a node. It walks with a stack of its own: a node
// stays on the stack until its operands are compiled.
func (c *compiler) compile(root symbolic.ID) (value, error) {
	stack := []symbolic.ID{root}
	var operands []symbolic.ID
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		if c.has(id) {
			stack = stack[:len(stack)-1]
			continue
		}
		operands = c.needs(operands[:0], id)
		size := len(stack)
		for _, o := range slices.Backward(operands) {
			if !c.has(o) {
				stack = append(stack, o)
			}
		}
		if len(stack) == size {
			v, err := c.emit(id)
			if err != nil {
				return none, err
			}
			c.values[id] = v
			stack = stack[:size-1]
		}
	}
	return c.of(root), nil
}

// has tells whether the value of a node is known.
func (c *compiler) has(id symbolic.ID) bool {
	_, ok := c.values[id]
	return ok || c.isConstant(id)
}

// of returns the value of a node that has one.
func (c *compiler) of(id symbolic.ID) value {
	if v, ok := c.values[id]; ok {
		return v
	}
	return c.constant(id)
}

func (c *compiler) all(ids []symbolic.ID) []value {
	list := make([]value, len(ids))
	for i, id := range ids {
		list[i] = c.of(id)
	}
	return list
}

// needs appends the nodes that are computed before id.
func (c *compiler) needs(list []symbolic.ID, id symbolic.ID) []symbolic.ID {
	ops := c.s.Operands(id)
	switch c.s.Kind(id) {
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			list = append(list, ops[i])
		}
	case symbolic.Product:
		for i := 1; i < len(ops); i++ {
			list = append(list, ops[i])
		}
	case symbolic.Index:
		if !c.literal(ops[1:]) {
			list = append(list, ops[1:]...)
		}
	case symbolic.SumOver, symbolic.ProductOver:
		if bodies, ok := c.writtenOut(id); ok {
			return append(list, bodies...)
		}
		list = append(list, ops[1:3]...)
	case symbolic.Derivative:
	default:
		list = append(list, ops...)
	}
	return list
}

// emit makes the operation of a node whose operands are compiled.
func (c *compiler) emit(id symbolic.ID) (value, error) {
	s, g, ops := c.s, c.g, c.s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Symbol:
		return none, &UnboundError{c.name(id)}
	case symbolic.Boolean:
		return g.constant(map[bool]float64{true: 1}[id == symbolic.True]), nil
	case symbolic.Sum:
		return c.sum(id), nil
	case symbolic.Product, symbolic.Power:
		return c.product(c.factors(id, rational.One)), nil
	case symbolic.Apply:
		row := s.Function(id)
		if row == nil {
			return none, unsupported("the function %s has no definition", s.Name(id))
		}
		return c.apply(row, ops), nil
	case symbolic.If:
		return g.choose(c.of(ops[0]), c.of(ops[1]), c.of(ops[2])), nil
	case symbolic.Relation:
		return c.relation(s.Rel(id), ops[0], ops[1]), nil
	case symbolic.And:
		return g.and(c.all(ops)...), nil
	case symbolic.Or:
		return g.or(c.all(ops)...), nil
	case symbolic.Index:
		return c.entry(id)
	case symbolic.SumOver, symbolic.ProductOver:
		return c.over(id)
	}
	return none, unsupported("a derivative that is not carried out has no program")
}

// apply calls a function, or a stable form of the call.
func (c *compiler) apply(row *function.Row, ops []symbolic.ID) value {
	if z, ok := c.stableCall(row, ops); ok {
		return z
	}
	return c.g.call(row, c.all(ops)...)
}

// relation compares two values; constants are compared exactly.
func (c *compiler) relation(r symbolic.Rel, x, y symbolic.ID) value {
	if c.isConstant(x) && c.isConstant(y) {
		sign, ok := c.compare(x, y)
		if !ok {
			return c.g.constant(nan)
		}
		holds := [...]bool{symbolic.Equal: sign == 0, symbolic.NotEqual: sign != 0, symbolic.Less: sign < 0, symbolic.LessEqual: sign <= 0}[r]
		return c.g.constant(map[bool]float64{true: 1}[holds])
	}
	return c.g.relation(r, c.of(x), c.of(y))
}
