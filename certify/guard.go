package certify

import "slices"

// A guard stands for a part of the roots that need not be reached: a branch of
// an if, an operand of and/or after the first. It is open if it may be reached
// on the box; instructions behind a closed guard are skipped. Guard 0 is
// always open.
type guard struct {
	parent int32
	depth  int32
	// The condition must have one of the outcomes.
	condition int32
	outcomes  outcomes
}

// A guarding finds the guard of each instruction: the innermost one behind
// which all its uses are.
type guarding struct {
	p      *Program
	of     []int32            // by register
	used   []bool             // by register
	guards map[[2]int32]int32 // by register of the if, and, or and position
}

// guard assigns guards to the code, in which each instruction comes after its
// operands and the instructions of a branch after those of its condition, and
// writes an opGuard before the first instruction behind each.
func (p *Program) guard() {
	p.guards = []guard{{}}
	g := guarding{p: p, of: make([]int32, p.registers), used: make([]bool, p.registers), guards: map[[2]int32]int32{}}
	for _, r := range p.results {
		g.use(r, 0)
	}
	for i := len(p.code) - 1; i >= 0; i-- {
		in := &p.code[i]
		in.guard = p.decided(g.of[in.dst], in.dst)
		g.operands(in)
	}
	p.code = g.withOpenings()
}

// decided returns the innermost guard around one whose condition, and those of all
// around it, are computed before a register: what a part that is left out needs is
// computed early, perhaps before the conditions it stands behind.
func (p *Program) decided(at, register int32) int32 {
	z := at
	for ; at != 0; at = p.guards[at].parent {
		if p.guards[at].condition >= register {
			z = p.guards[at].parent
		}
	}
	return z
}

// maxClimb is the number of guards that the search for a common one climbs.
// Beyond it a register is always computed, so that deep nesting does not make
// the search quadratic.
const maxClimb = 64

// use notes that a register is read behind a guard.
func (g *guarding) use(register, at int32) {
	if !g.used[register] {
		g.used[register], g.of[register] = true, at
		return
	}
	a, b := g.of[register], at
	for n := 0; a != b; n++ {
		if n == maxClimb {
			a = 0
			break
		}
		if g.p.guards[a].depth < g.p.guards[b].depth {
			a, b = b, a
		}
		a = g.p.guards[a].parent
	}
	g.of[register] = a
}

// operands notes the uses of an instruction.
func (g *guarding) operands(in *instruction) {
	all := func(registers ...int32) {
		for _, r := range registers {
			if r >= 0 {
				g.use(r, in.guard)
			}
		}
	}
	switch in.op {
	case opSum:
		for _, t := range g.p.terms[in.from:in.to] {
			g.use(t.register, in.guard)
		}
	case opPower:
		all(in.a, in.c)
	case opPow, opRelation:
		all(in.a, in.b)
	case opDefined:
		all(in.a, in.b)
		all(g.p.operands[in.from:in.to]...)
	case opIf:
		g.use(in.a, in.guard)
		g.use(in.b, g.behind(in, 1, in.guard, in.a, canHold))
		g.use(in.c, g.behind(in, 2, in.guard, in.a, canFail))
	case opAnd, opOr:
		goOn := canHold
		if in.op == opOr {
			goOn = canFail
		}
		at := in.guard
		for i, r := range g.p.operands[in.from:in.to] {
			if i > 0 {
				at = g.behind(in, int32(i), at, g.p.operands[in.from+int32(i)-1], goOn)
			}
			g.use(r, at)
		}
	case opProduct, opCall, opMax, opMin:
		all(g.p.operands[in.from:in.to]...)
	}
}

// behind returns the guard of an operand of an if, and, or.
func (g *guarding) behind(in *instruction, position, parent, condition int32, o outcomes) int32 {
	key := [2]int32{in.dst, position}
	if at, ok := g.guards[key]; ok {
		return at
	}
	at := int32(len(g.p.guards))
	g.p.guards = append(g.p.guards, guard{parent, g.p.guards[parent].depth + 1, condition, o})
	g.guards[key] = at
	return at
}

// withOpenings returns the code with an opGuard before the first instruction
// behind each guard, those of outer guards first.
func (g *guarding) withOpenings() []instruction {
	opened := make([]bool, len(g.p.guards))
	opened[0] = true
	code := make([]instruction, 0, len(g.p.code)+len(g.p.guards)-1)
	for _, in := range g.p.code {
		var path []int32
		for at := in.guard; !opened[at]; at = g.p.guards[at].parent {
			opened[at] = true
			path = append(path, at)
		}
		for _, at := range slices.Backward(path) {
			code = append(code, instruction{op: opGuard, guard: g.p.guards[at].parent, a: at, dst: -1})
		}
		code = append(code, in)
	}
	return code
}
