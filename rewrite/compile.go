package rewrite

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A compiler writes the instructions of one pattern. What leaves the fewest
// choices comes first: operands that are variables; of sums and products the
// parts without variables, then functions, then products that can take up a
// coefficient, then variables that are bound by then, then others. It recurses
// on the depth of the pattern, which the number of registers limits.
type compiler struct {
	Pattern
	s         *symbolic.Store
	variables map[symbolic.ID]int
	open      symbolic.Set // nodes with variables
	bound     [maxVariables]bool
	plain     bool
}

func (c *compiler) hasVariable(ids []symbolic.ID) bool { return slices.ContainsFunc(ids, c.open.Has) }

func (c *compiler) isVariable(id symbolic.ID) bool {
	_, ok := c.variables[id]
	return ok
}

func (c *compiler) add(in instruction) {
	in.plain = c.plain
	switch in.op {
	case opVariable, opInverse, opTermVariable, opFactorVariable, opFactorInverse, opArgumentVar:
		c.bound[in.variable] = true
	}
	c.code = append(c.code, in)
}

// take reserves n registers and returns the first.
func (c *compiler) take(n int) int {
	c.registers += n
	return c.registers - n
}

func (c *compiler) takeFrame() int {
	c.frames++
	return c.frames - 1
}

func (c *compiler) emitRoot(root symbolic.ID) {
	switch c.s.Kind(root) {
	case symbolic.Sum:
		c.emitSum(root, 0, true)
	case symbolic.Product:
		c.emitProduct(root, 0, instruction{partial: true})
	default:
		c.emit(root, 0)
	}
}

// emit matches the node in a register.
func (c *compiler) emit(id symbolic.ID, reg int) {
	if c.registers > maxRegisters {
		return // too large: compile reports it
	}
	if v, ok := c.variables[id]; ok {
		c.add(instruction{op: opVariable, reg: reg, variable: v})
		return
	}
	if !c.open.Has(id) {
		c.emitGround(id, reg)
		return
	}
	ops := c.s.Operands(id)
	h := headOf(c.s, id)
	switch h.kind {
	case symbolic.Sum:
		c.emitSum(id, reg, false)
	case symbolic.Product:
		c.emitProduct(id, reg, instruction{})
	case symbolic.Power:
		if v, ok := c.variables[ops[0]]; ok && ops[1] == symbolic.NegOne {
			c.add(instruction{op: opInverse, reg: reg, variable: v})
			return
		}
		out := c.take(2)
		c.add(instruction{op: opHead, reg: reg, out: out, head: h})
		c.emitPower(ops, out)
	case symbolic.Apply:
		if h.n == 0 {
			c.emitArguments(id, reg)
			return
		}
		c.emitOperands(h, ops, reg, h.row.Symmetric)
	case symbolic.Relation:
		c.emitOperands(h, ops, reg, h.rel == symbolic.Equal || h.rel == symbolic.NotEqual)
	default:
		outside := c.plain
		c.plain = true
		c.emitOperands(h, ops, reg, false)
		c.plain = outside
	}
}

func (c *compiler) emitGround(id symbolic.ID, reg int) {
	if c.s.Kind(id) == symbolic.Number {
		c.add(instruction{op: opNumber, reg: reg, k: c.s.Number(id)})
		return
	}
	c.add(instruction{op: opGround, reg: reg, ground: id})
}

// emitPower matches base and exponent, first an exponent without choices.
func (c *compiler) emitPower(ops []symbolic.ID, out int) {
	if !c.open.Has(ops[1]) || c.isVariable(ops[1]) {
		c.emit(ops[1], out+1)
		c.emit(ops[0], out)
		return
	}
	c.emit(ops[0], out)
	c.emit(ops[1], out+1)
}

func (c *compiler) emitOperands(h head, ops []symbolic.ID, reg int, symmetric bool) {
	out := c.take(len(ops))
	op := opHead
	if symmetric && len(ops) == 2 {
		op = opEither
	}
	c.add(instruction{op: op, reg: reg, out: out, head: h})
	for _, variable := range []bool{true, false} {
		for i, o := range ops {
			if c.isVariable(o) == variable {
				c.emit(o, out+i)
			}
		}
	}
}

// A part is a term, factor or argument of a pattern.
type part struct {
	id, exponent symbolic.ID
	k            rational.Rat
	rank         int
}

// The ranks of parts, in the order in which they are matched.
const (
	rankGround    = iota // without variables
	rankRigid            // with a head
	rankAbsorbing        // a term that takes up any coefficient; a power of a variable
	rankSigned           // a variable with a coefficient, or in the denominator
	rankVariable         // a variable
)

// sortParts brings parts into the order of their ranks, and returns how many of
// them are no variables.
func sortParts(parts []part) int {
	slices.SortStableFunc(parts, func(x, y part) int { return x.rank - y.rank })
	n := 0
	for n < len(parts) && parts[n].rank < rankSigned {
		n++
	}
	return n
}

// sortLoose brings variables into the order in which they are matched: the last
// one may take all that is left, so it is not bound if there is a choice.
func (c *compiler) sortLoose(parts []part) []part {
	rank := func(p part) int {
		if c.bound[c.variables[p.id]] {
			return 0
		}
		return p.rank
	}
	slices.SortStableFunc(parts, func(x, y part) int { return rank(x) - rank(y) })
	return parts
}

func (c *compiler) emitSum(id symbolic.ID, reg int, root bool) {
	ops := c.s.Operands(id)
	var parts []part
	for i := 1; i < len(ops); i += 2 {
		p := part{id: ops[i], k: c.s.Number(ops[i+1])}
		switch {
		case !c.open.Has(p.id):
			p.rank = rankGround
		case c.isVariable(p.id) && p.k.IsOne():
			p.rank = rankVariable
		case c.isVariable(p.id):
			p.rank = rankSigned
		case c.absorbs(p.id):
			p.rank = rankAbsorbing
		default:
			p.rank = rankRigid
		}
		parts = append(parts, p)
	}
	rigid := sortParts(parts)
	c.scaled = c.scaled || root && parts[len(parts)-1].rank <= rankRigid
	frame := c.takeFrame()
	c.add(instruction{op: opSum, reg: reg, frame: frame, k: c.s.Number(ops[0]), parts: len(parts), loose: len(parts) - rigid, partial: root})
	for _, p := range parts[:rigid] {
		out := c.take(1)
		c.add(instruction{op: opTerm, frame: frame, out: out, k: p.k, unit: p.rank == rankAbsorbing, head: headOf(c.s, p.id)})
		if p.rank == rankAbsorbing {
			c.emitProduct(p.id, out, instruction{unit: true})
		} else {
			c.emit(p.id, out)
		}
	}
	for i, p := range c.sortLoose(parts[rigid:]) {
		c.add(instruction{op: opTermVariable, frame: frame, variable: c.variables[p.id], k: p.k, last: rigid+i == len(parts)-1, partial: root})
	}
	c.add(instruction{op: opClose, frame: frame, partial: root})
}

// absorbs tells whether a term is a product with a variable as a factor.
func (c *compiler) absorbs(id symbolic.ID) bool {
	ops := c.s.Operands(id)
	for i := 1; c.s.Kind(id) == symbolic.Product && i < len(ops); i += 2 {
		if c.isVariable(ops[i]) && ops[i+1] == symbolic.One {
			return true
		}
	}
	return false
}

// emitProduct matches a product; open says how it is opened.
func (c *compiler) emitProduct(id symbolic.ID, reg int, open instruction) {
	ops := c.s.Operands(id)
	var parts []part
	for i := 1; i < len(ops); i += 2 {
		p := part{id: ops[i], exponent: ops[i+1]}
		switch {
		case !c.open.Has(p.id) && !c.open.Has(p.exponent):
			p.rank = rankGround
		case !c.isVariable(p.id):
			p.rank = rankRigid
		case p.exponent == symbolic.One:
			p.rank = rankVariable
		case p.exponent == symbolic.NegOne:
			p.rank = rankSigned
		default:
			p.rank = rankAbsorbing
		}
		parts = append(parts, p)
	}
	rigid := sortParts(parts)
	frame := c.takeFrame()
	open.op, open.reg, open.frame = opProduct, reg, frame
	open.k, open.parts, open.loose = c.s.Number(ops[0]), len(parts), len(parts)-rigid
	c.add(open)
	for _, p := range parts[:rigid] {
		out := c.take(2)
		power := p.exponent != symbolic.One
		c.add(instruction{op: opFactor, frame: frame, out: out, power: power, head: headOf(c.s, p.id)})
		if power {
			c.emitPower([]symbolic.ID{p.id, p.exponent}, out)
		} else {
			c.emit(p.id, out)
		}
	}
	for i, p := range c.sortLoose(parts[rigid:]) {
		in := instruction{op: opFactorInverse, frame: frame, variable: c.variables[p.id]}
		if p.rank == rankVariable {
			in.op, in.last, in.partial, in.unit = opFactorVariable, rigid+i == len(parts)-1, open.partial, open.unit
		}
		c.add(in)
	}
	c.add(instruction{op: opClose, frame: frame, partial: open.partial})
}

func (c *compiler) emitArguments(id symbolic.ID, reg int) {
	var parts []part
	for _, o := range c.s.Operands(id) {
		p := part{id: o, rank: rankRigid}
		switch {
		case !c.open.Has(o):
			p.rank = rankGround
		case c.isVariable(o):
			p.rank = rankVariable
		}
		parts = append(parts, p)
	}
	rigid := sortParts(parts)
	frame := c.takeFrame()
	h := headOf(c.s, id)
	c.add(instruction{op: opArguments, reg: reg, frame: frame, head: h, parts: len(parts), loose: len(parts) - rigid})
	for _, p := range parts[:rigid] {
		out := c.take(1)
		c.add(instruction{op: opArgument, frame: frame, out: out})
		c.emit(p.id, out)
	}
	for i, p := range c.sortLoose(parts[rigid:]) {
		c.add(instruction{op: opArgumentVar, frame: frame, head: h, variable: c.variables[p.id], last: rigid+i == len(parts)-1})
	}
	c.add(instruction{op: opClose, frame: frame})
}
