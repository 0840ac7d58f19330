package numeric

import (
	"maps"
	"math"
	"slices"

	"github.com/symgrad/symgrad/function"
)

// An opcode says what an operation does with its operands.
type opcode uint8

const (
	opConst     opcode = iota // constant aux
	opInput                   // input aux
	opSum                     // the first aux operands, plus products of pairs of the others
	opSub                     // x - y
	opNeg                     // -x
	opMul                     // the product of all
	opDiv                     // x/y; NaN where y = 0
	opPower                   // x^aux, aux >= 2
	opSqrt                    // sqrt(x)
	opCall                    // kernel aux of the operands
	opSlope                   // partial derivative aux at the operands; the last one is the value
	opMax                     // the largest operand, for scaling: it counts as constant in derivatives
	opLogSumExp               // log(Σ exp(x))
	opRelation                // 1 or 0: relation aux of x and y
	opAnd                     // conditions in the order of evaluation
	opOr                      // conditions in the order of evaluation
	opIf                      // y where condition x holds, else z
	opDefined                 // y, and NaN where x is NaN
	opEntry                   // operand 1+x, NaN beyond the operands
	opFold                    // the state after the rounds of loop aux
)

// A value is an operation of a graph, and its result.
type value int32

const none value = -1

// A node is one operation.
type node struct {
	op       opcode
	aux      int32
	from, to int32 // operands
}

// A graph holds operations, operands before their uses. Equal operations are
// one value.
type graph struct {
	nodes    []node
	operands []value
	consts   []float64
	kernels  []kernel
	loops    []*loop
	inputs   []value
	outputs  []value

	index   map[uint64]value // by hash, the operation added last
	next    []value          // the one before with the same hash
	kernelN map[kernelKey]int32
	constN  map[uint64]int32
}

// nanBits stands for every NaN.
const nanBits = 0x7FF8000000000001

// A kernel is a function of the table or one of its derivatives.
type kernel struct {
	row     *function.Row
	partial function.Partial // nil: the function itself
	order   int              // of the derivative
	at      int              // which one: index in Slope or Curve
}

type kernelKey struct {
	row       *function.Row
	order, at int
}

func newGraph(inputs int) *graph {
	g := &graph{index: map[uint64]value{}, kernelN: map[kernelKey]int32{}, constN: map[uint64]int32{}}
	for i := range inputs {
		g.inputs = append(g.inputs, g.make(opInput, int32(i)))
	}
	return g
}

// clone returns a copy to which operations can be added.
func (g *graph) clone() *graph {
	return &graph{
		nodes: slices.Clone(g.nodes), operands: slices.Clone(g.operands), consts: slices.Clone(g.consts),
		kernels: slices.Clone(g.kernels), loops: slices.Clone(g.loops), inputs: slices.Clone(g.inputs), outputs: slices.Clone(g.outputs),
		index: maps.Clone(g.index), next: slices.Clone(g.next), kernelN: maps.Clone(g.kernelN), constN: maps.Clone(g.constN),
	}
}

func (g *graph) args(v value) []value {
	n := &g.nodes[v]
	return g.operands[n.from:n.to:n.to]
}

// make returns the operation with these operands.
func (g *graph) make(op opcode, aux int32, operands ...value) value {
	hash := uint64(op)<<32 ^ uint64(uint32(aux))
	for _, o := range operands {
		hash = (hash ^ uint64(uint32(o))) * 0x9E3779B97F4A7C15
		hash ^= hash >> 29
	}
	last, found := g.index[hash]
	if !found {
		last = none
	}
	for v := last; v != none; v = g.next[v] {
		if n := &g.nodes[v]; n.op == op && n.aux == aux && slices.Equal(g.args(v), operands) {
			return v
		}
	}
	v := value(len(g.nodes))
	from := int32(len(g.operands))
	g.operands = append(g.operands, operands...)
	g.nodes = append(g.nodes, node{op, aux, from, int32(len(g.operands))})
	g.next = append(g.next, last)
	g.index[hash] = v
	return v
}

// constant returns a constant. NaN is one value, and so is 0.
func (g *graph) constant(x float64) value {
	x += 0
	bits := math.Float64bits(x)
	if x != x {
		bits = nanBits
	}
	i, ok := g.constN[bits]
	if !ok {
		i = int32(len(g.consts))
		g.consts = append(g.consts, x)
		g.constN[bits] = i
	}
	return g.make(opConst, i)
}

// isConst tells whether v is the constant x.
func (g *graph) isConst(v value, x float64) bool {
	return g.nodes[v].op == opConst && g.consts[g.nodes[v].aux] == x
}

// kernel returns the index of a function of the table or one of its
// derivatives.
func (g *graph) kernel(k kernel) int32 {
	key := kernelKey{k.row, k.order, k.at}
	i, ok := g.kernelN[key]
	if !ok {
		i = int32(len(g.kernels))
		g.kernels = append(g.kernels, k)
		g.kernelN[key] = i
	}
	return i
}
