package numeric

import (
	"github.com/symgrad/symgrad/symbolic"
)

// maxRounds bounds the rounds of all loops of one evaluation. With a cheap body
// they take a tenth of a second; beyond there is no value.
const maxRounds = 1 << 24

// A loop computes a state round by round, for each value of an index. Its body
// is a program of its own, with the inputs
//
//	state..., captured..., index
//
// and the next state as outputs; an opFold has the operands
//
//	lower, upper, initial state..., captured...
//
// and the number result of the last state as its result.
type loop struct {
	body   *Program
	states int
	result int
}

// loop compiles a sum or product over an index with bounds that are not
// numbers, or too far apart.
func (c *compiler) loop(id symbolic.ID) (value, error) {
	s, ops := c.s, c.s.Operands(id)
	variables := s.FreeSymbols(ops[3])
	body := newCompiler(s, newGraph(0))
	input := func() value {
		v := body.g.make(opInput, int32(len(body.g.inputs)))
		body.g.inputs = append(body.g.inputs, v)
		return v
	}
	state := input()
	operands := []value{c.of(ops[1]), c.of(ops[2]), none}
	capture := func(x symbolic.ID) {
		body.bind(x, input())
		operands = append(operands, c.values[x])
	}
	for _, x := range variables {
		if _, known := c.values[x]; known && x != ops[0] {
			capture(x)
		}
		for _, e := range c.entries[x] {
			capture(e)
		}
	}
	body.bind(ops[0], input())
	z, err := body.compile(ops[3])
	if err != nil {
		return none, err
	}
	if s.Kind(id) == symbolic.SumOver {
		operands[2] = c.g.constant(0)
		z = body.g.add(state, z)
	} else {
		operands[2] = c.g.constant(1)
		z = body.g.mul(state, z)
	}
	body.g.outputs = []value{z}
	return c.g.fold(&loop{body: newProgram(body.g), states: 1}, operands), nil
}

func (g *graph) fold(l *loop, operands []value) value {
	g.loops = append(g.loops, l)
	return g.make(opFold, int32(len(g.loops)-1), operands...)
}
