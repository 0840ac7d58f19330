package numeric

import (
	"github.com/symgrad/symgrad/symbolic"
)

// The registers of a block should fit into the first level of the cache, 32 KB
// on most processors, beside the inputs that they are computed from. A longer
// block needs less dispatch: at 128 points it costs less than a tenth of the
// operations. Programs with very many registers take shorter blocks, which
// bounds the memory of a machine.
const (
	maxBlock   = 128
	minBlock   = 16
	blockBytes = 1 << 22
)

func blockLength(registers int) int {
	n := blockBytes / 8 / max(registers, 1)
	return min(max(n&^(minBlock-1), minBlock), maxBlock)
}

// A block runs a program at up to blockLen points at once.
type block struct {
	p    *Program
	n    int         // points
	own  [][]float64 // registers in memory of the block, nil for inputs and outputs
	r    [][]float64 // registers: own ones, or parts of the caller's columns
	args [][]float64 // arguments of a kernel
	one  *machine    // for instructions that take one point after the other
	// Outputs that are constants, inputs, or other outputs.
	copies []int
}

func newBlock(p *Program) *block {
	b := &block{p: p, own: make([][]float64, p.registers), r: make([][]float64, p.registers), one: newMachine(p)}
	first := len(p.g.consts) + len(p.g.inputs)
	shared := make([]bool, p.registers)
	for i, r := range p.results {
		if int(r) < first || shared[r] {
			b.copies = append(b.copies, i)
		} else {
			shared[r] = true
		}
	}
	need := 0
	for r := range p.registers {
		if r < len(p.g.consts) || r >= first && !shared[r] {
			need++
		}
	}
	memory := make([]float64, need*p.blockLen)
	for r := range p.registers {
		if r < len(p.g.consts) || r >= first && !shared[r] {
			b.own[r], memory = memory[:p.blockLen:p.blockLen], memory[p.blockLen:]
		}
	}
	for i, c := range p.g.consts {
		fill(b.own[i], c)
	}
	return b
}

func fill(z []float64, x float64) {
	for i := range z {
		z[i] = x
	}
}

// eval computes rows from..to of the columns z from those of x.
func (b *block) eval(z, x [][]float64, from, to int) {
	p := b.p
	b.n = to - from
	for i, o := range b.own {
		if o != nil {
			b.r[i] = o[:b.n]
		}
	}
	first := len(p.g.consts)
	for i, c := range x {
		b.r[first+i] = c[from:to]
	}
	first += len(x)
	for i := len(z) - 1; i >= 0; i-- { // the first one of those that are equal
		if r := p.results[i]; int(r) >= first {
			b.r[r] = z[i][from:to]
		}
	}
	b.run()
	for _, i := range b.copies {
		copy(z[i][from:to], b.r[p.results[i]])
	}
}

// run executes the instructions as machine.run does.
func (b *block) run() {
	p, r := b.p, b.r
	for i := range p.code {
		in := &p.code[i]
		a := p.operands[in.from:in.to]
		z := r[in.dst]
		switch in.op {
		case opSum:
			b.sum(z, a, int(in.aux))
		case opSub:
			subBlock(z, r[a[0]], r[a[1]])
		case opNeg:
			negBlock(z, r[a[0]])
		case opMul:
			b.mul(z, a)
		case opDiv:
			divBlock(z, r[a[0]], r[a[1]])
		case opPower:
			powerBlock(z, r[a[0]], in.aux)
		case opSqrt:
			sqrtBlock(z, r[a[0]])
		case opCall:
			b.call(z, in, a)
		case opSlope:
			b.slope(z, in, a)
		case opIf:
			chooseBlock(z, r[a[0]], r[a[1]], r[a[2]])
		case opRelation:
			relateBlock(z, symbolic.Rel(in.aux), r[a[0]], r[a[1]])
		default:
			b.each(z, in, a)
		}
	}
}

// each executes an instruction one point after the other.
func (b *block) each(z []float64, in *instruction, a []int32) {
	m := b.one
	for i := range z {
		for _, o := range a {
			m.r[o] = b.r[o][i]
		}
		m.rounds = maxRounds
		z[i] = m.rare(in, a)
	}
}

func (b *block) sum(z []float64, a []int32, n int) {
	r := b.r
	switch {
	case n == 0:
		mulBlock(z, r[a[0]], r[a[1]])
		a = a[2:]
	case n == 1 && len(a) >= 3:
		firstPairBlock(z, r[a[0]], r[a[1]], r[a[2]])
		a = a[3:]
	case n == 1:
		copy(z, r[a[0]])
		a = a[1:]
	default:
		addBlock(z, r[a[0]], r[a[1]])
		for _, o := range a[2:n] {
			accumulate(z, r[o])
		}
		a = a[n:]
	}
	for ; len(a) >= 8; a = a[8:] {
		fourPairs(z, r[a[0]], r[a[1]], r[a[2]], r[a[3]], r[a[4]], r[a[5]], r[a[6]], r[a[7]])
	}
	for ; len(a) >= 2; a = a[2:] {
		onePair(z, r[a[0]], r[a[1]])
	}
}

func (b *block) mul(z []float64, a []int32) {
	r := b.r
	mulBlock(z, r[a[0]], r[a[1]])
	for _, o := range a[2:] {
		scale(z, r[o])
	}
}

func (b *block) call(z []float64, in *instruction, a []int32) {
	row := b.p.g.kernels[in.aux].row
	if row.Block != nil {
		b.args = b.args[:0]
		for _, o := range a {
			b.args = append(b.args, b.r[o])
		}
		row.Block(z, b.args)
		return
	}
	f := row.Float
	for i := range z {
		z[i] = f(b.gather(a, i))
	}
}

func (b *block) slope(z []float64, in *instruction, a []int32) {
	k := &b.p.g.kernels[in.aux]
	if k.order == 1 && len(a) == 2 && k.row.SlopeBlock != nil {
		k.row.SlopeBlock(z, b.r[a[0]], b.r[a[1]])
		return
	}
	f := k.partial
	n := len(a) - 1
	for i := range z {
		args := b.gather(a, i)
		z[i] = f(args[:n:n], args[n])
	}
}

// gather returns the values of registers at one point.
func (b *block) gather(a []int32, i int) []float64 {
	m := b.one
	m.buf = m.buf[:0]
	for _, o := range a {
		m.buf = append(m.buf, b.r[o][i])
	}
	return m.buf
}
