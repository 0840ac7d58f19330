package numeric

import (
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/symbolic"
)

// An Op says what an Operation computes from its arguments a, b, c, ...
type Op uint8

// The operations of programs.
const (
	Constant  Op = Op(opConst)     // Value
	Input     Op = Op(opInput)     // input N
	Sum       Op = Op(opSum)       // the first N arguments, plus products of pairs of the others
	Sub       Op = Op(opSub)       // a - b
	Neg       Op = Op(opNeg)       // -a
	Mul       Op = Op(opMul)       // the product of all
	Div       Op = Op(opDiv)       // a/b
	Power     Op = Op(opPower)     // a^N, N >= 2
	Sqrt      Op = Op(opSqrt)      // sqrt(a)
	Call      Op = Op(opCall)      // the function Row of the arguments
	Slope     Op = Op(opSlope)     // a derivative of Row at the arguments, of which the last one is its value; see Order
	Max       Op = Op(opMax)       // the largest
	LogSumExp Op = Op(opLogSumExp) // log(Σ exp)
	Relation  Op = Op(opRelation)  // 1 or 0: a Rel b
	And       Op = Op(opAnd)       // conditions in the order of evaluation
	Or        Op = Op(opOr)        // conditions in the order of evaluation
	If        Op = Op(opIf)        // b where the condition a holds, else c
	Defined   Op = Op(opDefined)   // b, and NaN where a is NaN
	Entry     Op = Op(opEntry)     // argument 1+a
	Fold      Op = Op(opFold)      // a loop, about which an Operation says no more
)

// An Operation is one step of a program, for those who write the program in
// another language.
type Operation struct {
	Op    Op
	Args  []int         // by place in the list of operations
	N     int           // of Input, Sum, Power
	Value float64       // of Constant
	Row   *function.Row // of Call, Slope
	// Order of a Slope is 1 for Row.Slope[N] and 2 for Row.Curve[N].
	Order int
	Rel   symbolic.Rel // of Relation
}

// Operations returns the steps of a program, arguments before their uses, and
// the places of its outputs. Inputs come first, all of them; what no output
// needs is left out.
func (p *Program) Operations() (list []Operation, outputs []int) {
	g := p.g
	needed := make([]bool, len(g.nodes))
	for _, v := range g.outputs {
		needed[v] = true
	}
	for v := len(g.nodes) - 1; v >= 0; v-- {
		if needed[v] {
			for _, o := range g.args(value(v)) {
				needed[o] = true
			}
		}
	}
	place := make([]int, len(g.nodes))
	for i, v := range g.inputs {
		place[v] = i
		list = append(list, Operation{Op: Input, N: i})
	}
	for v := range value(len(g.nodes)) {
		n := &g.nodes[v]
		if !needed[v] || n.op == opInput {
			continue
		}
		z := Operation{Op: Op(n.op)}
		switch n.op {
		case opSum, opPower:
			z.N = int(n.aux)
		case opConst:
			z.Value = g.consts[n.aux]
		case opCall, opSlope:
			k := &g.kernels[n.aux]
			z.Row, z.Order, z.N = k.row, k.order, k.at
		case opRelation:
			z.Rel = symbolic.Rel(n.aux)
		}
		for _, o := range g.args(v) {
			z.Args = append(z.Args, place[o])
		}
		place[v] = len(list)
		list = append(list, z)
	}
	for _, v := range g.outputs {
		outputs = append(outputs, place[v])
	}
	return list, outputs
}
