package rewrite

import (
	"sync"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A matcher looks for the ways in which a node matches a pattern: for each
// instruction it tries every choice and goes on with the next one, so that it
// recurses on the length of the pattern and never on the depth of the node. With
// a graph, a node below the root stands for all members of its class.
type matcher struct {
	s       *symbolic.Store
	g       *Graph // nil: a node stands for itself
	p       *Pattern
	work    int // choices left
	cut     bool
	reg     [maxRegisters]symbolic.ID
	coef    [maxRegisters]rational.Rat // of a term, taken up by a product
	bind    [maxVariables]symbolic.ID
	bound   [maxVariables]bool
	frames  [maxFrames]frame
	grounds map[groundKey]symbolic.ID
	found   func() bool // called for each match; true ends the search
}

type groundKey struct {
	p  *Pattern
	id symbolic.ID
}

// A frame is a sum, product or argument list that parts are taken from.
type frame struct {
	ops    []symbolic.ID // as Operands gives them
	single [3]symbolic.ID
	n      int          // number of parts
	c      rational.Rat // constant or coefficient that is not taken yet
	none   rational.Rat // c where nothing is left of it
	scale  rational.Rat // of a sum
	scaled bool         // the scale is known
	taken  []int32      // parts
	all    bool         // a variable has taken all that was left
}

func newMatcher(s *symbolic.Store, g *Graph) *matcher {
	return &matcher{s: s, g: g, grounds: map[groundKey]symbolic.ID{}}
}

// spare are matchers that are not in use: they are large, and to look at one
// node with one pattern takes less time than to make one.
var spare = sync.Pool{New: func() any { return newMatcher(nil, nil) }}

// release gives a matcher back that was taken from spare.
func (m *matcher) release() {
	m.s, m.p, m.found = nil, nil, nil
	clear(m.grounds)
	spare.Put(m)
}

// match calls found for the matches of a node, in an order that depends on the
// node and the pattern only. It returns true where found ended the search, and
// sets cut where the work ran out.
func (m *matcher) match(p *Pattern, id symbolic.ID, work int) bool {
	m.p, m.work, m.cut = p, work, false
	m.bound = [maxVariables]bool{}
	m.reg[0] = id
	return m.run(0) && !m.cut
}

// spend counts a choice and tells whether there is work left for it.
func (m *matcher) spend() bool {
	m.work--
	m.cut = m.cut || m.work < 0
	return !m.cut
}

// run goes on at an instruction. It returns true where the search ends.
func (m *matcher) run(pc int) bool {
	if pc == len(m.p.code) {
		return m.found()
	}
	in := &m.p.code[pc]
	switch in.op {
	case opVariable:
		return m.variable(in.variable, m.reg[in.reg], pc)
	case opNumber:
		for _, x := range m.members(in) {
			if m.s.Kind(x) == symbolic.Number && m.s.Number(x).Equal(in.k) {
				return m.run(pc + 1)
			}
		}
		return false
	case opGround:
		return m.same(m.ground(in.ground), m.reg[in.reg]) && m.run(pc+1)
	case opHead, opEither:
		return m.operands(in, pc)
	case opInverse:
		return m.inverse(in, pc)
	case opSum:
		return m.openSum(in, pc)
	case opTerm:
		return m.term(in, pc)
	case opTermVariable:
		return m.termVariable(in, pc)
	case opProduct:
		return m.openProduct(in, pc)
	case opFactor:
		return m.factor(in, pc)
	case opFactorInverse:
		return m.factorInverse(in, pc)
	case opFactorVariable:
		return m.factorVariable(in, pc)
	case opArguments:
		return m.openArguments(in, pc)
	case opArgument:
		return m.argument(in, pc)
	case opArgumentVar:
		return m.argumentVariable(in, pc)
	}
	return (in.partial || m.frames[in.frame].isEmpty()) && m.run(pc+1)
}

// isEmpty tells whether nothing is left to take.
func (f *frame) isEmpty() bool { return f.all || len(f.taken) == f.n && f.c.Equal(f.none) }

// variable binds a variable, or compares with what it is bound to.
func (m *matcher) variable(v int, x symbolic.ID, pc int) bool {
	if m.bound[v] {
		return m.same(m.bind[v], x) && m.run(pc+1)
	}
	m.bind[v], m.bound[v] = x, true
	if m.run(pc + 1) {
		return true
	}
	m.bound[v] = false
	return false
}

// same tells whether two nodes are known to be equal.
func (m *matcher) same(x, y symbolic.ID) bool {
	return x == y || m.g != nil && m.g.Same(x, y)
}

// members returns the nodes that the one in a register stands for.
func (m *matcher) members(in *instruction) []symbolic.ID {
	if m.g != nil && !in.plain && in.reg != 0 {
		if list := m.g.active(m.reg[in.reg]); list != nil {
			return list
		}
	}
	return m.reg[in.reg : in.reg+1]
}

// ground returns the node of a part without variables in the store.
func (m *matcher) ground(id symbolic.ID) symbolic.ID {
	key := groundKey{m.p, id}
	z, ok := m.grounds[key]
	if !ok {
		z = m.s.Import(m.p.forms.Store, id, nil)
		m.grounds[key] = z
	}
	return z
}

func (m *matcher) operands(in *instruction, pc int) bool {
	for _, x := range m.members(in) {
		if !in.head.matches(m.s, x) {
			continue
		}
		if !m.spend() {
			return true
		}
		ops := m.s.Operands(x)
		copy(m.reg[in.out:], ops)
		if m.run(pc + 1) {
			return true
		}
		if in.op == opEither && ops[0] != ops[1] {
			m.reg[in.out], m.reg[in.out+1] = ops[1], ops[0]
			if m.run(pc + 1) {
				return true
			}
		}
	}
	return false
}

func (m *matcher) inverse(in *instruction, pc int) bool {
	for _, x := range m.members(in) {
		if m.s.Kind(x) != symbolic.Power {
			continue
		}
		ops := m.s.Operands(x)
		if z, ok := m.invert(ops[0], ops[1]); ok && (!m.spend() || m.variable(in.variable, z, pc)) {
			return true
		}
	}
	return false
}

// invert returns 1/(b^e) where b^e is written in the denominator.
func (m *matcher) invert(b, e symbolic.ID) (symbolic.ID, bool) {
	switch {
	case e == symbolic.NegOne:
		return b, true
	case m.s.Kind(e) == symbolic.Number && m.s.Number(e).Sign() < 0,
		m.s.Kind(e) == symbolic.Product && m.s.Number(m.s.Operands(e)[0]).Sign() < 0:
		return m.s.Pow(b, m.s.Neg(e)), true
	}
	return 0, false
}

// contains tells whether k is a factor of c as c is written: 2 of 6 and of
// -4/3, with the sign; 1 of everything.
func contains(c, k rational.Rat) bool {
	if k.IsOne() {
		return true
	}
	if c.Sign() != k.Sign() {
		return false
	}
	return c.Num().Div(k.Num()).IsInt() && c.Denom().Div(k.Denom()).IsInt()
}

func (f *frame) isTaken(i int) bool {
	for _, j := range f.taken {
		if int(j) == i {
			return true
		}
	}
	return false
}

func (f *frame) take(i int) { f.taken = append(f.taken, int32(i)) }

func (f *frame) untake(n int) { f.taken = f.taken[:len(f.taken)-n] }
