package numeric

import (
	"sync"
)

// A Program evaluates its outputs from its inputs. It is immutable and safe
// for concurrent use.
type Program struct {
	g *graph

	// Registers are numbered: constants first, then inputs, then results.
	code      []instruction
	operands  []int32 // registers
	registers int
	results   []int32 // registers of the outputs
	blockLen  int     // points of a block

	machines sync.Pool
	blocks   sync.Pool
}

// An instruction computes a register.
type instruction struct {
	op       opcode
	dst      int32
	aux      int32
	from, to int32 // operands
}

// Inputs returns the number of inputs.
func (p *Program) Inputs() int { return len(p.g.inputs) }

// Outputs returns the number of outputs.
func (p *Program) Outputs() int { return len(p.g.outputs) }

// Len returns the number of operations.
func (p *Program) Len() int { return len(p.code) }

// newProgram arranges the operations that the outputs need.
func newProgram(g *graph) *Program {
	p := &Program{g: g}
	l := lowering{p: p, last: make([]int32, len(g.nodes)), register: make([]int32, len(g.nodes))}
	l.use()
	l.place()
	p.blockLen = blockLength(p.registers)
	p.machines.New = func() any { return newMachine(p) }
	p.blocks.New = func() any { return newBlock(p) }
	return p
}

// A lowering gives operations registers. A register is used again after the
// last use of what it held, so that the registers of a block stay in the cache.
type lowering struct {
	p        *Program
	last     []int32 // by value: the last value that uses it, -1 where none does
	register []int32 // by value
	free     []int32
}

const kept = 1 << 30 // the last use of outputs

// use finds the operations that are needed and where they are used last.
func (l *lowering) use() {
	g := l.p.g
	for i := range l.last {
		l.last[i] = -1
	}
	for _, v := range g.outputs {
		l.last[v] = kept
	}
	for v := value(len(g.nodes) - 1); v >= 0; v-- {
		if l.last[v] < 0 {
			continue
		}
		for _, o := range g.args(v) {
			l.last[o] = max(l.last[o], int32(v))
		}
	}
}

func (l *lowering) place() {
	p, g := l.p, l.p.g
	p.registers = len(g.consts) + len(g.inputs)
	for v := range value(len(g.nodes)) {
		n := &g.nodes[v]
		switch {
		case n.op == opConst:
			l.register[v] = n.aux
		case n.op == opInput:
			l.register[v] = int32(len(g.consts)) + n.aux
		case l.last[v] >= 0:
			l.instruct(v, n)
		}
	}
	for _, v := range g.outputs {
		p.results = append(p.results, l.register[v])
	}
}

func (l *lowering) instruct(v value, n *node) {
	p, g := l.p, l.p.g
	in := instruction{op: n.op, aux: n.aux, from: int32(len(p.operands))}
	for _, o := range g.args(v) {
		p.operands = append(p.operands, l.register[o])
	}
	in.to = int32(len(p.operands))
	// The registers of operands are free afterwards only: an instruction that
	// takes several passes over a block may not write on what it reads.
	if n := len(l.free); n > 0 && l.last[v] != kept {
		in.dst, l.free = l.free[n-1], l.free[:n-1]
	} else {
		in.dst = int32(p.registers)
		p.registers++
	}
	l.register[v] = in.dst
	for _, o := range g.args(v) {
		if k := g.nodes[o].op; l.last[o] == int32(v) && k != opConst && k != opInput {
			l.free = append(l.free, l.register[o])
			l.last[o] = -1 // once, where an operand occurs twice
		}
	}
	p.code = append(p.code, in)
}
